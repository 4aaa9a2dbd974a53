import type { LibraryCard } from '../libraryForm.ts';

export type Member = LibraryCard['team'][number];

/** What the form of a team member holds. */
export interface MemberValues {
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly phone: string;
  /** `YYYY-MM-DD`; null where it is not known. */
  readonly from: string | null;
  /** Null: still in the team. */
  readonly to: string | null;
}

export const EMPTY_MEMBER: MemberValues = {
  name: '',
  position: '',
  email: '',
  phone: '',
  from: null,
  to: null,
};

/** A member as the form holds it. */
export function memberValues({ participant, membership }: Member): MemberValues {
  const { name, email, phone } = participant;
  const { position, from, to } = membership;
  return { name, position, email, phone, from, to };
}

/** What keeps a member from being saved; null when nothing does. */
export function memberProblem({ name, from, to }: MemberValues): 'personName' | 'dates' | null {
  if (name.trim() === '') return 'personName';
  return from !== null && to !== null && to < from ? 'dates' : null;
}

/** Whether the person's own details differ. */
export function differsInPerson(one: MemberValues, other: MemberValues): boolean {
  return one.name !== other.name || one.email !== other.email || one.phone !== other.phone;
}

/** Whether the place in the team differs. */
export function differsInPlace(one: MemberValues, other: MemberValues): boolean {
  return one.position !== other.position || one.from !== other.from || one.to !== other.to;
}
