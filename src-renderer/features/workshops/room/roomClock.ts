import { minutesOf } from '../page/agendaClock.ts';

/** A local moment: `YYYY-MM-DD` and `HH:mm`. */
export interface Moment {
  readonly date: string;
  readonly time: string;
}

/** Where a day's agenda stands by its plan. */
export type Standing =
  /** The day is another one. */
  | { readonly kind: 'otherDay' }
  | { readonly kind: 'before' }
  /** `left` in whole minutes, at least 1; `share` of the block that has passed, 0 to 1. */
  | {
      readonly kind: 'block';
      readonly index: number;
      readonly left: number;
      readonly share: number;
    }
  | { readonly kind: 'after' };

/** The day to show: today's, else the next one, else the last. Days are in their order. */
export function dayToShow<Day extends { readonly date: string }>(
  days: readonly Day[],
  today: string,
): Day | undefined {
  return days.find(({ date }) => date >= today) ?? days.at(-1);
}

/** Which block is on by the plan; `minutes` are the blocks' lengths in their order. */
export function standingAt(
  day: { readonly date: string; readonly start: string },
  minutes: readonly number[],
  moment: Moment,
): Standing {
  if (day.date !== moment.date) return { kind: 'otherDay' };
  let passed = minutesOf(moment.time) - minutesOf(day.start);
  if (passed < 0) return { kind: 'before' };
  for (const [index, length] of minutes.entries()) {
    if (passed < length) {
      return { kind: 'block', index, left: length - passed, share: passed / length };
    }
    passed -= length;
  }
  return { kind: 'after' };
}
