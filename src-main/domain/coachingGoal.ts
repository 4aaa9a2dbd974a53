import { z } from 'zod';
import { PlainDate } from './calendar.ts';
import { CoachingSessionId } from './coachingSession.ts';
import { EngagementId } from './engagement.ts';
import { idOf } from './id.ts';
import { Line, LongText, OptionalLine } from './noun.ts';
import { ParticipantId } from './participant.ts';

export const CoachingGoalId = idOf('coachingGoal');
export type CoachingGoalId = z.infer<typeof CoachingGoalId>;
export const GoalScoreId = idOf('goalScore');
export type GoalScoreId = z.infer<typeof GoalScoreId>;

/** How a goal is measured: 0-10, or goal attainment scaling -2..+2. */
export const GoalScale = z.enum(['0-10', 'gas']);
export type GoalScale = z.infer<typeof GoalScale>;

/** A coaching goal of the team or of one person. */
export const CoachingGoal = z.object({
  id: CoachingGoalId,
  engagementId: EngagementId,
  /** Null: the team's. */
  ownerParticipantId: ParticipantId.nullable(),
  title: Line,
  /** SMART: how will we know? */
  measure: OptionalLine,
  /** SMART: why it matters and why it can be done. */
  sense: LongText,
  dueOn: PlainDate.nullable(),
  scale: GoalScale,
  /** Five sentences for -2..+2, written before work starts; only with `gas`. */
  gasLevels: z.array(Line).length(5).nullable(),
  state: z.enum(['open', 'reached', 'dropped']),
});
export type CoachingGoal = z.infer<typeof CoachingGoal>;

/** A goal's score at a session: 0..10, or -2..2 with goal attainment scaling. */
export const GoalScore = z.object({
  id: GoalScoreId,
  goalId: CoachingGoalId,
  sessionId: CoachingSessionId,
  value: z.int().min(-2).max(10),
  note: OptionalLine,
});
export type GoalScore = z.infer<typeof GoalScore>;

/** Smallest and largest score of a scale. */
export function scoreRange(scale: GoalScale): { least: number; most: number } {
  return scale === 'gas' ? { least: -2, most: 2 } : { least: 0, most: 10 };
}

/** Is the score on its goal's scale? */
export function isOnScale(scale: GoalScale, value: number): boolean {
  const { least, most } = scoreRange(scale);
  return Number.isInteger(value) && value >= least && value <= most;
}
