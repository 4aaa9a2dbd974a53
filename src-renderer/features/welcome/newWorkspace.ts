import type { CallInput } from '../../../src-main/contract/contract.ts';
import type { WorkspaceStart } from '../../../src-main/contract/workspaceCalls.ts';
import type { Role, WordForm } from '../../../src-main/domain/person.ts';
import {
  passphraseProblem,
  type NewPassphrase,
  type NewPassphraseProblem,
} from '../../shell/recovery/passphrase.ts';

/** What the first run asks for, as it is typed. */
export interface FirstRunValues extends NewPassphrase {
  readonly start: WorkspaceStart;
  readonly name: string;
  readonly form: WordForm;
  readonly roles: readonly Role[];
}

/** What keeps the workspace from being made, by field; an empty object when nothing does. */
export interface FirstRunProblems {
  readonly name?: 'name';
  readonly roles?: 'roles';
  readonly passphrase?: NewPassphraseProblem;
}

export const FIRST_RUN: FirstRunValues = {
  start: 'programme',
  name: '',
  form: 'feminine',
  roles: ['trainer'],
  passphrase: '',
  again: '',
};

/** The invented person whose season the demonstration is. */
const DEMONSTRATION_ME = {
  name: 'Anna Wzorcowa',
  form: 'feminine',
  roles: ['trainer', 'coach'],
} as const satisfies Pick<FirstRunValues, 'name' | 'form' | 'roles'>;

/** What is still missing; the demonstration asks for nothing. */
export function problemsOf(values: FirstRunValues): FirstRunProblems {
  if (values.start === 'demonstration') return {};
  const passphrase = passphraseProblem(values);
  return {
    ...(values.name.trim() === '' ? { name: 'name' } : {}),
    ...(values.roles.length === 0 ? { roles: 'roles' } : {}),
    ...(passphrase === null ? {} : { passphrase }),
  };
}

/** The first run's values as the store takes them. */
export function newWorkspaceOf(values: FirstRunValues): CallInput<'workspace.create'> {
  const { start, passphrase, name, form, roles } = values;
  return start === 'demonstration'
    ? { start, passphrase: '', me: { ...DEMONSTRATION_ME, roles: [...DEMONSTRATION_ME.roles] } }
    : { start, passphrase, me: { name: name.trim(), form, roles: [...roles] } };
}
