import type { Instant } from '../domain/calendar.ts';
import { textOrNullIn, type Store } from '../store/db.ts';

/** The moment of the last erasure: older copies go sooner. */
export function lastErasureIn(store: Store): Instant | null {
  const row = store.get('select max(created_at) as at from erasure where deleted_at is null');
  const at = row === undefined ? null : textOrNullIn(row, 'at');
  return at as Instant | null; // the column holds instants that our own stamp wrote
}
