import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayInWarsaw,
  daysBetween,
  instantOf,
  isRealDate,
  minutesOf,
  PlainDate,
  PlainTime,
  timeInWarsaw,
  timeOf,
  weekday,
} from '../../../src-main/domain/calendar.ts';

const date = (text: string) => PlainDate.parse(text);
const dates = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2060, 0, 1) / 86_400_000 })
  .map((days) => date(new Date(days * 86_400_000).toISOString().slice(0, 10)));

describe('a day', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['1900-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isRealDate(text)).toBe(exists);
  });

  test('moved and counted back is the same number of days, over every change of the clocks', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(weekday(to)).toBe(((((weekday(from) - 1 + days) % 7) + 7) % 7) + 1);
        expect(Date.parse(to) - Date.parse(from)).toBe(days * 86_400_000);
      }),
      { numRuns: 300 },
    );
  });

  test('has the weekday that the calendar on the wall says', () => {
    expect(
      ['2026-11-22', '2026-11-23', '2026-03-29', '2026-10-25'].map((one) => weekday(date(one))),
    ).toEqual([7, 1, 7, 7]);
  });
});

test('a time is minutes from midnight and back, kept within its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      expect(minutesOf(timeOf(minutes))).toBe(minutes);
    }),
  );
  expect([timeOf(-5), timeOf(1440), timeOf(90.4)]).toEqual(['00:00', '23:59', '01:30']);
  expect(PlainTime.safeParse('24:00').success).toBe(false);
});

test('the day and hour in Poland follow its clocks, in winter and in summer', () => {
  const at = (text: string) => {
    const instant = Date.parse(text);
    return `${dayInWarsaw(instant)} ${timeInWarsaw(instant)}`;
  };
  expect(
    [
      '2026-01-31T22:59:59Z',
      '2026-01-31T23:00:00Z',
      '2026-06-30T21:59:59Z',
      '2026-06-30T22:00:00Z',
      '2026-03-29T00:59:59Z',
      '2026-03-29T01:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
    ].map(at),
  ).toEqual([
    '2026-01-31 23:59',
    '2026-02-01 00:00',
    '2026-06-30 23:59',
    '2026-07-01 00:00',
    '2026-03-29 01:59',
    '2026-03-29 03:00',
    '2026-10-25 02:30',
    '2026-10-25 02:30',
  ]);
  expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z');
});

const ZONES = [
  'UTC',
  'Europe/Warsaw',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

/** What the calendar makes of days around changes of the clocks, here and elsewhere. */
function factsInZone(zone: string) {
  process.env['TZ'] = zone; // Node takes a new zone at once
  const around = ['2026-03-28', '2026-10-24', '2026-12-31', '2026-03-07', '2026-10-31'].map(date);
  const days = around.flatMap((day) => [day, addDays(day, 1)]);
  return {
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    facts: {
      days,
      weekdays: days.map(weekday),
      before: days.map((day) => addDays(day, -1)),
      between: days.map((day) => daysBetween(date('2025-12-31'), day)),
      year: Array.from({ length: 366 }, (_, index) => addDays(date('2026-01-01'), index)),
      now: [dayInWarsaw, timeInWarsaw].map((read) => read(Date.parse('2026-11-30T23:30:00Z'))),
    },
  };
}

test('no day shifts with the zone of the machine', () => {
  const before = process.env['TZ'];
  try {
    const seen = ZONES.map(factsInZone);
    expect(seen.map(({ zone, offset }) => [zone, offset])).toEqual([
      ['UTC', 0],
      ['Europe/Warsaw', -60],
      ['America/New_York', 300],
      ['Pacific/Kiritimati', -840],
      ['Pacific/Pago_Pago', 660],
    ]);
    const [first] = seen;
    expect(first?.facts).toMatchObject({
      days: [
        '2026-03-28',
        '2026-03-29',
        '2026-10-24',
        '2026-10-25',
        '2026-12-31',
        '2027-01-01',
        '2026-03-07',
        '2026-03-08',
        '2026-10-31',
        '2026-11-01',
      ],
      weekdays: [6, 7, 6, 7, 4, 5, 6, 7, 6, 7],
      now: ['2026-12-01', '00:30'],
    });
    for (const { facts } of seen) expect(facts).toEqual(first?.facts);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
