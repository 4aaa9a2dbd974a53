import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOverdue } from '../../../src-main/domain/actionStep.ts';
import { AgendaItem, minutesDone, trainingHours } from '../../../src-main/domain/agendaItem.ts';
import { PlainDate, PlainTime } from '../../../src-main/domain/calendar.ts';
import { isOnScale } from '../../../src-main/domain/coachingGoal.ts';
import { CoachingSession, numbersInProcess } from '../../../src-main/domain/coachingSession.ts';
import {
  bookingConflicts,
  distanceKm,
  travelMinutes,
  type Booking,
} from '../../../src-main/domain/conflict.ts';
import { idOf, seededId } from '../../../src-main/domain/id.ts';
import { isMemberOn } from '../../../src-main/domain/participant.ts';
import { reportNumber } from '../../../src-main/domain/report.ts';
import { foldText, oneLine, searchWords } from '../../../src-main/domain/text.ts';
import { arbitraryOf } from '../../helpers/builders.ts';

const date = (text: string) => PlainDate.parse(text);
const time = (text: string) => PlainTime.parse(text);

describe('text as search sees it', () => {
  test.each([
    ['Łódź', 'lodz'],
    ['Gołdap', 'goldap'],
    ['Łapy', 'lapy'],
    ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'zazolc gesla jazn'],
    ['  Sępólno   Krajeńskie ', 'sepolno krajenskie'],
    ['ul. 3 Maja 5/7', 'ul 3 maja 5 7'],
    ['Straße', 'strasse'],
    ['…', ''],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('is the same folded twice, composed or not, in any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aąbcćeęlłoóśzżźŁŚŻ -,.') }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
        expect(foldText(text.toUpperCase())).toBe(folded);
        expect(folded).toMatch(/^[a-z ]*$/);
      }),
    );
  });

  test('is split into words, none for nothing', () => {
    expect([searchWords('Łapy, sala'), searchWords(' - ')]).toEqual([['lapy', 'sala'], []]);
    expect(oneLine('  a\n b\t c ')).toBe('a b c');
  });
});

describe('ids', () => {
  const Id = idOf('workshop');
  test.each([
    ['018f3c2a-0000-7000-8000-000000000000', true],
    ['library.goldap', true],
    ['participation.sepolno-krajenskie-main', true],
    ['018F3C2A-0000-7000-8000-000000000000', false],
    ['library.', false],
    ['library.a/b', false],
    ["x' or 1=1", false],
    ['', false],
  ])('%s: %s', (text, fits) => {
    expect(Id.safeParse(text).success).toBe(fits);
  });

  test('of seeded rows come from their key', () => {
    expect(seededId('library', 'goldap')).toBe('library.goldap');
    expect(() => seededId('library', 'Gołdap')).toThrow('Not an id of library');
  });
});

test('report numbers grow beyond three digits without a change of shape before', () => {
  expect([reportNumber('workshop', 2026, 7), reportNumber('coaching-session', 2027, 1000)]).toEqual(
    ['W/2026/007', 'CS/2027/1000'],
  );
});

test('scores are whole numbers on their own scale', () => {
  const on = (scale: '0-10' | 'gas') =>
    [-3, -2, 0, 2, 3, 10, 11, 1.5].filter((value) => isOnScale(scale, value));
  expect([on('0-10'), on('gas')]).toEqual([
    [0, 2, 3, 10],
    [-2, 0, 2],
  ]);
});

test('membership covers its first and last day, and everything on an open side', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03'].map(date);
  const on = (from: string | null, to: string | null) =>
    days.map((day) =>
      isMemberOn(
        { from: from === null ? null : date(from), to: to === null ? null : date(to) },
        day,
      ),
    );
  expect([
    on(null, null),
    on('2026-01-02', null),
    on(null, '2026-01-02'),
    on('2026-01-02', '2026-01-02'),
  ]).toEqual([
    [true, true, true],
    [false, true, true],
    [true, true, false],
    [false, true, false],
  ]);
});

test('a step is overdue from the day after its day, while it is open', () => {
  const today = date('2026-11-24');
  expect(
    (
      [
        ['open', '2026-11-23'],
        ['open', '2026-11-24'],
        ['done', '2026-11-01'],
        ['open', null],
      ] as const
    ).map(([state, dueOn]) =>
      isOverdue({ state, dueOn: dueOn === null ? null : date(dueOn) }, today),
    ),
  ).toEqual([true, false, false, false]);
});

test('held sessions are numbered 1..n once each, in order of date and time, whatever order they come in', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOf(CoachingSession), { maxLength: 12 }), (values) => {
      const sessions = values.map((value) => CoachingSession.parse(value));
      const numbers = numbersInProcess(sessions);
      const held = sessions.filter(({ state }) => state === 'held');
      expect([...numbers.values()]).toEqual(held.map((_, index) => index + 1));
      expect([...numbersInProcess(sessions.toReversed())]).toEqual([...numbers]);
      const dates = [...numbers.keys()].map((id) => held.find((one) => one.id === id)?.date ?? '');
      expect(dates).toEqual(dates.toSorted());
    }),
    { numRuns: 50 },
  );
});

test('training hours count what was done, without breaks, in the edition’s unit', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOf(AgendaItem), { maxLength: 8 }), (values) => {
      const items = values.map((value) => AgendaItem.parse(value));
      const minutes = items
        .filter((item) => !item.isBreak)
        .reduce((sum, item) => sum + minutesDone(item), 0);
      expect(trainingHours(items, 60)).toBeCloseTo(minutes / 60, 0);
      expect(trainingHours(items, 45)).toBeGreaterThanOrEqual(trainingHours(items, 60));
    }),
    { numRuns: 50 },
  );
});

describe('distances', () => {
  const sopot = { town: 'Sopot', latitude: 54.4416, longitude: 18.5601 };
  const krosno = { town: 'Krosno', latitude: 49.6824, longitude: 21.7661 };

  test('are those of the map', () => {
    expect(distanceKm(sopot, krosno)).toBeCloseTo(574, -1);
    expect(distanceKm(sopot, sopot)).toBe(0);
    expect(travelMinutes(sopot, krosno)).toBe(travelMinutes(krosno, sopot));
    expect(travelMinutes(sopot, krosno) / 60).toBeCloseTo(11.5, 0);
  });
});

test('two bookings clash exactly when they share a minute', () => {
  const quarter = fc.integer({ min: 0, max: 95 }).map((value) => value * 15);
  const clock = (minutes: number) =>
    time(
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    );
  const span = fc.tuple(quarter, quarter).filter(([from, to]) => from < to);
  fc.assert(
    fc.property(span, span, (one, two) => {
      const day = { date: date('2026-12-01'), start: clock(one[0]), end: clock(one[1]) };
      const booking: Booking = {
        what: 'session',
        id: 'x',
        title: '',
        date: day.date,
        start: clock(two[0]),
        end: clock(two[1]),
        personIds: ['p'],
        libraryIds: [],
        place: null,
      };
      const plan = { days: [day], personIds: ['p'], libraryIds: [], place: null };
      const share = Math.max(one[0], two[0]) < Math.min(one[1], two[1]);
      expect(bookingConflicts(plan, [booking], () => '')).toHaveLength(share ? 1 : 0);
    }),
    { numRuns: 200 },
  );
});
