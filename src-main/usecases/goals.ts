import { byText } from '../domain/order.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { CoachingGoal, GoalScore } from '../domain/coachingGoal.ts';
import { numbersInProcess, type CoachingSession } from '../domain/coachingSession.ts';
import type { EngagementId } from '../domain/engagement.ts';
import type { Recorded } from '../domain/noun.ts';
import { coachingGoals, coachingSessions, goalScores } from '../store/coaching.ts';
import type { ReadableDb } from '../store/db.ts';
import type { NameBook } from './names.ts';

/** A goal with its owner's name and every score given to it, oldest first. */
export interface ScoredGoal {
  readonly goal: Recorded<CoachingGoal>;
  readonly ownerName: string | null;
  readonly scores: (Recorded<GoalScore> & { on: PlainDate })[];
}

/** Goals of a process with their scores. */
export function goalsOf(db: ReadableDb, engagementId: EngagementId, names: NameBook): ScoredGoal[] {
  const dates = new Map(
    coachingSessions.list(db, 'engagement_id = ?', engagementId).map((one) => [one.id, one.date]),
  );
  return coachingGoals
    .list(db, 'engagement_id = ? order by created_at, id', engagementId)
    .map((goal) => ({
      goal,
      ownerName:
        goal.ownerParticipantId === null ? null : names.participant(goal.ownerParticipantId),
      scores: goalScores
        .list(db, 'goal_id = ?', goal.id)
        .flatMap((score) => {
          const on = dates.get(score.sessionId);
          return on === undefined ? [] : [{ ...score, on }];
        })
        .sort((a, b) => byText(a.on, b.on)),
    }));
}

/** Number of a session in its process, null unless held. */
export function numberOfSession(db: ReadableDb, session: CoachingSession): number | null {
  const all = coachingSessions.list(db, 'engagement_id = ?', session.engagementId);
  return numbersInProcess(all).get(session.id) ?? null;
}
