import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src-renderer/features/calendar/calendarTypes.ts';
import {
  movedByMonths,
  rangeOf,
  stepped,
  titleOf,
  weeksOfMonth,
} from '../../../src-renderer/features/calendar/dates.ts';
import {
  placesInDay,
  shownHours,
  spansOfWeek,
} from '../../../src-renderer/features/calendar/layout.ts';
import { shiftedDays } from '../../../src-renderer/features/calendar/moving.ts';
import { CalendarEvent as CalendarEventSchema } from '../../../src-main/contract/workshopCalls.ts';
import { TrainingDay } from '../../../src-main/domain/workshop.ts';
import { recorded } from '../../../src-main/domain/noun.ts';

function event(
  date: string,
  changed: Partial<Record<keyof CalendarEvent, unknown>> = {},
): CalendarEvent {
  return CalendarEventSchema.parse({
    id: `${date} ${JSON.stringify(changed)}`,
    kind: 'workshop',
    openId: 'w',
    title: 'Diagnoza',
    date,
    start: '09:00',
    end: '16:00',
    state: 'planned',
    place: '',
    remote: false,
    people: [],
    libraries: [],
    hasConflict: false,
    ...changed,
  });
}

const WEEK = Array.from(
  { length: 7 },
  (_, index) => `2027-03-${String(8 + index).padStart(2, '0')}`,
);

describe('weeks and steps', () => {
  it('gives the weeks that a month touches, Monday first, over both ends of summer time', () => {
    const march = weeksOfMonth('2027-03-15');
    expect(march.map(([monday]) => monday)).toEqual([
      '2027-03-01',
      '2027-03-08',
      '2027-03-15',
      '2027-03-22',
      '2027-03-29',
    ]);
    const october = weeksOfMonth('2027-10-01').flat();
    expect(new Set(october).size).toBe(october.length);
    expect(october.at(-1)).toBe('2027-10-31');
  });

  it('keeps the day of the month where the other month has it', () => {
    expect(movedByMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(movedByMonths('2027-12-15', 1)).toBe('2028-01-15');
    expect(movedByMonths('2027-01-15', -1)).toBe('2026-12-15');
    expect(stepped('week', '2027-03-08', -1)).toBe('2027-03-01');
  });

  it('says what is shown', () => {
    expect(rangeOf('month', '2027-03-15')).toEqual({ from: '2027-03-01', to: '2027-04-04' });
    expect(titleOf('month', '2027-03-15')).toBe('Marzec 2027');
    expect(titleOf('week', '2027-03-15')).toBe('15–21 marca 2027');
    expect(titleOf('day', '2027-03-15')).toBe('Poniedziałek, 15 marca 2027');
  });
});

describe('spansOfWeek', () => {
  it('draws days in a row as one bar, and a gap as two', () => {
    const spans = spansOfWeek(
      ['2027-03-08', '2027-03-09', '2027-03-11'].map((date) => event(date)),
      WEEK,
    );
    expect(spans.map(({ from, length, lane }) => [from, length, lane])).toEqual([
      [0, 2, 0],
      [3, 1, 0],
    ]);
  });

  it('goes on from the week before and into the next one', () => {
    const events = ['2027-03-07', '2027-03-08', '2027-03-14', '2027-03-15'].map((date) =>
      event(date),
    );
    expect(spansOfWeek(events, WEEK)).toMatchObject([
      { from: 0, length: 1, before: true, after: false },
      { from: 6, length: 1, before: false, after: true },
    ]);
  });

  it('puts long bars first and never two things on one place', () => {
    const events = [
      event('2027-03-09', { openId: 'a', kind: 'session', start: '08:00' }),
      event('2027-03-09', { openId: 'a', kind: 'session', start: '10:00' }),
      ...['2027-03-08', '2027-03-09', '2027-03-10'].map((date) => event(date, { openId: 'b' })),
      event('2027-03-10', { openId: 'c', kind: 'session' }),
    ];
    const spans = spansOfWeek(events, WEEK);
    expect(spans[0]).toMatchObject({ length: 3, lane: 0 });
    const places = spans.flatMap(({ from, length, lane }) =>
      Array.from({ length }, (_, offset) => `${lane} ${from + offset}`),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(spans).toHaveLength(4);
  });

  it('places three hundred events of a week in a moment', () => {
    const events = Array.from({ length: 300 }, (_, index) =>
      event(WEEK[index % 7] ?? '', { openId: String(index), kind: 'session' }),
    );
    const started = performance.now();
    expect(spansOfWeek(events, WEEK)).toHaveLength(300);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('placesInDay', () => {
  it('puts overlapping events beside each other and lets later ones be wide again', () => {
    const placed = placesInDay([
      event('2027-03-09', { openId: 'a', start: '09:00', end: '12:00' }),
      event('2027-03-09', { openId: 'b', start: '09:00', end: '10:00' }),
      event('2027-03-09', { openId: 'c', start: '10:00', end: '11:00' }),
      event('2027-03-09', { openId: 'd', start: '13:00', end: '14:00' }),
      event('2027-03-09', { openId: 'e', start: null, end: null }),
    ]);
    expect(placed.map(({ event: { openId }, lane, lanes }) => [openId, lane, lanes])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 1, 2],
      ['d', 0, 1],
    ]);
  });

  it('shows more hours only where something is early or late', () => {
    expect(shownHours([event('2027-03-09')])).toEqual({ from: 7, to: 20 });
    expect(shownHours([event('2027-03-09', { start: '06:30', end: '21:10' })])).toEqual({
      from: 6,
      to: 22,
    });
  });
});

describe('shiftedDays', () => {
  const day = recorded(TrainingDay).parse({
    id: 'trainingDay.one',
    workshopId: 'workshop.one',
    date: '2027-03-27',
    start: '09:00',
    end: '16:00',
    value: 1,
    attendanceConfirmedAt: null,
    revision: 1,
    createdAt: '2027-01-01T10:00:00.000Z',
    updatedAt: '2027-01-01T10:00:00.000Z',
    originWorkspace: 'test',
    deletedAt: null,
  });

  it('moves all days by the same shift, over summer time, keeping the hours', () => {
    const next = { ...day, date: TrainingDay.shape.date.parse('2027-03-28') };
    expect(shiftedDays([day, next], { days: 1, minutes: 0 })).toMatchObject([
      { date: '2027-03-28', start: '09:00', end: '16:00' },
      { date: '2027-03-29', start: '09:00', end: '16:00' },
    ]);
  });

  it('stays within the clock', () => {
    expect(shiftedDays([day], { days: 0, minutes: 600 })).toMatchObject([
      { start: '16:59', end: '23:59' },
    ]);
    expect(shiftedDays([day], { days: 0, minutes: -600 })).toMatchObject([
      { start: '00:00', end: '07:00' },
    ]);
  });
});
