import { describe, expect, it } from 'vitest';
import {
  EMPTY_PERSON,
  personDraft,
  personForm,
  personProblem,
} from '../../../src-renderer/features/settings/personForm.ts';
import { draftValues } from '../../../src-renderer/state/draftValues.ts';

const start = { name: '', people: null as number | null, day: null as string | null, open: true };

describe('values out of a draft', () => {
  it('come back as they were kept', () => {
    const kept = { name: 'Łapy', people: 15_870, day: '2026-11-22', open: false };
    expect(draftValues(JSON.stringify(kept), start)).toEqual(kept);
  });

  it('keep what the form starts with where the draft has another kind, or nothing', () => {
    const kept = JSON.stringify({ name: 7, open: 'no', stranger: 'x' });
    expect(draftValues(kept, start)).toEqual(start);
  });

  it.each(['', '{', '[]', 'null', '"text"'])('are those of the start for %j', (body) => {
    expect(draftValues(body, start)).toEqual(start);
  });
});

describe('the form of a person', () => {
  it('needs a name and a role', () => {
    expect(personProblem(EMPTY_PERSON)).toBe('nameMissing');
    expect(personProblem({ ...EMPTY_PERSON, name: 'Jan Ćwik', trainer: false })).toBe(
      'roleMissing',
    );
  });

  it('sends roles in their order and a tidied name', () => {
    const values = { ...EMPTY_PERSON, name: ' Jan Ćwik ', coordinator: true };
    expect(personForm(values, null)).toEqual({
      id: null,
      revision: null,
      name: 'Jan Ćwik',
      form: 'feminine',
      roles: ['trainer', 'coordinator'],
      email: '',
      phone: '',
    });
  });

  it('knows only the two forms, whatever a draft says', () => {
    expect(personDraft(JSON.stringify({ form: 'other' }), EMPTY_PERSON).form).toBe('feminine');
    expect(personDraft(JSON.stringify({ form: 'masculine' }), EMPTY_PERSON).form).toBe('masculine');
  });
});
