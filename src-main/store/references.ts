import { textIn, type ReadableDb } from './db.ts';

/** A column that points at rows of a table. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: string;
  /** The pointing row goes by itself with the row that it points at. */
  readonly cascades: boolean;
}

/** Who points at whom, as the schema says it: foreign keys, and columns that hold a list of ids as JSON. */
export interface References {
  readonly keys: readonly Reference[];
  /** Lists have no foreign key of their own: an id in one may be of any table. */
  readonly lists: readonly { readonly table: string; readonly column: string }[];
}

/** Reads every reference from the schema of the open database. */
export function readReferences(db: ReadableDb): References {
  const keys = db.all(
    `select t.name as "table", k."from" as "column", k."table" as target, k.on_delete from sqlite_master t, ` +
      `pragma_foreign_key_list(t.name) k where t.type = 'table'`,
  );
  const lists = db.all(
    `select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c ` +
      `where t.type = 'table' and c.name like '%\\_ids' escape '\\'`,
  );
  return {
    keys: keys.map((row) => ({
      table: textIn(row, 'table'),
      column: textIn(row, 'column'),
      to: textIn(row, 'target'),
      cascades: textIn(row, 'on_delete') === 'CASCADE',
    })),
    lists: lists.map((row) => ({ table: textIn(row, 'table'), column: textIn(row, 'column') })),
  };
}
