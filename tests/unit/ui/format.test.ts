import { describe, expect, test } from 'vitest';
import { countText } from '../../../src-renderer/ui/Count.tsx';
import {
  formatDate,
  formatDateNear,
  formatDateShort,
  formatDuration,
  formatInstant,
  formatMoney,
  formatMonth,
  formatRange,
  formatWeekday,
  initialsOf,
} from '../../../src-renderer/ui/format.ts';

/** Intl writes no-break spaces, which are right on the screen and hard to see in a test. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates', () => {
  test('are written the Polish way', () => {
    expect(formatDate('2027-03-12')).toBe('12 marca 2027');
    expect(formatDateShort('2027-03-02')).toBe('02.03.2027');
    expect(formatMonth('2027-03-12')).toBe('marzec 2027');
    expect(formatWeekday('2027-03-12')).toBe('piątek');
  });

  test('near today are named', () => {
    expect(formatDateNear('2026-11-22', '2026-11-22')).toBe('dziś');
    expect(formatDateNear('2026-11-23', '2026-11-22')).toBe('jutro');
    expect(formatDateNear('2026-11-21', '2026-11-22')).toBe('wczoraj');
    expect(formatDateNear('2026-11-27', '2026-11-22')).toBe('pt. 27 lis');
    expect(formatDateNear('2027-03-12', '2026-11-22')).toBe('pt. 12 mar 2027');
  });

  test('make ranges without saying a month or year twice', () => {
    expect(formatRange('2027-03-12', '2027-03-12')).toBe('12 marca 2027');
    expect(formatRange('2027-03-12', '2027-03-13')).toBe('12–13 marca 2027');
    expect(formatRange('2027-03-30', '2027-04-02')).toBe('30 marca – 2 kwietnia 2027');
    expect(formatRange('2026-12-30', '2027-01-02')).toBe('30 grudnia 2026 – 2 stycznia 2027');
  });

  test('of moments are those of the Polish clock, in winter and in summer', () => {
    expect(formatInstant('2027-01-12T13:05:00.000Z')).toBe('12.01.2027 14:05');
    expect(formatInstant('2027-07-12T22:05:00.000Z')).toBe('13.07.2027 00:05');
  });
});

test('money groups thousands from four digits on', () => {
  expect(plain(formatMoney(1_000_000))).toBe('10 000,00 zł');
  expect(plain(formatMoney(123_456))).toBe('1 234,56 zł');
  expect(plain(formatMoney(0))).toBe('0,00 zł');
});

test('durations leave out what is nothing', () => {
  expect([0, 45, 60, 90, 480].map((minutes) => plain(formatDuration(minutes)))).toEqual([
    '0 min',
    '45 min',
    '1 h',
    '1 h 30 min',
    '8 h',
  ]);
});

test('initials are of the first and the last word', () => {
  expect(['Ewa Śliwa', 'Anna Maria Żak-Łoś', 'Łucja', ''].map(initialsOf)).toEqual([
    'EŚ',
    'AŻ',
    'Ł',
    '',
  ]);
});

test('counted nouns follow the Polish plural rules', () => {
  const days = [0, 1, 2, 5, 12, 22, 25, 101, 1.5].map((count) => plain(countText(count, 'day')));
  expect(days).toEqual([
    '0 dni',
    '1 dzień',
    '2 dni',
    '5 dni',
    '12 dni',
    '22 dni',
    '25 dni',
    '101 dni',
    '1,5 dnia',
  ]);
  expect(plain(countText(22, 'person'))).toBe('22 osoby');
  expect(plain(countText(6_000, 'row'))).toBe('6000 wierszy');
});
