import type { StoreContents } from '../../domain/backup.ts';
import { PlainDate } from '../../domain/calendar.ts';
import { numberIn, textOrNullIn, type ReadableDb } from '../db.ts';

const live = (table: string) => `(select count(*) from ${table} where deleted_at is null)`;

/** What a store holds, in numbers. */
export function contentsOf(db: ReadableDb): StoreContents {
  const row = db.get(
    `select ${live('library')} as libraries, ${live('participant')} + ${live('person')} as people, ` +
      `${live('workshop')} as workshops, ${live('coaching_session')} as sessions, ${live('report')} as reports, ` +
      `(select max(day) from (select max(date) as day from coaching_session where state = 'held' and deleted_at is null ` +
      `union all select max(date) from training_day where attendance_confirmed_at is not null and deleted_at is null)) as last_on`,
  );
  if (row === undefined) throw new Error('An aggregate answers one row');
  const lastOn = textOrNullIn(row, 'last_on');
  return {
    libraries: numberIn(row, 'libraries'),
    people: numberIn(row, 'people'),
    workshops: numberIn(row, 'workshops'),
    sessions: numberIn(row, 'sessions'),
    reports: numberIn(row, 'reports'),
    lastOn: lastOn === null ? null : PlainDate.parse(lastOn),
  };
}

/** Position of the last change of history, private ones included: grows with every save. */
export function lastChangeIn(db: ReadableDb): number {
  const row = db.get(
    'select coalesce((select max(position) from change), 0) + ' +
      'coalesce((select max(position) from private_change), 0) as last',
  );
  if (row === undefined) throw new Error('An aggregate answers one row');
  return numberIn(row, 'last');
}
