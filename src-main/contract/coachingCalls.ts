import { z } from 'zod';
import { ActionStep, ActionStepId } from '../domain/actionStep.ts';
import { PlainDate } from '../domain/calendar.ts';
import { CoachingGoal, CoachingGoalId, GoalScore } from '../domain/coachingGoal.ts';
import { CoachingSession, CoachingSessionId, SessionState } from '../domain/coachingSession.ts';
import { Agreement, Engagement, EngagementId } from '../domain/engagement.ts';
import { LibraryId } from '../domain/library.ts';
import { recorded } from '../domain/noun.ts';
import { Participant, ParticipantId } from '../domain/participant.ts';
import { PrivateNote } from '../domain/privateNote.ts';
import { Resource, ResourceId } from '../domain/resource.ts';
import { orNew, storeRead, storeWrite } from './call.ts';
import { MissingView } from './reportCalls.ts';
import { Nothing } from './workspaceCalls.ts';

/** A line of the list of coaching processes. */
export const EngagementRow = z.object({
  id: EngagementId,
  title: z.string(),
  form: z.enum(['individual', 'group']),
  libraryId: z.string(),
  libraryTown: z.string(),
  coachName: z.string(),
  people: z.array(z.string()),
  hasAgreement: z.boolean(),
  heldSessions: z.int(),
  heldMinutes: z.int(),
  lastOn: PlainDate.nullable(),
  nextOn: PlainDate.nullable(),
  openSteps: z.int(),
  ended: z.boolean(),
});
export type EngagementRow = z.infer<typeof EngagementRow>;

/** A goal with every score given to it, oldest first. */
export const GoalWithScores = z.object({
  goal: recorded(CoachingGoal),
  ownerName: z.string().nullable(),
  scores: z.array(recorded(GoalScore).extend({ on: PlainDate })),
});
export type GoalWithScores = z.infer<typeof GoalWithScores>;

/** A step with the name of who does it and whether its day has passed. */
export const StepView = recorded(ActionStep).extend({ who: z.string(), overdue: z.boolean() });
export type StepView = z.infer<typeof StepView>;
/** A resource with its owner’s name; null: the team’s. */
export const ResourceView = recorded(Resource).extend({ ownerName: z.string().nullable() });
export type ResourceView = z.infer<typeof ResourceView>;

/** A session as a line of its process. */
export const SessionRow = z.object({
  id: CoachingSessionId,
  date: PlainDate,
  start: z.string().nullable(),
  minutes: z.int(),
  state: SessionState,
  topic: z.string(),
  /** Number in the process; null unless held. */
  number: z.int().nullable(),
  reportNumber: z.string().nullable(),
});
export type SessionRow = z.infer<typeof SessionRow>;

/** Everything on the page of a coaching process. */
export const EngagementPage = z.object({
  engagement: recorded(Engagement),
  libraryName: z.string(),
  libraryTown: z.string(),
  coachName: z.string(),
  /** Members of the library's team who can take part. */
  team: z.array(recorded(Participant)),
  agreement: recorded(Agreement).nullable(),
  sessions: z.array(SessionRow),
  goals: z.array(GoalWithScores),
  resources: z.array(ResourceView),
  steps: z.array(StepView),
});
export type EngagementPage = z.infer<typeof EngagementPage>;

/** Everything on the page of one session; the private note is read apart. */
export const SessionPage = z.object({
  session: recorded(CoachingSession),
  number: z.int().nullable(),
  engagement: recorded(Engagement),
  libraryTown: z.string(),
  agreement: recorded(Agreement).nullable(),
  team: z.array(recorded(Participant)),
  goals: z.array(GoalWithScores),
  resources: z.array(ResourceView),
  /** Steps still open, or ticked off at this session, from earlier sessions. */
  earlierSteps: z.array(StepView),
  /** Steps agreed at this session. */
  steps: z.array(StepView),
  report: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** What is not filled in before the report is closed. */
  missing: z.array(MissingView),
});
export type SessionPage = z.infer<typeof SessionPage>;

/** Calls about coaching; what they answer is for the coach’s own places. */
export const coachingCalls = {
  'engagement.list': storeRead(Nothing, z.array(EngagementRow)),
  'engagement.get': storeRead(z.strictObject({ id: EngagementId }), EngagementPage),
  /** Opens a process (id null) or changes it. */
  'engagement.save': storeWrite(
    Engagement.omit({ id: true }).extend(orNew(EngagementId)).strict(),
    recorded(Engagement),
  ),
  /** Records a new agreement; the latest by date is in force, older ones stay in history. */
  'agreement.record': storeWrite(Agreement.omit({ id: true }).strict(), recorded(Agreement)),
  'session.get': storeRead(z.strictObject({ id: CoachingSessionId }), SessionPage),
  'session.save': storeWrite(
    CoachingSession.omit({ id: true }).extend(orNew(CoachingSessionId)).strict(),
    recorded(CoachingSession),
  ),
  'goal.save': storeWrite(
    CoachingGoal.omit({ id: true }).extend(orNew(CoachingGoalId)).strict(),
    recorded(CoachingGoal),
  ),
  /** Sets (or, with null, takes back) the score of a goal at a session. */
  'goal.score': storeWrite(
    z.strictObject({
      goalId: CoachingGoalId,
      sessionId: CoachingSessionId,
      value: GoalScore.shape.value.nullable(),
      note: GoalScore.shape.note,
    }),
    recorded(GoalScore).nullable(),
  ),
  'resource.save': storeWrite(
    Resource.omit({ id: true }).extend(orNew(ResourceId)).strict(),
    recorded(Resource),
  ),
  'step.save': storeWrite(
    ActionStep.omit({ id: true, closedOn: true, closedInSessionId: true })
      .extend(orNew(ActionStepId))
      .strict(),
    recorded(ActionStep),
  ),
  /** Ticks a step off, drops it or opens it again; at a session when one is open. */
  'step.setState': storeWrite(
    z.strictObject({
      id: ActionStepId,
      state: ActionStep.shape.state,
      sessionId: CoachingSessionId.nullable(),
    }),
    recorded(ActionStep),
  ),
  'privateNote.get': storeRead(
    z.strictObject({ sessionId: CoachingSessionId }),
    recorded(PrivateNote).nullable(),
  ),
  'privateNote.save': storeWrite(
    z.strictObject({
      sessionId: CoachingSessionId,
      revision: z.int().nullable(),
      body: PrivateNote.shape.body,
    }),
    recorded(PrivateNote),
  ),
  'participant.list': storeRead(
    z.strictObject({ libraryId: LibraryId }),
    z.array(recorded(Participant).extend({ id: ParticipantId })),
  ),
} as const;
