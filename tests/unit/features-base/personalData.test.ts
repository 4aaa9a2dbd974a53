import { describe, expect, test } from 'vitest';
import { eraseProblem } from '../../../src-renderer/features/settings/personalData/eraseProblem.ts';
import { yearChoices } from '../../../src-renderer/features/settings/personalData/retentionChoices.ts';

describe('erasing somebody', () => {
  const problem = (reason: string, typedName: string) =>
    eraseProblem({ reason, typedName }, 'Łucja Żurawska-Próbna');

  test('needs a reason and the whole name, however its letters and spaces are typed', () => {
    expect([
      problem(' ', 'Łucja Żurawska-Próbna'),
      problem('prośba', ''),
      problem('prośba', 'Łucja'),
      problem('prośba', 'Lucja Zurawska-Probna'),
      problem('prośba', '  łucja   żurawska-próbna '),
      problem('prośba', 'Łucja Żurawska-Próbna'.normalize('NFD')),
    ]).toEqual(['reason', 'mismatch', 'mismatch', 'mismatch', null, null]);
  });
});

describe('years that a record is kept', () => {
  test('are offered from the shortest on, in Polish plurals, and for ever last', () => {
    const labels = yearChoices(1).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['1 rok', '2 lata']);
    expect(labels).toContain('5 lat');
    expect(labels.at(-1)).toBe('tak długo jak dane programu');
  });

  test('hold what was chosen otherwise, once', () => {
    const values = yearChoices(7).map(({ value }) => value);
    expect(values.filter((value) => value === '7')).toEqual(['7']);
    expect(yearChoices(0).filter(({ value }) => value === '0')).toHaveLength(1);
    expect(values.indexOf('7')).toBe(values.indexOf('6') + 1);
  });
});
