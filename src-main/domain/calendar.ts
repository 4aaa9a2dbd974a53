import { addDays as addDaysToDate } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { subYears } from 'date-fns/subYears';
import { z } from 'zod';

const DATE_FORMAT = 'yyyy-MM-dd';

/** Does this calendar day exist? `2015-02-29` does not. */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = parse(text, DATE_FORMAT, new Date(2000, 0, 1));
  return isValid(parsed) && format(parsed, DATE_FORMAT) === text;
}

/** A local calendar day, `YYYY-MM-DD`; never converted between time zones (domain rule 3). */
export const PlainDate = z
  .string()
  .refine(isRealDate, { message: 'date-does-not-exist' })
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof PlainDate>;

/** A local time of day in Europe/Warsaw, `HH:mm`. */
export const PlainTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { message: 'time-does-not-exist' })
  .brand<'PlainTime'>();
export type PlainTime = z.infer<typeof PlainTime>;

/** An instant, as an ISO 8601 text in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

function toLocalDate(date: string): Date {
  // Noon keeps clear of every summer-time change, whatever zone the machine is in.
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

function fromLocalDate(date: Date): PlainDate {
  return PlainDate.parse(format(date, DATE_FORMAT));
}

/** The day `days` later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromLocalDate(addDaysToDate(toLocalDate(date), days));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return differenceInCalendarDays(toLocalDate(to), toLocalDate(from));
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return toLocalDate(date).getDay() || 7;
}

/** Minutes from midnight. */
export function minutesOf(time: PlainTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The time `minutes` after midnight, kept within the day. */
export function timeOf(minutes: number): PlainTime {
  const kept = Math.min(Math.max(0, Math.round(minutes)), 24 * 60 - 1);
  const two = (value: number) => String(value).padStart(2, '0');
  return PlainTime.parse(`${two(Math.floor(kept / 60))}:${two(kept % 60)}`);
}

const warsawDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
});
const warsawTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  hour: '2-digit',
  minute: '2-digit',
});

/** The local calendar day in Poland at an instant (milliseconds since 1970). */
export function dayInWarsaw(instant: number): PlainDate {
  return PlainDate.parse(warsawDay.format(instant));
}

/** The local time in Poland at an instant (milliseconds since 1970). */
export function timeInWarsaw(instant: number): PlainTime {
  return PlainTime.parse(warsawTime.format(instant));
}

/** An instant as text, from milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
  return Instant.parse(new Date(milliseconds).toISOString());
}

/** The same day `years` earlier (or later, when negative); 29 February becomes the 28th where there is none. */
export function yearsBefore(date: PlainDate, years: number): PlainDate {
  return fromLocalDate(subYears(toLocalDate(date), years));
}
