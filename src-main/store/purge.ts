import { Instant } from '../domain/calendar.ts';
import { textIn, type ReadableDb, type WritableDb } from './db.ts';
import type { Reference, References } from './references.ts';

/**
 * Columns that say what a row is a part of: without that thing it is shown and counted nowhere, and goes with it.
 * Every other reference, of tables to come too, needs what it points at and keeps it.
 */
const PART_OF: Readonly<Record<string, readonly string[]>> = {
  training_day: ['workshop_id'],
  agenda_item: ['workshop_id', 'day_id'],
  attendance: ['day_id'],
  agreement: ['engagement_id'],
  coaching_session: ['engagement_id'],
  coaching_goal: ['engagement_id'],
  goal_score: ['goal_id', 'session_id'],
  resource: ['engagement_id'],
  action_step: ['engagement_id', 'workshop_id'],
};

/** Goes with its session in the same transaction, removed by its own module. */
const APART = 'private_note';

/** Tables whose rows are parts of other things. */
export const PART_TABLES: readonly string[] = Object.keys(PART_OF);

/** A row by its table and id. */
export interface RowRef {
  readonly table: string;
  readonly id: string;
}

/** Ids by table. */
export type IdsByTable = ReadonlyMap<string, ReadonlySet<string>>;

const isPart = ({ table, column }: Reference): boolean => PART_OF[table]?.includes(column) ?? false;
const listOf = (ids: Iterable<string>): string => JSON.stringify([...ids]);
const IN_LIST = 'in (select value from json_each(?))';

function byTable(rows: Iterable<RowRef>): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { table, id } of rows) {
    const known = ids.get(table) ?? new Set();
    ids.set(table, known.add(id));
  }
  return ids;
}

/**
 * Each of the things with everything that is a part of it, and of that. Looked up for all of them at once: some of
 * these columns have no index of their own, and one thing costs as much as a hundred.
 */
export function withParts(
  db: ReadableDb,
  { keys }: References,
  things: readonly RowRef[],
): ReadonlyMap<RowRef, IdsByTable> {
  const partsOf = new Map<string, RowRef[]>();
  const seen = new Set<string>();
  let fresh = things;
  while (fresh.length > 0) {
    const owners = byTable(fresh.filter(({ id }) => !seen.has(id)));
    const found: RowRef[] = [];
    for (const { table, column } of keys.filter((key) => isPart(key) && owners.has(key.to))) {
      const all = [...owners.values()].flatMap((ids) => [...ids]);
      const sql = `select id, "${column}" as owner from ${table} where "${column}" ${IN_LIST}`;
      for (const row of db.all(sql, listOf(all))) {
        const part = { table, id: textIn(row, 'id') };
        partsOf.set(textIn(row, 'owner'), [...(partsOf.get(textIn(row, 'owner')) ?? []), part]);
        found.push(part);
      }
    }
    for (const ids of owners.values()) for (const id of ids) seen.add(id);
    fresh = found;
  }
  const collect = (row: RowRef): RowRef[] => [row, ...(partsOf.get(row.id) ?? []).flatMap(collect)];
  return new Map(things.map((thing) => [thing, byTable(collect(thing))]));
}

/** What a row is a part of and lies in the bin, the nearest first: a part is shown nowhere and goes with it. */
export function ownersInBin(db: ReadableDb, references: References, row: RowRef): RowRef[] {
  return references.keys
    .filter((key) => key.table === row.table && isPart(key))
    .flatMap(({ table, column, to }) =>
      db
        .all(
          `select o.id, o.deleted_at from ${table} t join ${to} o on o.id = t."${column}" where t.id = ?`,
          row.id,
        )
        .flatMap((owner) => {
          const found = { table: to, id: textIn(owner, 'id') };
          const above = ownersInBin(db, references, found);
          return owner['deleted_at'] === null ? above : [found, ...above];
        }),
    );
}

/** Who needs whom: ids of rows by the id that they point at; a closed report and a setting are never removed. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/**
 * Rows that point at any of these, as the schema tells: by a foreign key, in a list of ids, as a report's subject, in
 * a setting. A row without an id (the mirror of a list) stands for the row that it goes with.
 */
