import type { CallOutput } from '../../../src-main/contract/contract.ts';

export type Program = CallOutput<'program.get'>;
export type Edition = Program['editions'][number];

/** A line of the table: counted, planned ahead and the target, where there is one. */
export interface NumberLine {
  readonly delivered: number;
  readonly planned: number | null;
  readonly target: number | null;
}

/** Editions in which libraries are trained: only those have days to reach. */
export function trainingEditions({ editions }: Program): readonly Edition[] {
  return editions.filter((edition) => edition.curriculum.length > 0);
}

/**
 * The editions that the programme's source tells about. They come with the program under fixed ids,
 * `edition.<key>`; later editions and the demonstration's have ids of their own.
 */
export function editionsOfSource(program: Program): readonly Edition[] {
  return trainingEditions(program).filter(({ id }) => id.startsWith('edition.'));
}

/** The targets of some editions together; null when none has one. */
export function targetOf(editions: readonly Edition[]): number | null {
  const targets = editions.flatMap(({ targets: { trainingDaysTotal } }) =>
    trainingDaysTotal === null ? [] : [trainingDaysTotal],
  );
  return targets.length === 0 ? null : targets.reduce((sum, one) => sum + one, 0);
}

/** What is still missing to the target; negative beyond it, null without one. */
export function toTarget({ delivered, target }: NumberLine): number | null {
  return target === null ? null : target - delivered;
}

/** Where the source's figure and the sum of the plans differ (domain rule 1); null when they agree. */
export interface StatedDifference {
  readonly stated: number;
  readonly target: number;
  /** Positive: the source says more. */
  readonly by: number;
}

/** Compares what the source states with what the plans add up to. */
export function statedDifference(program: Program): StatedDifference | null {
  const { trainingDays: stated } = program.stated;
  const target = targetOf(editionsOfSource(program));
  if (stated === null || target === null || stated === target) return null;
  return { stated, target, by: stated - target };
}
