import { z } from 'zod';
import { CoachingGoal, GoalScale } from '../../../../src-main/domain/coachingGoal.ts';

/** A goal as its form holds it. */
export const GoalValues = z.object({
  ownerParticipantId: z.string().nullable(),
  title: z.string(),
  measure: z.string(),
  sense: z.string(),
  dueOn: z.string().nullable(),
  scale: GoalScale,
  /** Sentences for -2..+2; kept while one looks at the other scale. */
  gasLevels: z.array(z.string()).length(5),
  state: CoachingGoal.shape.state,
});
export type GoalValues = z.infer<typeof GoalValues>;

/** The values of goal attainment scaling, in the order of the sentences. */
export const GAS_VALUES = [-2, -1, 0, 1, 2] as const;

const NO_LEVELS: readonly string[] = GAS_VALUES.map(() => '');

/** The form of a goal that does not exist yet. */
export function freshGoal(): GoalValues {
  return {
    ownerParticipantId: null,
    title: '',
    measure: '',
    sense: '',
    dueOn: null,
    scale: '0-10',
    gasLevels: [...NO_LEVELS],
    state: 'open',
  };
}

/** The form of a saved goal. */
export function valuesOfGoal(goal: CoachingGoal): GoalValues {
  return GoalValues.parse({ ...goal, gasLevels: goal.gasLevels ?? [...NO_LEVELS] });
}

/** Why a goal cannot be saved yet. */
export type GoalProblem = 'noTitle' | 'noLevels';

/** What keeps the goal from being saved; the five sentences are written before work starts. */
export function goalProblem(values: GoalValues): GoalProblem | null {
  if (values.title.trim() === '') return 'noTitle';
  const lacking = values.scale === 'gas' && values.gasLevels.some((level) => level.trim() === '');
  return lacking ? 'noLevels' : null;
}
