import { expect, test } from 'vitest';
import {
  judgedValue,
  median,
  percentile,
  quietest,
  verdictOf,
  type Figure,
} from '../../bench/figures.ts';
import { scriptsOf, staticImportsOf } from '../../bench/sizes.ts';
import { summaryOf, tableOf } from '../../bench/table.ts';
import { loadWarning } from '../../bench/load.ts';

const figure: Figure = {
  title: 'Saving',
  unit: 'ms',
  samples: [12, 10, 11, 40],
  judged: 'median',
  target: { value: 25 },
  baseline: { title: 'the bare transaction', value: 2.3 },
};

test('the median of an even number is the mean of the middle two; p95 is the nearest rank', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([5, 1, 3])).toBe(3);
  expect(percentile([1, 2, 3, 4], 0.95)).toBe(4);
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95);
  expect(() => median([])).toThrow('Nothing was measured');
});

test('of several rounds the quietest counts', () => {
  expect(
    quietest([
      [5, 9, 30],
      [6, 7, 8],
      [1, 1, 9],
    ]),
  ).toEqual([6, 7, 8]);
});

test('a figure is judged by the value its target speaks of', () => {
  expect(judgedValue(figure)).toBe(11.5);
  expect(verdictOf(figure)).toBe('ok');
  expect(verdictOf({ ...figure, judged: 'p95' })).toBe('OVER');
  expect(verdictOf({ ...figure, target: { ratio: 5 } })).toBe('ok');
  expect(verdictOf({ ...figure, target: { ratio: 4.9 } })).toBe('OVER');
  const { target: _target, ...untargeted } = figure;
  expect(verdictOf(untargeted)).toBe('told');
});

test('the table shows value, target, multiple and verdict; the summary names what is over', () => {
  const over: Figure = { ...figure, title: 'Stall', judged: 'max', note: 'of the main process' };
  expect(tableOf([figure, over])).toBe(
    [
      'figure  median   p95      n  target          of the same run',
      'Saving  11.5 ms  40.0 ms  4  median < 25 ms  5.00 × the bare transaction (2.30 ms)  ok',
      'Stall   11.5 ms  40.0 ms  4  max < 25 ms     5.00 × the bare transaction (2.30 ms)  OVER',
      '',
      '  Stall: of the main process',
    ].join('\n'),
  );
  expect(summaryOf([figure, over])).toBe(
    '1 of 2 figures keep to their targets.\n  over: Stall: 40.0 ms (max < 25 ms)',
  );
});

test('initial JavaScript is what the page names and what that imports statically', () => {
  const page = '<script type="module" crossorigin src="./assets/index-A.js"></script>';
  expect(scriptsOf(page)).toEqual(['./assets/index-A.js']);
  const built = `import{a as b}from"./Box.js";import"./side.js";export{c}from"./again.js";const d=()=>import("./later.js");`;
  expect(staticImportsOf('index-A.js', built)).toEqual(['./Box.js', './side.js', './again.js']);
});

test('a busy machine is named, a quiet one is not', () => {
  expect(loadWarning(0.3)).toBe('');
  expect(loadWarning(2)).toContain('200 % of its cores');
});
