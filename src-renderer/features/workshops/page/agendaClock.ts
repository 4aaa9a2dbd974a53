import { minutesDone, trainingHours } from '../../../../src-main/domain/agendaItem.ts';
import { foldText } from '../../../ui/collation.ts';
import type { AgendaItem } from './pageData.ts';

/** Minutes after midnight of `HH:mm`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes after midnight as `HH:mm`; a day that runs past midnight goes on from 00:00. */
function timeOf(minutes: number): string {
  const kept = minutes % (24 * 60);
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}

/** When each block begins, `HH:mm`, if all before it take their minutes; the last entry is the end of the day. */
export function runningClock(start: string, minutes: readonly number[]): readonly string[] {
  let clock = minutesOf(start);
  const times = [timeOf(clock)];
  for (const length of minutes) {
    clock += length;
    times.push(timeOf(clock));
  }
  return times;
}

/** The sums under a day's agenda, in minutes unless said otherwise. */
export interface AgendaTotals {
  /** Training blocks as planned, without breaks. */
  readonly planned: number;
  readonly plannedBreaks: number;
  /** Training blocks as they went, without breaks. */
  readonly done: number;
  /** In units of the edition's training hour. */
  readonly hoursDone: number;
  /** Free minutes before the end of the day as planned; negative when the blocks do not fit. */
  readonly spare: number;
}

/** Adds up a day's agenda. `hourUnit` is the length of a training hour in minutes. */
export function agendaTotals(
  items: readonly AgendaItem[],
  day: { readonly start: string; readonly end: string },
  hourUnit: number,
): AgendaTotals {
  const sum = (some: readonly AgendaItem[], of: (item: AgendaItem) => number): number =>
    some.reduce((total, item) => total + of(item), 0);
  const blocks = items.filter(({ isBreak }) => !isBreak);
  const breaks = items.filter(({ isBreak }) => isBreak);
  const planned = sum(blocks, ({ plannedMinutes }) => plannedMinutes);
  const plannedBreaks = sum(breaks, ({ plannedMinutes }) => plannedMinutes);
  return {
    planned,
    plannedBreaks,
    done: sum(blocks, minutesDone),
    hoursDone: trainingHours(items, hourUnit),
    spare: minutesOf(day.end) - minutesOf(day.start) - planned - plannedBreaks,
  };
}

/** A block as one types it in one line. */
export interface QuickBlock {
  readonly title: string;
  readonly minutes: number;
  readonly isBreak: boolean;
}

const USUAL_MINUTES = 45;
const USUAL_BREAK_MINUTES = 15;
const BREAK_WORDS = ['przerwa', 'obiad', 'lunch', 'kawa'];
const MOST_MINUTES = 24 * 60;

/**
 * Reads a block from one line: `Wywiad w praktyce 90`, `Mapa zasobów 1 h 30`, `Przerwa 15 min`; without minutes a
 * block takes 45 and a break 15. Null when there are no words.
 */
export function readQuickBlock(line: string): QuickBlock | null {
  const match =
    /^(.*?)[\s,:–-]+(?:(\d{1,2})\s*h(?:\s*(\d{1,2})(?:\s*min\.?)?)?|(\d{1,3})\s*(?:min\.?|m)?)$/i.exec(
      line.trim(),
    );
  const title = (match?.[1] ?? line).trim();
  if (title === '') return null;
  const isBreak = BREAK_WORDS.includes(foldText(title).split(/\s+/)[0] ?? '');
  const usual = isBreak ? USUAL_BREAK_MINUTES : USUAL_MINUTES;
  const typed =
    match === null ? usual : Number(match[2] ?? 0) * 60 + Number(match[3] ?? match[4] ?? 0);
  const minutes = typed >= 1 && typed <= MOST_MINUTES ? typed : usual;
  return { title, minutes, isBreak };
}

/** The order with one element moved to another place; the same list when nothing moves. */
export function moved<Thing>(list: readonly Thing[], from: number, to: number): readonly Thing[] {
  const thing = list[from];
  if (thing === undefined || from === to || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, thing);
}
