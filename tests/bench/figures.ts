/** What a figure is counted in. */
export type Unit = 'ms' | 'kB' | 'MB';

/** Which of the samples' values a target speaks of. */
export type Judged = 'median' | 'p95' | 'max';

/** One measured line of the table. */
export interface Figure {
  readonly title: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
  readonly judged: Judged;
  /** The most that the judged value may be, or the median as a multiple of its baseline; neither: only told. */
  readonly target?: { readonly value?: number; readonly ratio?: number };
  /** The median of what the same run measured to compare with. */
  readonly baseline?: { readonly title: string; readonly value: number };
  /** What a reader has to know to take the figure for what it is. */
  readonly note?: string;
}

/** Whether a figure keeps to its target; `told` has none. */
export type Verdict = 'ok' | 'OVER' | 'told';

/**
 * The value below which this share of the samples lies (nearest rank).
 * @param share 0..1
 * @throws when there is no sample
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

/** The middle sample; of an even number the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  const half = samples.length / 2;
  const sorted = samples.toSorted((one, other) => one - other);
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  if (middle.length === 0) throw new Error('Nothing was measured');
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

/**
 * The round whose p95 is the lowest. What else the machine does only ever adds to a time, so the
 * quietest of some rounds is nearest to what the program itself takes.
 * @throws when there is no round
 */
export function quietest(rounds: readonly (readonly number[])[]): readonly number[] {
  const [first] = rounds.toSorted((one, other) => percentile(one, 0.95) - percentile(other, 0.95));
  if (first === undefined) throw new Error('Nothing was measured');
  return first;
}

/** The value that the figure's target speaks of. */
export function judgedValue({ samples, judged }: Pick<Figure, 'samples' | 'judged'>): number {
  switch (judged) {
    case 'median':
      return median(samples);
    case 'p95':
      return percentile(samples, 0.95);
    case 'max':
      return percentile(samples, 1);
    default:
      return unknownJudged(judged);
  }
}

function unknownJudged(judged: never): never {
  throw new Error(`Unknown judged value: ${String(judged)}`);
}

/** How many times its baseline the median is, where there is a baseline. */
export function ratioOf({ baseline, samples }: Figure): number | undefined {
  return baseline && median(samples) / baseline.value;
}

/** Compares a figure with its target. */
export function verdictOf(figure: Figure): Verdict {
  const { value, ratio } = figure.target ?? {};
  if (value === undefined && ratio === undefined) return 'told';
  const over =
    judgedValue(figure) > (value ?? Infinity) || (ratioOf(figure) ?? 0) > (ratio ?? Infinity);
  return over ? 'OVER' : 'ok';
}
