import type { WritableDb } from './db.ts';
import { columnName, type NounTable, type Stamp } from './nounTable.ts';

/**
 * Empties fields of a thing for good, in the bin or not: in its row, in every step of its history, in search and in
 * its unsaved form. History says that it was changed, without words, so nothing can bring them back. Texts and JSON
 * only. Answers false when there is no such thing.
 */
export function forgetFields<Thing extends { id: string }>(
  db: WritableDb,
  stamp: Stamp,
  table: NounTable<Thing>,
  id: Thing['id'],
  emptied: Partial<Thing>,
): boolean {
  const thing = table.find(db, id);
  if (thing === undefined) return false;
  if (thing.deletedAt === null) {
    table.update(db, stamp, { ...thing, ...emptied }, thing.revision);
  } else {
    // What lies in the bin cannot be saved over, and is in no search.
    for (const [field, value] of Object.entries(emptied)) {
      const stored = typeof value === 'string' ? value : JSON.stringify(value);
      db.run(`update ${table.table} set "${columnName(field)}" = ? where id = ?`, stored, id);
    }
    db.touched(table.entity);
  }
  const paths = Object.keys(emptied).map((field) => `$.${field}`);
  db.run(
    `update change set fields = json_remove(fields, ${paths.map(() => '?').join(', ')}) where entity = ? and entity_id = ?`,
    ...paths,
    table.entity,
    id,
  );
  db.run('delete from draft where entity = ? and entity_id = ?', table.entity, id);
  return true;
}
