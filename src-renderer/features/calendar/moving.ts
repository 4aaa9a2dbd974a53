import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';
import { addDays } from '../../ui/calendarDate.ts';
import type { Shift } from './calendarTypes.ts';
import { minutesOf, timeOf } from './dates.ts';

/** A workshop that is to be moved, as the store has it. */
export type WorkshopToMove = Pick<CallOutput<'workshop.get'>, 'workshop' | 'days'>;
export type MovedDay = CallInput<'workshop.moveDays'>['days'][number];

/** All days of a workshop, each moved by the same shift; hours stay within their day. */
export function shiftedDays(days: WorkshopToMove['days'], shift: Shift): readonly MovedDay[] {
  const starts = days.map(({ start }) => minutesOf(start));
  const ends = days.map(({ end }) => minutesOf(end));
  // The whole workshop stops where its earliest or latest day would leave the clock.
  const minutes = Math.max(
    -Math.min(...starts),
    Math.min(shift.minutes, 24 * 60 - 1 - Math.max(...ends)),
  );
  return days.map(({ id, date, start, end }) => ({
    id,
    date: addDays(date, shift.days),
    start: timeOf(minutesOf(start) + minutes),
    end: timeOf(minutesOf(end) + minutes),
  }));
}

/** Reasons saved with a workshop, so that moving it back needs no new ones. */
export function savedReasons({ workshop }: WorkshopToMove): { key: string; reason: string }[] {
  return workshop.overriddenConflicts.map(({ key, reason }) => ({ key, reason }));
}

/** Has a day's attendance been confirmed? What was held is not moved. */
export function hasConfirmedDay({ days }: WorkshopToMove): boolean {
  return days.some(({ attendanceConfirmedAt }) => attendanceConfirmedAt !== null);
}
