import type Database from 'better-sqlite3';

/** A value that SQLite stores in our STRICT tables. */
export type SqlValue = string | number | null | Uint8Array;
/** A row as the driver gives it; only row mappers look inside. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

declare const writable: unique symbol;

/** A connection that a read may use: prepared statements that only select. */
export interface ReadableDb {
  /** All rows of a select. */
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[];
  /** The first row of a select, if any. */
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
}

/** A connection inside a write transaction; got only from `inTransaction`, so that reading code cannot write. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
  /** Runs one statement; answers how many rows it touched. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  /** Notes that rows of an entity changed, for whoever listens to commits. */
  touched(entity: string): void;
  /** A number that is worked out once in this transaction, at its first use. */
  once(key: string, work: () => number): number;
}

/** An open workspace database: reads freely, writes in synchronous transactions. */
export interface Store extends ReadableDb {
  /** Runs `work` in one immediate transaction: all of it or nothing. Never nests, never awaits. */
  inTransaction<Result>(work: (db: WritableDb) => Result): Result;
  /** The bare connection, for pragmas and closing. */
  readonly connection: Database.Database;
}

/**
 * Wraps a keyed connection. Statements are prepared once and kept.
 * `onCommitted` hears, after each commit that changed something, the entities it changed.
 */
export function storeOn(
  connection: Database.Database,
  onCommitted: (entities: readonly string[]) => void = () => undefined,
): Store {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = connection.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const reading: ReadableDb = {
    // STRICT tables and our own selects give nothing but SqlValue; the driver's type says unknown.
    all: (sql, ...values) => prepared(sql).all(...values) as SqlRow[],
    get: (sql, ...values) => prepared(sql).get(...values) as SqlRow | undefined,
  };
  const touched = new Set<string>();
  const known = new Map<string, number>();
  const writing = {
    ...reading,
    run: (sql: string, ...values: readonly SqlValue[]) => prepared(sql).run(...values).changes,
    touched: (entity: string) => void touched.add(entity),
    once: (key: string, work: () => number) => {
      const value = known.get(key) ?? work();
      known.set(key, value);
      return value;
    },
  } as WritableDb; // the brand exists only in types
  return {
    ...reading,
    connection,
    inTransaction(work) {
      touched.clear();
      known.clear();
      const result = connection.transaction(() => work(writing)).immediate();
      if (touched.size > 0) onCommitted([...touched]);
      return result;
    },
  };
}

/** The text in a column that is never null. */
export function textIn(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} holds no text`);
  return value;
}

/** The number in a column that is never null. */
export function numberIn(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} holds no number`);
  return value;
}

/** The text in a column, or null. */
export function textOrNullIn(row: SqlRow, column: string): string | null {
  const value = row[column];
  if (value === null || typeof value === 'string') return value;
  throw new Error(`Column ${column} holds no text`);
}
