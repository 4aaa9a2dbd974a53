import { addDays, dateOf, isDate, weekdayOf } from './calendarDate.ts';
import { foldText } from './collation.ts';

/** What a typed text means: a value, nothing typed, unclear, or a day that does not exist. */
export type Parsed<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'missing' };

const WORDS: Readonly<Record<string, number>> = {
  dzis: 0,
  dzisiaj: 0,
  jutro: 1,
  pojutrze: 2,
  wczoraj: -1,
};

const WEEKDAYS = ['poniedzialek', 'wtorek', 'sroda', 'czwartek', 'piatek', 'sobota', 'niedziela'];

const MONTHS = ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paz', 'lis', 'gru'];

function value<Value>(found: Value | null): Parsed<Value> {
  return found === null ? { kind: 'missing' } : { kind: 'value', value: found };
}

function monthNumber(word: string): number | null {
  const number = /^\d+$/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3)) + 1;
  return number === 0 ? null : number;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** The next day with a weekday's name, tomorrow at the earliest; at least two letters of it suffice. */
function nextWeekday(word: string, today: string): string | null {
  const short: Readonly<Record<string, number>> = {
    pn: 1,
    pon: 1,
    wt: 2,
    sr: 3,
    czw: 4,
    pt: 5,
    nd: 7,
  };
  const starts = WEEKDAYS.findIndex((name) => word.length > 2 && name.startsWith(word)) + 1;
  const weekday = short[word] ?? starts;
  if (weekday === 0) return null;
  const away = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, away === 0 ? 7 : away);
}

/**
 * Reads a date as people type it: `12.03.2027`, `12.3`, `12 mar`, `2027-03-12`, `jutro`, `pt`, `+7`.
 * Without a year it is the nearest such day within half a year either way of `today`.
 */
export function parseDate(typed: string, today: string): Parsed<string> {
  const source = foldText(typed.trim()).replace(/\.$/, '');
  if (source === '') return { kind: 'empty' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(source)) return value(isDate(source) ? source : null);
  const words = WORDS[source];
  if (words !== undefined) return value(addDays(today, words));
  const jump = /^([+-]\d{1,3})$/.exec(source);
  if (jump !== null) return value(addDays(today, Number(jump[1])));
  const weekday = nextWeekday(source, today);
  if (weekday !== null) return value(weekday);

  const parts = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,})(?:[\s./-]+(\d{4}|\d{2}))?$/.exec(source);
  const month = monthNumber(parts?.[2] ?? '');
  if (parts === null || month === null) return { kind: 'unclear' };
  const day = Number(parts[1]);
  if (parts[3] !== undefined) return value(dateOf(fullYear(parts[3]), month, day));
  const year = Number(today.slice(0, 4));
  const near = [year - 1, year, year + 1]
    .map((candidate) => dateOf(candidate, month, day))
    .filter((candidate) => candidate !== null)
    .find((candidate) => candidate >= addDays(today, -182));
  return value(near ?? null);
}

/** Reads a time as people type it: `9`, `9:30`, `9.30`, `930`, `0930`, `17`. */
export function parseTime(typed: string): Parsed<string> {
  const source = typed.trim();
  if (source === '') return { kind: 'empty' };
  const match = /^(\d{1,2})(?:[:.,\s]?(\d{2}))?$/.exec(source);
  if (match === null) return { kind: 'unclear' };
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hours > 23 || minutes > 59) return { kind: 'unclear' };
  return {
    kind: 'value',
    value: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
  };
}

/**
 * Reads an amount in złotys into grosze. A comma is the decimal sign; a dot or a space before exactly
 * three digits groups thousands (`10.000` is ten thousand); anything else is unclear and must be asked about.
 */
export function parseMoney(typed: string): Parsed<number> {
  const source = typed
    .replace(/\s*z[łl]\.?$/i, '')
    .trim()
    .replace(/\s/g, ' ');
  if (source === '') return { kind: 'empty' };
  const match = /^(\d+|\d{1,3}(?:[ .]\d{3})+)(?:,(\d{1,2}))?$/.exec(source);
  if (match === null) return { kind: 'unclear' };
  const zlotys = Number((match[1] ?? '').replace(/[ .]/g, ''));
  const grosze = Number((match[2] ?? '0').padEnd(2, '0'));
  return { kind: 'value', value: zlotys * 100 + grosze };
}
