import { describe, expect, test } from 'vitest';
import { AgreementField } from '../../../src-main/domain/reportLayer.ts';
import {
  agreementProblem,
  proposedFields,
  switchField,
} from '../../../src-renderer/features/coaching/agreement/agreementValues.ts';

describe('what a new agreement proposes', () => {
  test('nothing of what a conversation was about leaves the room by itself', () => {
    for (const form of ['group', 'individual'] as const) {
      const proposed = proposedFields(form);
      expect(proposed).toContain('attendance');
      for (const kept of ['topic', 'goalScores', 'resources', 'grrow'] as const) {
        expect(proposed).not.toContain(kept);
      }
    }
  });

  test('one person shares less than a team', () => {
    expect(proposedFields('group')).toEqual(
      expect.arrayContaining([...proposedFields('individual')]),
    );
    expect(proposedFields('individual')).not.toContain('goals');
    expect(proposedFields('individual')).not.toContain('steps');
  });
});

describe('switching a field', () => {
  test('scores come with their goals and go with them', () => {
    expect(switchField([], 'goalScores', true)).toEqual(['goals', 'goalScores']);
    expect(switchField(['goals', 'goalScores', 'steps'], 'goals', false)).toEqual(['steps']);
    expect(switchField(['goals', 'goalScores'], 'goalScores', false)).toEqual(['goals']);
  });

  test('the order is always that of the one list', () => {
    const all = AgreementField.options
      .toReversed()
      .reduce<AgreementField[]>((shared, field) => switchField(shared, field, true), []);
    expect(all).toEqual(AgreementField.options);
  });
});

test('an agreement needs its day and a party', () => {
  const values = { agreedOn: '2026-11-22', parties: ['Anna Nowak'], shared: [], terms: '' };
  expect(agreementProblem(values)).toBeNull();
  expect(agreementProblem({ ...values, agreedOn: null })).toBe('noDate');
  expect(agreementProblem({ ...values, parties: ['  '] })).toBe('noParty');
});
