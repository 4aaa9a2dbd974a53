import { describe, expect, it } from 'vitest';
import {
  FIRST_RUN,
  newWorkspaceOf,
  problemsOf,
  type FirstRunValues,
} from '../../../src-renderer/features/welcome/newWorkspace.ts';
import { strengthOf } from '../../../src-renderer/shell/recovery/passphrase.ts';

const filled: FirstRunValues = {
  ...FIRST_RUN,
  name: ' Anna Wzorcowa ',
  passphrase: 'cztery mokre rowery',
  again: 'cztery mokre rowery',
};

describe('strength of a passphrase', () => {
  it('follows its length', () => {
    const passphrases = ['', 'siedem7', 'osiemzna', 'dwanascie zn', 'osiemnascie znakow'];
    expect(passphrases.map(strengthOf)).toEqual(['none', 'short', 'fair', 'good', 'great']);
  });

  it('does not count a letter that is repeated', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe('fair');
  });

  it('counts what people see as one character once', () => {
    expect(strengthOf('🚲🚲🚲🚲')).toBe('short');
  });
});

describe('the first run', () => {
  it('says everything that is missing at once', () => {
    expect(problemsOf({ ...FIRST_RUN, roles: [] })).toEqual({
      name: 'name',
      roles: 'roles',
      passphrase: 'short',
    });
  });

  it('compares the passphrases once the first is long enough', () => {
    expect(problemsOf({ ...filled, again: 'cztery mokre rowerki' })).toEqual({
      passphrase: 'differ',
    });
  });

  it('has the least length of eight as its only rule', () => {
    expect(problemsOf({ ...filled, passphrase: 'aaaaaaaa', again: 'aaaaaaaa' })).toEqual({});
  });

  it('sends what was typed, tidied', () => {
    expect(newWorkspaceOf(filled)).toEqual({
      start: 'programme',
      passphrase: 'cztery mokre rowery',
      me: { name: 'Anna Wzorcowa', form: 'feminine', roles: ['trainer'] },
    });
  });

  it('asks nothing for a demonstration, and sends no passphrase that was typed before', () => {
    const values: FirstRunValues = { ...filled, name: '', start: 'demonstration' };
    expect(problemsOf(values)).toEqual({});
    expect(newWorkspaceOf(values)).toMatchObject({ start: 'demonstration', passphrase: '' });
  });
});
