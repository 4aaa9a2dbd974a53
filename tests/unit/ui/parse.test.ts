import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src-renderer/ui/calendarDate.ts';
import { formatDateShort, formatMoney } from '../../../src-renderer/ui/format.ts';
import { parseDate, parseMoney, parseTime } from '../../../src-renderer/ui/parse.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

const dateIn = (typed: string): unknown => {
  const parsed = parseDate(typed, TODAY);
  return parsed.kind === 'value' ? parsed.value : parsed.kind;
};

describe('typed dates', () => {
  test.each([
    ['2027-03-12', '2027-03-12'],
    ['12.03.2027', '2027-03-12'],
    ['12.3.27', '2027-03-12'],
    ['12 mar 2027', '2027-03-12'],
    ['12 marca', '2027-03-12'],
    ['5 października', '2026-10-05'],
    ['1 maja', '2027-05-01'],
    ['30.11', '2026-11-30'],
    ['12.3.', '2027-03-12'],
    ['dziś', '2026-11-22'],
    ['jutro', '2026-11-23'],
    ['Wczoraj', '2026-11-21'],
    ['pt', '2026-11-27'],
    ['środa', '2026-11-25'],
    ['nd', '2026-11-29'],
    ['+7', '2026-11-29'],
    ['', 'empty'],
    ['31.2.2027', 'missing'],
    ['29.2.2027', 'missing'],
    ['2027-02-30', 'missing'],
    ['12.13.2027', 'missing'],
    ['kiedyś', 'unclear'],
    ['12', 'unclear'],
    ['1/2/3/4', 'unclear'],
  ])('%s is %s', (typed, expected) => {
    expect(dateIn(typed)).toBe(expected);
  });

  test('every written date is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const date = addDays('1990-01-01', days);
        expect(dateIn(formatDateShort(date))).toBe(date);
      }),
    );
  });
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['17', '17:00'],
  ['23:59', '23:59'],
])('the time %s is %s', (typed, expected) => {
  expect(parseTime(typed)).toEqual({ kind: 'value', value: expected });
});

test.each(['24', '9:60', '9:3', 'rano', '12345'])('the time %s is unclear', (typed) => {
  expect(parseTime(typed)).toEqual({ kind: 'unclear' });
});

describe('typed money', () => {
  test.each([
    ['10 000,00 zł', 1_000_000],
    ['10\u00a0000,00\u00a0zł', 1_000_000],
    ['10.000', 1_000_000],
    ['10000', 1_000_000],
    ['1.234.567,8', 123_456_780],
    ['99,9', 9_990],
    ['0', 0],
  ])('%s is %i grosze', (typed, grosze) => {
    expect(parseMoney(typed)).toEqual({ kind: 'value', value: grosze });
  });

  test.each(['10.00', '10,000', '1.0000', '1 00', '-5', '1,2,3', 'dużo', '10.000.00'])(
    '%s is asked about',
    (typed) => {
      expect(parseMoney(typed)).toEqual({ kind: 'unclear' });
    },
  );

  test('every written amount is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (grosze) => {
        expect(parseMoney(formatMoney(grosze))).toEqual({ kind: 'value', value: grosze });
      }),
    );
  });
});
