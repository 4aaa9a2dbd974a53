import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';
import type { Role, WordForm } from '../../../src-main/domain/person.ts';
import { draftValues } from '../../state/draftValues.ts';
import { ROLES } from './roles.ts';

export type Person = CallOutput<'person.list'>[number];

/** What the form of a person holds. Roles are switches, so that a draft of it is flat. */
export interface PersonValues extends Readonly<Record<Role, boolean>> {
  readonly name: string;
  readonly form: WordForm;
  readonly email: string;
  readonly phone: string;
}

export const EMPTY_PERSON: PersonValues = {
  name: '',
  form: 'feminine',
  email: '',
  phone: '',
  trainer: true,
  coach: false,
  advisor: false,
  coordinator: false,
};

/** A stored person as the form holds it. */
export function personValues({ name, form, email, phone, roles }: Person): PersonValues {
  const has = (role: Role): boolean => roles.includes(role);
  return {
    name,
    form,
    email,
    phone,
    trainer: has('trainer'),
    coach: has('coach'),
    advisor: has('advisor'),
    coordinator: has('coordinator'),
  };
}

/** The form's values out of its draft. */
export function personDraft(body: string, start: PersonValues): PersonValues {
  const values = draftValues(body, start);
  return { ...values, form: values.form === 'masculine' ? 'masculine' : 'feminine' };
}

/** What keeps a person from being saved; null when nothing does. */
export function personProblem(values: PersonValues): 'nameMissing' | 'roleMissing' | null {
  if (values.name.trim() === '') return 'nameMissing';
  return ROLES.some((role) => values[role]) ? null : 'roleMissing';
}

/** The form as the store takes it; `saved` is null for a new person. */
export function personForm(
  values: PersonValues,
  saved: Pick<Person, 'id' | 'revision'> | null,
): CallInput<'person.save'> {
  const { name, form, email, phone } = values;
  return {
    name: name.trim(),
    form,
    email,
    phone,
    roles: ROLES.filter((role) => values[role]),
    id: saved?.id ?? null,
    revision: saved?.revision ?? null,
  };
}