export function needsOf(
  db: ReadableDb,
  { keys, lists }: References,
  wanted: Iterable<IdsByTable>,
): Needs {
  const targets = byTable(
    [...wanted].flatMap((ids) =>
      [...ids].flatMap(([table, own]) => [...own].map((id) => ({ table, id }))),
    ),
  );
  const everything = listOf([...targets.values()].flatMap((ids) => [...ids]));
  const needs = new Map<string, string[]>();
  const look = (sql: string, list: string) => {
    for (const row of db.all(sql, list)) {
      const target = textIn(row, 'target');
      needs.set(target, [...(needs.get(target) ?? []), textIn(row, 'source')]);
    }
  };
  const goesWith = new Map(
    keys.filter((key) => key.cascades).map((key) => [key.table, key.column]),
  );
  for (const { table, column, to } of keys.filter((key) => !key.cascades)) {
    const ids = targets.get(to);
    if (ids === undefined || table === APART) continue;
    const source = goesWith.get(table) ?? 'id';
    look(
      `select "${source}" as source, "${column}" as target from ${table} where "${column}" ${IN_LIST}`,
      listOf(ids),
    );
  }
  for (const { table, column } of lists) {
    look(
      `select t.id as source, e.value as target from ${table} t, json_each(t.${column}) e where e.value ${IN_LIST}`,
      everything,
    );
  }
  look(
    `select id as source, subject_id as target from report where subject_id ${IN_LIST}`,
    everything,
  );
  // The owner of the workspace stands in a setting.
  look(
    `select key as source, json_extract(value, '$') as target from setting ` +
      `where json_type(value) = 'text' and json_extract(value, '$') ${IN_LIST}`,
    everything,
  );
  return needs;
}

/** `coaching_session` -> `coachingSession`: what the table's noun is called in history. */
export function entityOf(table: string): string {
  return table.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/**
 * Removes rows for good, with their history, search entries, drafts and what waits for their reports; answers how
 * many went by entity. Throws, at the end of the transaction, when another row points at one of them.
 */
export function removeForGood(db: WritableDb, together: IdsByTable): Record<string, number> {
  db.run('pragma defer_foreign_keys = on'); // parts point at one another; all are gone before the commit looks
  const removed: Record<string, number> = {};
  for (const [table, ids] of together) {
    if (ids.size === 0) continue;
    const entity = entityOf(table);
    const list = listOf(ids);
    removed[entity] = db.run(`delete from ${table} where id ${IN_LIST}`, list);
    db.run(`delete from change where entity = ? and entity_id ${IN_LIST}`, entity, list);
    db.run(`delete from search_entry where entity = ? and entity_id ${IN_LIST}`, entity, list);
    // Forms of the thing itself, and of new things in it.
    db.run(`delete from draft where entity_id ${IN_LIST}`, list);
    db.run(`delete from draft where entity_id in (select 'new:' || value from json_each(?))`, list);
    db.run(`delete from report_due where subject_id ${IN_LIST}`, list);
    db.touched(entity);
  }
  return removed;
}

/** From when a removed row's waiting counts: how far back the clock's last times are looked at, in changes. */
const CHANGES_LOOKED_AT = 100;

/**
 * SQL: since when the row `t` of an entity waits in the bin. A thing removed while the clock stood in the past
 * (an empty battery) would be gone as soon as it is set right: the latest time known just before it counts.
 */
export function waitsSince(entity: string): string {
  return (
    `coalesce((select max(w.at) from change r join change w on w.position between r.position - ${CHANGES_LOOKED_AT} ` +
    `and r.position where r.entity = '${entity}' and r.entity_id = t.id and r.revision = t.revision ` +
    `and r.action = 'removed'), t.deleted_at)`
  );
}

/** Removed rows of a table that may have waited long enough: id and since when. */
export function waitingRows(
  db: ReadableDb,
  table: string,
): { readonly id: string; readonly since: Instant }[] {
  return db
    .all(
      `select t.id, ${waitsSince(entityOf(table))} as since from ${table} t where t.deleted_at is not null order by t.deleted_at, t.id`,
    )
    .map((row) => ({ id: textIn(row, 'id'), since: Instant.parse(row['since']) }));
}
