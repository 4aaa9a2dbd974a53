import { text } from '../i18n/text.ts';
import { daysBetween, inWarsaw, utcMidnight } from './calendarDate.ts';

const NO_BREAK = '\u00a0';

function dateFormatter(options: Intl.DateTimeFormatOptions): (date: string) => string {
  const formatter = new Intl.DateTimeFormat('pl-PL', { timeZone: 'UTC', ...options });
  return (date) => formatter.format(utcMidnight(date));
}

const dayMonthYear = dateFormatter({ day: 'numeric', month: 'long', year: 'numeric' });
const dayMonth = dateFormatter({ day: 'numeric', month: 'long' });
const dayShortMonth = dateFormatter({ day: 'numeric', month: 'short' });
const numeric = dateFormatter({ day: '2-digit', month: '2-digit', year: 'numeric' });
const monthYear = dateFormatter({ month: 'long', year: 'numeric' });
const longWeekday = dateFormatter({ weekday: 'long' });
const shortWeekday = dateFormatter({ weekday: 'short' });

/** `'2027-03-12'` as `12 marca 2027`. */
export function formatDate(date: string): string {
  return dayMonthYear(date);
}

/** `'2027-03-12'` as `12.03.2027`. */
export function formatDateShort(date: string): string {
  return numeric(date);
}

/** `'2027-03-12'` as `marzec 2027`. */
export function formatMonth(date: string): string {
  return monthYear(date);
}

/** `'2027-03-12'` as `piątek`, or `pt.` when short. */
export function formatWeekday(date: string, length: 'long' | 'short' = 'long'): string {
  return length === 'long' ? longWeekday(date) : shortWeekday(date);
}

/** A day near today as people say it: `dziś`, `jutro`, `pt. 12 mar`, and with the year when it differs. */
export function formatDateNear(date: string, today: string): string {
  const away = daysBetween(today, date);
  if (away === 0) return text('ui.date.today');
  if (away === 1) return text('ui.date.tomorrow');
  if (away === -1) return text('ui.date.yesterday');
  const day = `${shortWeekday(date)} ${dayShortMonth(date)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`;
}

/** Two days as a range: `12–13 marca 2027`, `30 marca – 2 kwietnia 2027`; one day when they are the same. */
export function formatRange(from: string, to: string): string {
  if (from === to) return formatDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDate(to)}`;
  const start = from.slice(0, 4) === to.slice(0, 4) ? dayMonth(from) : formatDate(from);
  return `${start} – ${formatDate(to)}`;
}

/** A moment (`2027-03-12T13:05:00.000Z`) on the Polish clock: `12.03.2027 14:05`. */
export function formatInstant(instant: string): string {
  const { date, time } = inWarsaw(new Date(instant));
  return `${formatDateShort(date)} ${time}`;
}

const whole = new Intl.NumberFormat('pl-PL', { maximumFractionDigits: 2, useGrouping: 'always' });
const zlotys = new Intl.NumberFormat('pl-PL', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: 'always',
});

/** `12500.5` as `12 500,5`. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** Grosze as złotys: `1000000` gives `10 000,00 zł`. */
export function formatMoney(grosze: number): string {
  return `${zlotys.format(grosze / 100)}${NO_BREAK}zł`;
}

/** Minutes as `45 min`, `1 h`, `1 h 30 min`. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? `${hours}${NO_BREAK}h` : '', rest > 0 ? `${rest}${NO_BREAK}min` : ''];
  return parts.filter((part) => part !== '').join(' ') || `0${NO_BREAK}min`;
}

/** The first letters of a name's first and last word: `Anna Maria Nowak` gives `AN`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('pl') ?? '').join('');
}
