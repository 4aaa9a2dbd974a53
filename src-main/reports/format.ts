/** No-break space: keeps a number with its unit and a day with its month. */
export const NBSP = '\u00a0';

const inUtc = { timeZone: 'UTC' } as const;
const dayAndMonth = new Intl.DateTimeFormat('pl', {
  day: 'numeric',
  month: 'long',
  ...inUtc,
});
const weekdayName = new Intl.DateTimeFormat('pl', {
  weekday: 'long',
  ...inUtc,
});
const weekdayShort = new Intl.DateTimeFormat('pl', {
  weekday: 'short',
  ...inUtc,
});
const decimalFormat = new Intl.NumberFormat('pl', { maximumFractionDigits: 2 });
const meanFormat = new Intl.NumberFormat('pl', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const pluralRules = new Intl.PluralRules('pl');

// A calendar day becomes an instant in UTC and is printed in UTC, so no zone can shift it.
const asUtc = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** `12 marca 2026` */
export function longDate(date: string): string {
  return `${dayInYear(date)} ${date.slice(0, 4)}`;
}

/** `12 marca` */
export function dayInYear(date: string): string {
  return dayAndMonth.format(asUtc(date)).replace(' ', NBSP);
}

/** `czwartek, 12 marca 2026` */
export function dateWithWeekday(date: string): string {
  return `${weekdayName.format(asUtc(date))}, ${longDate(date)}`;
}

/** `czw. 12.03`, for the head of a narrow column. */
export function shortDay(date: string): string {
  const name = weekdayShort.format(asUtc(date)).replace(/\.?$/, '.');
  return `${name} ${Number(date.slice(8))}.${date.slice(5, 7)}`;
}

/** `5–6 marca 2026`, `31 marca – 1 kwietnia 2026`; days that do not follow each other are listed. */
export function dateSpan(dates: readonly string[]): string {
  const sorted = [...new Set(dates)].toSorted();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return longDate(first);
  const length = (asUtc(last).getTime() - asUtc(first).getTime()) / 86_400_000;
  if (length !== sorted.length - 1) return sorted.map(longDate).join('; ');
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${longDate(last)}`;
  const start = first.slice(0, 4) === last.slice(0, 4) ? dayInYear(first) : longDate(first);
  return `${start} – ${longDate(last)}`;
}

/** `9:00` */
export function clock(time: string): string {
  return time.replace(/^0/, '');
}

/** `9:00–16:30` */
export function clockSpan(start: string, end: string): string {
  return `${clock(start)}–${clock(end)}`;
}

/** `6,5` */
export function decimal(value: number): string {
  return decimalFormat.format(value);
}

/** `4,3`, always with one place: for averages in a column. */
export function mean(value: number): string {
  return meanFormat.format(value);
}

/** The forms of a Polish noun after a number: 1 dzień, 2 dni, 5 dni, 1,5 dnia. */
export type WordForms = {
  one: string;
  few: string;
  many: string;
  other: string;
};

/** The form that follows `count`. */
export function plural(count: number, forms: WordForms): string {
  switch (pluralRules.select(count)) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few;
    case 'many':
      return forms.many;
    default:
      return forms.other;
  }
}

/** `a`, `a i b`, `a, b i c` */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('pl', { type: 'conjunction' }).format(words);
}

/** Paragraphs of a text: what line breaks part, without empty ones. */
export function paragraphs(text: string): string[] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
