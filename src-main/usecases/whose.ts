import type { PersonId } from '../domain/person.ts';
import type { ReadableDb } from '../store/db.ts';
import { readMe } from './settings.ts';

/** Whose work a list shows: one person's, or (1, as SQL takes it) everybody's. */
export interface Whose {
  readonly id: PersonId;
  readonly everybody: 0 | 1;
}

/** Trainers and coaches see their own work; a coordinator or advisor who is neither sees everybody's. */
export function whoseWork(db: ReadableDb): Whose {
  const me = readMe(db);
  const works = me.roles.includes('trainer') || me.roles.includes('coach');
  return { id: me.id, everybody: works ? 0 : 1 };
}
