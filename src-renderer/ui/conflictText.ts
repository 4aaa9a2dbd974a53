import { text } from '../i18n/text.ts';
import { assertNever } from './assertNever.ts';
import { formatDateShort, formatDuration, formatWeekday } from './format.ts';

/** A warning about a plan, as the contract's `ConflictView` has it. */
export interface ConflictToSay {
  readonly key: string;
  readonly kind:
    | 'person-booked'
    | 'library-booked'
    | 'holiday'
    | 'sunday'
    | 'outside-phase'
    | 'too-many-days'
    | 'travel';
  readonly date: string | null;
  readonly details: Readonly<Record<string, string | number>>;
  /** The reason already saved for going against it. */
  readonly reason: string | null;
}

function word(conflict: ConflictToSay, name: string): string {
  return String(conflict.details[name] ?? '');
}

function minutes(conflict: ConflictToSay, name: string): string {
  const value = Number(conflict.details[name] ?? 0);
  return value > 0 ? formatDuration(value) : text('conflicts.noGap');
}

function clash(conflict: ConflictToSay): { name: string; with: string; hours: string } {
  const start = word(conflict, 'start');
  const end = word(conflict, 'end');
  const hours = start === '' || end === '' ? text('conflicts.wholeDay') : `${start}–${end}`;
  return { name: word(conflict, 'name'), with: word(conflict, 'with'), hours };
}

function dayCount(conflict: ConflictToSay, name: string): string {
  return text('conflicts.days', { count: Number(conflict.details[name] ?? 0) });
}

/** A warning as one Polish sentence, without its day. */
export function conflictSentence(conflict: ConflictToSay): string {
  switch (conflict.kind) {
    case 'person-booked':
      return conflict.details['what'] === 'session'
        ? text('conflicts.person-booked.session', clash(conflict))
        : text('conflicts.person-booked.workshop', clash(conflict));
    case 'library-booked':
      return conflict.details['what'] === 'session'
        ? text('conflicts.library-booked.session', clash(conflict))
        : text('conflicts.library-booked.workshop', clash(conflict));
    case 'holiday':
      return text('conflicts.holiday', { name: word(conflict, 'name') });
    case 'sunday':
      return text('conflicts.sunday');
    case 'outside-phase':
      return text('conflicts.outside-phase', {
        name: word(conflict, 'name'),
        range: `${formatDateShort(word(conflict, 'from'))}–${formatDateShort(word(conflict, 'to'))}`,
      });
    case 'too-many-days':
      return text('conflicts.too-many-days', {
        name: word(conflict, 'name'),
        days: dayCount(conflict, 'days'),
        planned: dayCount(conflict, 'planned'),
      });
    case 'travel':
      return text('conflicts.travel', {
        ...clash(conflict),
        town: word(conflict, 'town'),
        needed: minutes(conflict, 'minutes'),
        gap: minutes(conflict, 'gap'),
      });
    default:
      return assertNever(conflict.kind);
  }
}

/** The day of a warning, `pt. 12.03.2027`; empty when it is about no single day. */
export function conflictDay(conflict: ConflictToSay): string {
  return conflict.date === null
    ? ''
    : `${formatWeekday(conflict.date, 'short')} ${formatDateShort(conflict.date)}`;
}
