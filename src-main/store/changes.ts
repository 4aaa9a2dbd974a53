import { numberIn, type WritableDb } from './db.ts';
import type { Stamp } from './nounTable.ts';

/** What happened to a thing. */
export type ChangeAction = 'made' | 'changed' | 'removed' | 'restored';

/** One step of a thing's history. */
export interface ChangeEntry {
  readonly entity: string;
  readonly entityId: string;
  /** The revision that this step made; its parent is the one before. */
  readonly revision: number;
  readonly action: ChangeAction;
  readonly stamp: Stamp;
  /** Before and after of each changed field; empty where the row itself says it all. */
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** Where history lies: that of private notes apart. */
export type ChangeTable = 'change' | 'private_change';

const COLUMNS =
  'entity, entity_id, revision, parent_revision, origin_workspace, at, action, fields, batch, undoes';

/** All changes of one transaction share a batch: the position of the first of them. */
function batchIn(db: WritableDb, table: ChangeTable): number {
  return db.once(`batch:${table}`, () => {
    const row = db.get(`select coalesce(max(position), 0) + 1 as batch from ${table}`);
    if (row === undefined) throw new Error('An aggregate answers one row');
    return numberIn(row, 'batch');
  });
}

/** Writes a step of history, in the transaction of the save. `table` keeps private history apart. */
export function recordChange(
  db: WritableDb,
  entry: ChangeEntry,
  table: ChangeTable = 'change',
): void {
  db.run(
    `insert into ${table} (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.entity,
    entry.entityId,
    entry.revision,
    entry.revision - 1,
    entry.stamp.workspaceId,
    entry.stamp.at,
    entry.action,
    JSON.stringify(entry.fields),
    batchIn(db, table),
    entry.stamp.undoes ?? null,
  );
}
