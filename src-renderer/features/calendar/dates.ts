import { addDays, dateOf, weekdayOf } from '../../ui/calendarDate.ts';
import { formatDate, formatMonth, formatRange, formatWeekday } from '../../ui/format.ts';
import { assertNever } from '../../ui/assertNever.ts';
import type { View } from './calendarTypes.ts';

/** Days shown by the agenda from its first one. */
const AGENDA_DAYS = 42;

/** The Monday of a day's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function daysFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The seven days of a day's week, Monday first. */
export function weekOf(date: string): readonly string[] {
  return daysFrom(mondayOf(date), 7);
}

/** The weeks that a month touches, each of seven days, Monday first. */
export function weeksOfMonth(date: string): readonly (readonly string[])[] {
  const first = firstOfMonth(date);
  const next = movedByMonths(first, 1);
  const weeks: (readonly string[])[] = [];
  for (let monday = mondayOf(first); monday < next; monday = addDays(monday, 7)) {
    weeks.push(daysFrom(monday, 7));
  }
  return weeks;
}

/** The same day of another month, or that month's last day when it is shorter. */
export function movedByMonths(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  for (let day = Number(date.slice(8)); day > 28; day -= 1) {
    const found = dateOf(year, month, day);
    if (found !== null) return found;
  }
  return dateOf(year, month, Math.min(28, Number(date.slice(8)))) ?? date;
}

/** The first and the last day that a view shows. */
export function rangeOf(view: View, date: string): { readonly from: string; readonly to: string } {
  switch (view) {
    case 'month': {
      const weeks = weeksOfMonth(date);
      return { from: weeks[0]?.[0] ?? date, to: weeks.at(-1)?.[6] ?? date };
    }
    case 'week':
      return { from: mondayOf(date), to: addDays(mondayOf(date), 6) };
    case 'day':
      return { from: date, to: date };
    case 'agenda':
      return { from: date, to: addDays(date, AGENDA_DAYS - 1) };
    default:
      return assertNever(view);
  }
}

/** The day that a view is on after a step back (-1) or forward (1). */
export function stepped(view: View, date: string, direction: -1 | 1): string {
  switch (view) {
    case 'month':
      return movedByMonths(date, direction);
    case 'week':
      return addDays(date, 7 * direction);
    case 'day':
      return addDays(date, direction);
    case 'agenda':
      return addDays(date, AGENDA_DAYS * direction);
    default:
      return assertNever(view);
  }
}

function capitalized(words: string): string {
  return words.charAt(0).toLocaleUpperCase('pl') + words.slice(1);
}

/** What the view shows, in words: `Marzec 2027`, `8–14 marca 2027`, `Piątek, 12 marca 2027`. */
export function titleOf(view: View, date: string): string {
  const { from, to } = rangeOf(view, date);
  switch (view) {
    case 'month':
      return capitalized(formatMonth(date));
    case 'day':
      return capitalized(`${formatWeekday(date)}, ${formatDate(date)}`);
    case 'week':
    case 'agenda':
      return formatRange(from, to);
    default:
      return assertNever(view);
  }
}

/** A time of day in minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes after midnight as `HH:mm`, kept within the day. */
export function timeOf(minutes: number): string {
  const kept = Math.max(0, Math.min(24 * 60 - 1, minutes));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}
