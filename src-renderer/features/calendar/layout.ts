import { addDays } from '../../ui/calendarDate.ts';
import type { CalendarEvent } from './calendarTypes.ts';
import { minutesOf } from './dates.ts';

/** One event across some days of a week: a workshop's days in a row are one bar. */
export interface Span {
  readonly key: string;
  /** The days in it, in order; at least one. */
  readonly events: readonly [CalendarEvent, ...CalendarEvent[]];
  /** Column of the first day, from 0. */
  readonly from: number;
  readonly length: number;
  /** Line within the week, from 0. */
  readonly lane: number;
  /** The workshop goes on outside this bar. */
  readonly before: boolean;
  readonly after: boolean;
}

function startOf(event: CalendarEvent): string {
  return `${event.date} ${event.start ?? ''}`;
}

function startOfRun([first]: readonly CalendarEvent[]): string {
  return first === undefined ? '' : startOf(first);
}

/** Days of one workshop that follow one another, and every session by itself. */
function runsOf(events: readonly CalendarEvent[]): CalendarEvent[][] {
  const runs: CalendarEvent[][] = [];
  const last = new Map<string, CalendarEvent[]>();
  for (const event of events.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))) {
    const run = event.kind === 'workshop' ? last.get(event.openId) : undefined;
    const end = run?.at(-1);
    if (run !== undefined && end !== undefined && addDays(end.date, 1) === event.date) {
      run.push(event);
      continue;
    }
    const fresh = [event];
    runs.push(fresh);
    if (event.kind === 'workshop') last.set(event.openId, fresh);
  }
  return runs;
}

/** Places a week's events as bars: long ones first, then by time, each on the first free line. */
export function spansOfWeek(
  events: readonly CalendarEvent[],
  week: readonly string[],
): readonly Span[] {
  const column = new Map(week.map((date, index) => [date, index]));
  const taken: boolean[][] = [];
  const free = (lane: number, from: number, length: number): boolean =>
    Array.from({ length }, (_, offset) => taken[lane]?.[from + offset] !== true).every(Boolean);
  return runsOf(events.filter(({ date }) => column.has(date)))
    .toSorted((a, b) => b.length - a.length || startOfRun(a).localeCompare(startOfRun(b), 'en'))
    .flatMap((run): Span[] => {
      const [first, ...rest] = run;
      if (first === undefined) return [];
      const from = column.get(first.date) ?? 0;
      let lane = 0;
      while (!free(lane, from, run.length)) lane += 1;
      const line = (taken[lane] ??= []);
      for (let day = from; day < from + run.length; day += 1) line[day] = true;
      const others = events.filter((event) => event.openId === first.openId);
      const last = rest.at(-1) ?? first;
      return [
        {
          key: first.id,
          events: [first, ...rest],
          from,
          length: run.length,
          lane,
          before: others.some(({ date }) => date === addDays(first.date, -1)),
          after: others.some(({ date }) => date === addDays(last.date, 1)),
        },
      ];
    });
}

/** An event in a day's column: which of several side by side it is. */
export interface Placed {
  readonly event: CalendarEvent;
  readonly lane: number;
  readonly lanes: number;
}

/** Hours of an event in minutes; at least half an hour is drawn, so that it can be read and pressed. */
export function hoursOf(event: CalendarEvent): { readonly from: number; readonly to: number } {
  const from = minutesOf(event.start ?? '00:00');
  const to = event.end === null ? from + 60 : minutesOf(event.end);
  return { from, to: Math.max(to, from + 30) };
}

/** Places a day's timed events side by side where they overlap. */
export function placesInDay(events: readonly CalendarEvent[]): readonly Placed[] {
  const timed = events
    .filter(({ start }) => start !== null)
    .toSorted((a, b) => hoursOf(a).from - hoursOf(b).from || hoursOf(b).to - hoursOf(a).to);
  const placed: Placed[] = [];
  let group: { event: CalendarEvent; lane: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    placed.push(...group.map((one) => ({ ...one, lanes: ends.length })));
    group = [];
    ends = [];
  };
  for (const event of timed) {
    const { from, to } = hoursOf(event);
    if (group.length > 0 && Math.max(...ends) <= from) close();
    const found = ends.findIndex((end) => end <= from);
    const lane = found === -1 ? ends.length : found;
    ends[lane] = to;
    group.push({ event, lane });
  }
  close();
  return placed;
}

const USUAL_FROM = 7;
const USUAL_TO = 20;

/** The hours that a week shows: seven to twenty, and more where something is earlier or later. */
export function shownHours(events: readonly CalendarEvent[]): {
  readonly from: number;
  readonly to: number;
} {
  const timed = events.filter(({ start }) => start !== null).map(hoursOf);
  return {
    from: Math.min(USUAL_FROM, ...timed.map(({ from }) => Math.floor(from / 60))),
    to: Math.max(USUAL_TO, ...timed.map(({ to }) => Math.min(24, Math.ceil(to / 60)))),
  };
}
