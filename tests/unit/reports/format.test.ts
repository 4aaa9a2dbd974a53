import { describe, expect, it } from 'vitest';
import {
  clockSpan,
  dateSpan,
  dateWithWeekday,
  decimal,
  listed,
  longDate,
  paragraphs,
  plural,
  shortDay,
} from '../../../src-main/reports/format.ts';
import { countedWords } from '../../../src-main/reports/labels.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('Polish dates', () => {
  it('stand in the genitive, with the day tied to its month', () => {
    expect(longDate('2026-03-12')).toBe('12\u00a0marca 2026');
    expect(plain(dateWithWeekday('2026-10-25'))).toBe('niedziela, 25 października 2026');
    expect(shortDay('2026-03-05')).toBe('czw. 5.03');
  });

  it.each([
    [[], ''],
    [['2026-03-05'], '5 marca 2026'],
    [['2026-03-07', '2026-03-05', '2026-03-06'], '5–7 marca 2026'],
    [['2026-03-31', '2026-04-01'], '31 marca – 1 kwietnia 2026'],
    [['2026-12-31', '2027-01-01'], '31 grudnia 2026 – 1 stycznia 2027'],
    [['2026-03-05', '2026-03-19'], '5 marca 2026; 19 marca 2026'],
    [['2026-10-24', '2026-10-25', '2026-10-26'], '24–26 października 2026'],
  ])('of a workshop: %j is "%s"', (dates, expected) => {
    expect(plain(dateSpan(dates))).toBe(expected);
  });
});

describe('Polish numbers', () => {
  it.each([
    [1, 'dzień szkoleniowy'],
    [2, 'dni szkoleniowe'],
    [5, 'dni szkoleniowych'],
    [22, 'dni szkoleniowe'],
    [1.5, 'dnia szkoleniowego'],
    [0, 'dni szkoleniowych'],
  ])('%d %s', (count, expected) => {
    expect(plural(count, countedWords.days)).toBe(expected);
  });

  it('use the comma and no leading zero in hours', () => {
    expect(decimal(16.7)).toBe('16,7');
    expect(clockSpan('09:00', '16:30')).toBe('9:00–16:30');
  });
});

describe('texts', () => {
  it('part into paragraphs at any line break', () => {
    expect(paragraphs(' a \r\n\r\nb\u2028c\n \n')).toEqual(['a', 'b', 'c']);
  });

  it('list with "i" before the last', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b i c');
  });
});
