import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expiresOn, hasWaited, lookAtClock, type ClockSeen } from '../../../src-main/domain/bin.ts';
import { instantOf, type Instant } from '../../../src-main/domain/calendar.ts';

const at = (text: string): Instant => instantOf(Date.parse(text));
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

describe('30 whole days in the bin', () => {
  test.each([
    // What is removed late in the evening in Poland was removed on that day, whatever day it is in UTC.
    ['2026-03-01T22:30:00.000Z', '2026-03-31'],
    ['2026-03-01T23:30:00.000Z', '2026-04-01'],
    ['2026-10-01T21:59:00.000Z', '2026-10-31'],
    ['2026-10-01T22:01:00.000Z', '2026-11-01'],
    ['2028-01-30T10:00:00.000Z', '2028-02-29'],
  ])('%s goes on %s', (removedAt, day) => {
    expect(expiresOn(at(removedAt))).toBe(day);
  });

  test('end at the same hour on the wall, over both changes of the clock', () => {
    const boundaries = [
      // Removed at 10:00 winter time; summer time begins on 29 March 2026.
      ['2026-03-10T09:00:00.000Z', '2026-04-09T07:59:00.000Z', '2026-04-09T08:00:00.000Z'],
      // Removed at 10:00 summer time; it ends on 25 October 2026.
      ['2026-10-10T08:00:00.000Z', '2026-11-09T08:59:00.000Z', '2026-11-09T09:00:00.000Z'],
    ] as const;
    expect(
      boundaries.map(([removed, before, then]) => [
        hasWaited(at(removed), Date.parse(before)),
        hasWaited(at(removed), Date.parse(then)),
      ]),
    ).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  test('are never fewer than thirty times 24 hours less the hour of the changed clock', () => {
    const instants = fc.integer({
      min: Date.parse('2020-01-01'),
      max: Date.parse('2040-01-01'),
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 40 * DAY }), (removed, waited) => {
        const gone = hasWaited(instantOf(removed), removed + waited);
        const tooSoon = waited < 30 * DAY - HOUR;
        const overdue = waited > 30 * DAY + 2 * HOUR;
        expect([tooSoon && gone, overdue && !gone]).toEqual([false, false]);
      }),
    );
  });
});

describe('a clock', () => {
  const seen = (day: string, jumpedTo: string | null = null): ClockSeen => ({
    at: at(day),
    jumpedTo: jumpedTo === null ? null : at(jumpedTo),
  });
  const look = (before: ClockSeen | null, now: string) => lookAtClock(before, Date.parse(now));

  test('seen for the first time is remembered and not yet believed', () => {
    expect(look(null, '2026-11-24T09:00:00Z')).toEqual({
      believed: false,
      seen: seen('2026-11-24T09:00:00Z'),
    });
  });

  test('that runs on is believed, and moves what was seen at most once a day', () => {
    const before = seen('2026-11-24T09:00:00Z');
    expect(look(before, '2026-11-24T20:00:00Z')).toEqual({ believed: true, seen: before });
    expect(look(before, '2026-11-25T09:00:00Z')).toEqual({
      believed: true,
      seen: seen('2026-11-25T09:00:00Z'),
    });
    expect(look(before, '2027-01-23T09:00:00Z').believed).toBe(true);
  });

  test('that jumped ahead is believed a day later, not sooner', () => {
    const before = seen('2026-11-24T09:00:00Z');
    const jumped = seen('2026-11-24T09:00:00Z', '2027-01-23T09:01:00Z');
    expect(look(before, '2027-01-23T09:01:00Z')).toEqual({ believed: false, seen: jumped });
    expect(look(jumped, '2027-01-24T09:00:00Z')).toEqual({ believed: false, seen: jumped });
    expect(look(jumped, '2027-01-24T09:01:00Z')).toEqual({
      believed: true,
      seen: seen('2027-01-24T09:01:00Z'),
    });
  });

  test('that jumped and came back goes on as if nothing had been', () => {
    const jumped = seen('2026-11-24T09:00:00Z', '2031-01-01T00:00:00Z');
    expect(look(jumped, '2026-11-24T10:00:00Z')).toEqual({
      believed: true,
      seen: seen('2026-11-24T09:00:00Z'),
    });
  });

  test('that jumps again is not believed by the first jump', () => {
    const jumped = seen('2026-11-24T09:00:00Z', '2031-01-01T00:00:00Z');
    expect(look(jumped, '2036-01-01T00:00:00Z')).toEqual({
      believed: false,
      seen: seen('2026-11-24T09:00:00Z', '2036-01-01T00:00:00Z'),
    });
  });

  test('set back is not believed and changes nothing', () => {
    const before = seen('2026-11-24T09:00:00Z');
    expect(look(before, '2015-01-01T00:00:00Z')).toEqual({ believed: false, seen: before });
  });
});
