import { expect, test } from 'vitest';
import { compareText, foldText, matchesText } from '../../../src-renderer/ui/collation.ts';
import { sortRows } from '../../../src-renderer/ui/sortRows.ts';

test('names stand in Polish order', () => {
  const towns = ['Żary', 'Świdnik', 'Łomża', 'Zamość', 'Sopot', 'Lublin', 'Łapy'];
  expect(towns.toSorted(compareText)).toEqual([
    'Lublin',
    'Łapy',
    'Łomża',
    'Sopot',
    'Świdnik',
    'Zamość',
    'Żary',
  ]);
});

test('numbers in names stand by value', () => {
  expect(['dzień 10', 'dzień 2'].toSorted(compareText)).toEqual(['dzień 2', 'dzień 10']);
});

test('folding takes away every Polish mark', () => {
  expect(foldText('ZAŻÓŁĆ gęślą jaźń')).toBe('zazolc gesla jazn');
});

test('a query finds words by their beginnings, in any order', () => {
  expect(matchesText('lap bib', 'Biblioteka w Łapach')).toBe(true);
  expect(matchesText('apy', 'Łapy')).toBe(false);
  expect(matchesText('', 'Łapy')).toBe(true);
  expect(matchesText('podl', 'Łapy', undefined, 'podlaskie')).toBe(true);
});

test('rows without a value come last, whichever the direction', () => {
  const rows = [{ size: 2 }, { size: null }, { size: 10 }];
  const sizes = (direction: 'up' | 'down') =>
    sortRows(rows, ({ size }) => size, direction).map(({ size }) => size);
  expect(sizes('up')).toEqual([2, 10, null]);
  expect(sizes('down')).toEqual([10, 2, null]);
});
