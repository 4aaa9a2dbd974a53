import { numberIn } from '../store/db.ts';
import { SESSIONS_WITH_NOTES } from '../store/private/privateNotes.ts';
import type { Tools } from './tools.ts';

/** How many private notes there are, unsaved ones included; nothing else about them leaves the coach's own view. */
export function countPrivateNotes({ store }: Pick<Tools, 'store'>): number {
  const row = store.get(`select count(*) as notes from (${SESSIONS_WITH_NOTES})`);
  if (row === undefined) throw new Error('An aggregate answers one row');
  return numberIn(row, 'notes');
}
