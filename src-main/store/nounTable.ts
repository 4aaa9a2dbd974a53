import type { Instant } from '../domain/calendar.ts';
import type { Recorded } from '../domain/noun.ts';
import { foldText } from '../domain/text.ts';
import type { SearchEntity } from '../domain/search.ts';
import { recordChange, type ChangeAction } from './changes.ts';
import type { Codec } from './columns.ts';
import type { ReadableDb, SqlRow, SqlValue, WritableDb } from './db.ts';
import { textIn, numberIn, textOrNullIn } from './db.ts';
import { StoreFailure } from './failures.ts';
import { forgetInSearch, putInSearch } from './searchIndex.ts';

/** Who saves, when and in which workspace; given by the use case. */
export interface Stamp {
  readonly at: Instant;
  readonly workspaceId: string;
  /** The batch of changes that this one takes back (or brings back); absent in ordinary work. */
  readonly undoes?: number;
}

type FieldsOf<Thing> = Exclude<keyof Thing & string, 'id'>;

/** How a noun lies in its table. */
export interface NounDefinition<Thing extends { id: string }> {
  readonly entity: string;
  readonly table: string;
  /** One codec a field; a forgotten field does not compile. Columns are the fields in snake_case. */
  readonly columns: { readonly [Field in FieldsOf<Thing>]: Codec<Thing[Field]> };
  /** Words that shared search finds it by; left out for nouns that search does not know. */
  readonly search?: { readonly entity: SearchEntity; readonly words: (thing: Thing) => string };
}

/** A noun's rows as things: reads, and the one way to save. */
export interface NounTable<Thing extends { id: string }> {
  readonly entity: string;
  readonly table: string;
  /** The thing, deleted or not; undefined when there is none. */
  find(db: ReadableDb, id: Thing['id']): Recorded<Thing> | undefined;
  /** The thing. Throws not-found when there is none or it lies in the bin. */
  get(db: ReadableDb, id: Thing['id']): Recorded<Thing>;
  /** Things that are not in the bin and fulfil a condition, e.g. `"library_id = ? order by name"`. */
  list(db: ReadableDb, condition?: string, ...values: readonly SqlValue[]): Recorded<Thing>[];
  /** Makes a new thing at revision 1. */
  insert(db: WritableDb, stamp: Stamp, thing: Thing): Recorded<Thing>;
  /** Saves over a known revision. Throws not-found or changed-meanwhile; unchanged things stay as they are. */
  update(db: WritableDb, stamp: Stamp, thing: Thing, revision: number): Recorded<Thing>;
  /** Puts into the bin. */
  remove(db: WritableDb, stamp: Stamp, id: Thing['id']): void;
  /** Takes back out of the bin. */
  restore(db: WritableDb, stamp: Stamp, id: Thing['id']): void;
  /** Puts a saved thing's words into shared search again, when they were changed past this table. */
  reindex(db: WritableDb, id: Thing['id']): void;
  /** Reads a row of `select * from <table>`. */
  fromRow(row: SqlRow): Recorded<Thing>;
}

