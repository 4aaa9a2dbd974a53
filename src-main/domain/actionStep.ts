import { z } from 'zod';
import { dayInWarsaw, PlainDate, type PlainDate as Day } from './calendar.ts';
import { CoachingGoalId } from './coachingGoal.ts';
import { bySessionTime, CoachingSessionId, type CoachingSession } from './coachingSession.ts';
import { EngagementId } from './engagement.ts';
import { idOf } from './id.ts';
import { LibraryId } from './library.ts';
import { Line, OptionalLine, type Recorded } from './noun.ts';
import { ParticipantId } from './participant.ts';
import { WorkshopId } from './workshop.ts';

export const ActionStepId = idOf('actionStep');
export type ActionStepId = z.infer<typeof ActionStepId>;

/** A step agreed at a session, or a task to do at home after a workshop (zadanie wdrożeniowe). */
export const ActionStep = z.object({
  id: ActionStepId,
  libraryId: LibraryId,
  engagementId: EngagementId.nullable(),
  sessionId: CoachingSessionId.nullable(),
  workshopId: WorkshopId.nullable(),
  goalId: CoachingGoalId.nullable(),
  what: Line,
  /** Null with an empty `whoName`: the whole team. */
  whoParticipantId: ParticipantId.nullable(),
  /** Somebody outside the team. */
  whoName: OptionalLine,
  dueOn: PlainDate.nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  closedOn: PlainDate.nullable(),
  closedInSessionId: CoachingSessionId.nullable(),
});
export type ActionStep = z.infer<typeof ActionStep>;

/**
 * Steps that a session looks back at: those ticked off at it, and open ones agreed before it. When a step was agreed
 * its session's date tells; rows are made in another order, because sessions are planned ahead and logged late.
 */
export function earlierSteps<Step extends Recorded<ActionStep>>(
  steps: readonly Step[],
  session: CoachingSession,
  sessions: readonly CoachingSession[],
): Step[] {
  const agreedAt = new Map(sessions.map((one) => [one.id, one]));
  return steps.filter((step) => {
    if (step.sessionId === session.id) return false;
    if (step.closedInSessionId === session.id) return true;
    if (step.state !== 'open') return false;
    const origin = step.sessionId === null ? undefined : agreedAt.get(step.sessionId);
    return origin === undefined
      ? dayInWarsaw(Date.parse(step.createdAt)) <= session.date
      : bySessionTime(origin, session) < 0;
  });
}

/** Is an open step past its day? */
export function isOverdue(step: Pick<ActionStep, 'state' | 'dueOn'>, today: Day): boolean {
  return step.state === 'open' && step.dueOn !== null && step.dueOn < today;
}
