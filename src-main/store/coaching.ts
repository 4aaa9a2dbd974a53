import type { ActionStep } from '../domain/actionStep.ts';
import type { CoachingGoal, GoalScore } from '../domain/coachingGoal.ts';
import type { CoachingSession } from '../domain/coachingSession.ts';
import type { Agreement, Engagement } from '../domain/engagement.ts';
import type { Resource } from '../domain/resource.ts';
import { json, number, text, textOrNull } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** Coaching processes. */
export const engagements = nounTable<Engagement>({
  entity: 'engagement',
  table: 'engagement',
  columns: {
    libraryId: text(),
    editionId: textOrNull(),
    coachId: text(),
    form: text(),
    participantIds: json(),
    title: text(),
    startedOn: text(),
    endedOn: textOrNull(),
  },
});

/** Agreements of processes; the latest by date is in force. */
export const agreements = nounTable<Agreement>({
  entity: 'agreement',
  table: 'agreement',
  columns: {
    engagementId: text(),
    agreedOn: text(),
    parties: json(),
    shared: json(),
    terms: text(),
  },
});

/** Coaching sessions; private notes are not here. */
export const coachingSessions = nounTable<CoachingSession>({
  entity: 'coachingSession',
  table: 'coaching_session',
  columns: {
    engagementId: text(),
    date: text(),
    start: textOrNull(),
    minutes: number(),
    mode: text(),
    place: text(),
    state: text(),
    stateReason: text(),
    topic: text(),
    presentIds: json(),
    reportNotes: text(),
    grrow: json(),
    nextSessionOn: textOrNull(),
  },
  search: {
    entity: 'coachingSession',
    words: (session) =>
      `${session.topic} ${session.reportNotes} ${Object.values(session.grrow).join(' ')}`,
  },
});

/** Coaching goals of teams and persons. */
export const coachingGoals = nounTable<CoachingGoal>({
  entity: 'coachingGoal',
  table: 'coaching_goal',
  columns: {
    engagementId: text(),
    ownerParticipantId: textOrNull(),
    title: text(),
    measure: text(),
    sense: text(),
    dueOn: textOrNull(),
    scale: text(),
    gasLevels: json(),
    state: text(),
  },
  search: { entity: 'coachingGoal', words: (goal) => `${goal.title} ${goal.measure}` },
});

/** Scores of goals at sessions. */
export const goalScores = nounTable<GoalScore>({
  entity: 'goalScore',
  table: 'goal_score',
  columns: { goalId: text(), sessionId: text(), value: number(), note: text() },
});

/** What teams and persons have or seek. */
export const resources = nounTable<Resource>({
  entity: 'resource',
  table: 'resource',
  columns: {
    libraryId: text(),
    engagementId: textOrNull(),
    sessionId: textOrNull(),
    ownerParticipantId: textOrNull(),
    kind: text(),
    direction: text(),
    name: text(),
    note: text(),
    goalIds: json(),
  },
  search: { entity: 'resource', words: (resource) => `${resource.name} ${resource.note}` },
});

// By key for each row: a list of everything that is not in the bin would be made anew for every search hit.
const OF_LIVE_PROCESS =
  '(engagement_id is null or exists (select 1 from engagement g where g.id = engagement_id and g.deleted_at is null))';

/** Condition on resources: their process, if they have one, is not in the bin. */
export const LIVE_RESOURCE = OF_LIVE_PROCESS;
/** Condition on steps: neither their process nor their workshop is in the bin. */
export const LIVE_STEP =
  `${OF_LIVE_PROCESS} and ` +
  '(workshop_id is null or exists (select 1 from workshop h where h.id = workshop_id and h.deleted_at is null))';

/** Steps after sessions and tasks after workshops. */
export const actionSteps = nounTable<ActionStep>({
  entity: 'actionStep',
  table: 'action_step',
  columns: {
    libraryId: text(),
    engagementId: textOrNull(),
    sessionId: textOrNull(),
    workshopId: textOrNull(),
    goalId: textOrNull(),
    what: text(),
    whoParticipantId: textOrNull(),
    whoName: text(),
    dueOn: textOrNull(),
    state: text(),
    closedOn: textOrNull(),
    closedInSessionId: textOrNull(),
  },
  search: { entity: 'actionStep', words: (step) => `${step.what} ${step.whoName}` },
});
