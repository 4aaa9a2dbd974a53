import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateOf,
  daysBetween,
  inWarsaw,
  isDate,
  weekdayOf,
} from '../../../src-renderer/ui/calendarDate.ts';

const anyDate = fc
  .integer({ min: -25_000, max: 60_000 })
  .map((days) => addDays('2000-01-01', days));

describe('calendar days', () => {
  test('exist or do not', () => {
    expect(['2024-02-29', '2027-12-31', '0099-01-01'].every(isDate)).toBe(true);
    expect(['2027-02-29', '2027-13-01', '2027-1-1', '27-01-01', ''].some(isDate)).toBe(false);
    expect(dateOf(2027, 2, 31)).toBeNull();
    expect(dateOf(2027, 2, 3)).toBe('2027-02-03');
  });

  test('are counted across summer time', () => {
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28');
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
    expect(daysBetween('2027-03-01', '2027-04-01')).toBe(31);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });

  test('going forth and back by days comes to the same day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, count) => {
        const there = addDays(date, count);
        expect(addDays(there, -count)).toBe(date);
        expect(daysBetween(date, there)).toBe(count);
      }),
    );
  });

  test('know their weekday, Monday first', () => {
    expect(['2026-11-22', '2026-11-23', '2027-03-12'].map(weekdayOf)).toEqual([7, 1, 5]);
  });

  test('of an instant are those in Poland', () => {
    expect(inWarsaw(new Date('2026-12-31T23:30:00Z'))).toEqual({
      date: '2027-01-01',
      time: '00:30',
    });
    expect(inWarsaw(new Date('2026-07-01T21:59:00Z'))).toEqual({
      date: '2026-07-01',
      time: '23:59',
    });
  });
});
