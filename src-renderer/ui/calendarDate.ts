/**
 * Calendar days as `YYYY-MM-DD` strings. All arithmetic goes through UTC midnights, so no day can shift
 * with the machine's time zone or with summer time.
 */

const DAY_MS = 86_400_000;

/** The number of the day since 1970-01-01, or `null` when there is no such day. */
function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const instant = new Date(Date.UTC(year, month - 1, day));
  instant.setUTCFullYear(year);
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) return null;
  return instant.getTime() / DAY_MS;
}

function dayNumberOrThrow(date: string): number {
  const number = dayNumber(date);
  if (number === null) throw new RangeError(`Not a calendar day: ${date}`);
  return number;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  return dayNumber(value) !== null;
}

/** The day as an instant at UTC midnight, for formatting with `timeZone: 'UTC'` only. */
export function utcMidnight(date: string): Date {
  return new Date(dayNumberOrThrow(date) * DAY_MS);
}

/** The day `count` days later (earlier, when negative). */
export function addDays(date: string, count: number): string {
  return new Date((dayNumberOrThrow(date) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumberOrThrow(to) - dayNumberOrThrow(from);
}

/** The day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return utcMidnight(date).getUTCDay() || 7;
}

/** A day made of its parts, or `null` when there is no such day. */
export function dateOf(year: number, month: number, day: number): string | null {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDate(date) ? date : null;
}

const warsaw = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as people in Poland see it on the calendar and the clock. */
export function inWarsaw(instant: Date): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = warsaw.format(instant).split(' ');
  return { date, time };
}

/** Today in Poland, `YYYY-MM-DD`. */
export function today(): string {
  return inWarsaw(new Date()).date;
}

/** The time in Poland, `HH:mm`. */
export function nowTime(): string {
  return inWarsaw(new Date()).time;
}
