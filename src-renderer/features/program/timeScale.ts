import { daysBetween } from '../../ui/calendarDate.ts';

/** A stretch of calendar drawn from the left edge to the right one. */
export interface TimeScale {
  /** `YYYY-MM-DD`, the first and the last day that are drawn. */
  readonly from: string;
  readonly to: string;
  readonly years: readonly number[];
}

/** Whole years around all of the given ranges; null when there are none. */
export function scaleOf(
  ranges: readonly { readonly from: string; readonly to: string }[],
): TimeScale | null {
  const first = ranges.map(({ from }) => from).toSorted()[0];
  const last = ranges
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const [start, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return {
    from: `${String(start)}-01-01`,
    to: `${String(end)}-12-31`,
    years: Array.from({ length: end - start + 1 }, (_, index) => start + index),
  };
}

/** Where a day begins, as a share of the width: 0 at the left edge, 1 at the right one. */
export function shareOf({ from, to }: TimeScale, date: string): number {
  return daysBetween(from, date) / (daysBetween(from, to) + 1);
}

/** Left edge and width of a range, in per cent. */
export function stretch(
  scale: TimeScale,
  from: string,
  to: string,
): { readonly left: string; readonly width: string } {
  const left = shareOf(scale, from);
  const oneDay = 1 / (daysBetween(scale.from, scale.to) + 1);
  const percent = (share: number): string => `${String(Math.round(share * 10_000) / 100)}%`;
  return { left: percent(left), width: percent(shareOf(scale, to) + oneDay - left) };
}