/** `attendanceConfirmedAt` -> `attendance_confirmed_at`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Makes the table of a noun from its definition. */
export function nounTable<Thing extends { id: string }>(
  definition: NounDefinition<Thing>,
): NounTable<Thing> {
  const { entity, table, columns, search } = definition;
  const fields = Object.keys(columns) as FieldsOf<Thing>[];
  const names = fields.map((field) => `"${columnName(field)}"`); // quoted: from, to and end are words of SQL
  const insertSql =
    `insert into ${table} (id, revision, created_at, updated_at, origin_workspace, ${names.join(', ')}) ` +
    `values (?, 1, ?, ?, ?, ${names.map(() => '?').join(', ')})`;
  const updateSql =
    `update ${table} set revision = ?, updated_at = ?, ${names.map((name) => `${name} = ?`).join(', ')} ` +
    'where id = ? and revision = ?';

  function fromRow(row: SqlRow): Recorded<Thing> {
    const thing: Record<string, unknown> = {
      id: textIn(row, 'id'),
      revision: numberIn(row, 'revision'),
      createdAt: textIn(row, 'created_at'),
      updatedAt: textIn(row, 'updated_at'),
      originWorkspace: textIn(row, 'origin_workspace'),
      deletedAt: textOrNullIn(row, 'deleted_at'),
    };
    for (const field of fields)
      thing[field] = columns[field].decode(row[columnName(field)] ?? null);
    return thing as Recorded<Thing>; // every field was decoded by its own codec just above
  }

  const encoded = (thing: Thing) => fields.map((field) => columns[field].encode(thing[field]));

  function index(db: WritableDb, thing: Thing): void {
    if (search !== undefined)
      putInSearch(db, search.entity, thing.id, foldText(search.words(thing)));
  }

  function find(db: ReadableDb, id: Thing['id']): Recorded<Thing> | undefined {
    const row = db.get(`select * from ${table} where id = ?`, id);
    return row === undefined ? undefined : fromRow(row);
  }

  function get(db: ReadableDb, id: Thing['id']): Recorded<Thing> {
    const thing = find(db, id);
    if (thing === undefined || thing.deletedAt !== null)
      throw new StoreFailure('not-found', { entity });
    return thing;
  }

  function note(
    db: WritableDb,
    stamp: Stamp,
    action: ChangeAction,
    thing: Recorded<Thing>,
    before: Thing | null,
  ) {
    db.touched(entity);
    recordChange(db, {
      entity,
      entityId: thing.id,
      revision: thing.revision,
      action,
      stamp,
      fields: before === null ? {} : differences(fields, before, thing),
    });
  }

  function flip(db: WritableDb, stamp: Stamp, id: Thing['id'], deletedAt: Instant | null): void {
    const before = find(db, id);
    if (before === undefined) throw new StoreFailure('not-found', { entity });
    if ((before.deletedAt === null) === (deletedAt === null)) return;
    const after = { ...before, revision: before.revision + 1, updatedAt: stamp.at, deletedAt };
    db.run(
      `update ${table} set deleted_at = ?, revision = ?, updated_at = ? where id = ?`,
      deletedAt,
      after.revision,
      stamp.at,
      id,
    );
    note(db, stamp, deletedAt === null ? 'restored' : 'removed', after, null);
    if (search === undefined) return;
    if (deletedAt === null) index(db, after);
    else forgetInSearch(db, search.entity, id);
  }

  return {
    entity,
    table,
    find,
    get,
    fromRow,
    list: (db, condition = 'true', ...values) =>
      db
        .all(`select * from ${table} where deleted_at is null and ${condition}`, ...values)
        .map(fromRow),
    insert(db, stamp, thing) {
      db.run(insertSql, thing.id, stamp.at, stamp.at, stamp.workspaceId, ...encoded(thing));
      const saved: Recorded<Thing> = {
        ...thing,
        revision: 1,
        createdAt: stamp.at,
        updatedAt: stamp.at,
        originWorkspace: stamp.workspaceId,
        deletedAt: null,
      };
      note(db, stamp, 'made', saved, null);
      index(db, thing);
      return saved;
    },
    update(db, stamp, thing, revision) {
      const before = get(db, thing.id);
      if (before.revision !== revision) throw new StoreFailure('changed-meanwhile', { entity });
      if (Object.keys(differences(fields, before, thing)).length === 0) return before;
      const saved = { ...before, ...thing, revision: revision + 1, updatedAt: stamp.at };
      db.run(updateSql, saved.revision, stamp.at, ...encoded(thing), thing.id, revision);
      note(db, stamp, 'changed', saved, before);
      index(db, thing);
      return saved;
    },
    remove: (db, stamp, id) => flip(db, stamp, id, stamp.at),
    restore: (db, stamp, id) => flip(db, stamp, id, null),
    reindex(db, id) {
      const thing = find(db, id);
      if (thing !== undefined && thing.deletedAt === null) index(db, thing);
    },
  };
}

function differences<Thing>(
  fields: readonly (keyof Thing & string)[],
  before: Thing,
  after: Thing,
): Record<string, readonly [unknown, unknown]> {
  const changed: Record<string, readonly [unknown, unknown]> = {};
  for (const field of fields) {
    if (JSON.stringify(before[field]) !== JSON.stringify(after[field])) {
      changed[field] = [before[field], after[field]];
    }
  }
  return changed;
}
