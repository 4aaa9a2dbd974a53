import type { Instant } from '../domain/calendar.ts';
import type { TextRewriter } from '../domain/personText.ts';
import type { Steps } from '../domain/steps.ts';
import {
  textIn,
  textOrNullIn,
  type ReadableDb,
  type SqlRow,
  type SqlValue,
  type WritableDb,
} from './db.ts';

/** A table with the columns in which people's words may lie. */
export interface TextTable {
  readonly name: string;
  /** Columns of its primary key. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** It has a revision that must grow when a row changes. */
  readonly recorded: boolean;
}

/** A row whose words change: key, the columns as they lie there, and as they will. */
export interface RewrittenRow {
  readonly table: TextTable;
  readonly key: readonly SqlValue[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** Columns that hold ids, days, states and the like, which nobody writes. All others are looked through. */
const MACHINE_COLUMN =
  /^(?:id|key|.*_ids?|.*_at|.*_on|.*_by|date|start|end|from|to|state|kind|.*_kind|mode|form|scale|mark|direction|outcome|entity|action|.*sha256|path|media_type|origin_workspace|roles|shared)$/;

/** Made from other rows, and made again when those change. */
const DERIVED_TABLE = /^(?:search|private)_(?:entry|words.*)$/;

/**
 * Every table with words in it, as the schema of the open database says: one that a later schema adds is here by
 * itself. `private` are those of the private notes, which only their own module asks for.
 */
export function textTables(db: ReadableDb, which: 'shared' | 'private'): TextTable[] {
  const tables = db
    .all(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 1 order by name`,
    )
    .map((row) => textIn(row, 'name'))
    .filter((name) => !DERIVED_TABLE.test(name))
    .filter((name) => name.startsWith('private_') === (which === 'private'));
  return tables.flatMap((name) => {
    const info = db.all('select name, type, pk from pragma_table_info(?) order by pk', name);
    const columns = info
      .filter((row) => row['type'] === 'TEXT' && !MACHINE_COLUMN.test(textIn(row, 'name')))
      .map((row) => textIn(row, 'name'));
    const key = info.filter((row) => row['pk'] !== 0).map((row) => textIn(row, 'name'));
    const recorded = info.some((row) => row['name'] === 'revision') && key.join() === 'id';
    return columns.length === 0 ? [] : [{ name, key, columns, recorded }];
  });
}

/** Rows read at a time: a table may hold ten years. */
const PAGE = 500;
/** Rows looked through between two pauses; their texts may be long. */
const ROWS_A_STEP = 20;

function* rowsOf(db: ReadableDb, { name, key, columns }: TextTable): Generator<SqlRow> {
  const wanted = [...new Set([...key, ...contextOf(name), ...columns])];
  const list = wanted.map((column) => `"${column}"`).join(', ');
  const [first] = key;
  if (first === undefined || key.length > 1) {
    yield* db.all(`select ${list} from "${name}"`);
    return;
  }
  const page = `from "${name}"`;
  const next = (last: SqlValue | undefined) =>
    last === undefined
      ? db.all(`select ${list} ${page} order by "${first}" limit ${PAGE}`)
      : db.all(
          `select ${list} ${page} where "${first}" > ? order by "${first}" limit ${PAGE}`,
          last,
        );
  let rows = next(undefined);
  while (rows.length > 0) {
    yield* rows;
    rows = next(rows.at(-1)?.[first]);
  }
}

/** Columns that say whose history or draft a row is. */
function contextOf(table: string): string[] {
  return /(?:^|_)(?:change|draft)$/.test(table) ? ['entity', 'entity_id'] : [];
}

/** Somebody's own row, its history or its draft: their name there is theirs, whoever has the same one. */
export interface OwnRows {
  /** Table and entity of people. */
  readonly tables: readonly string[];
  readonly fields: readonly string[];
}

/** Parsed JSON of a list or a record; undefined for any other text. */
export function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Rewrites strings inside decoded JSON; `skip` names fields of the outermost record that stay. */
function inJson(value: unknown, rewrite: TextRewriter, skip: readonly string[] = []): unknown {
  if (typeof value === 'string') return rewriteWords(value, rewrite);
  if (Array.isArray(value)) return value.map((item) => inJson(item, rewrite));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      skip.includes(key) ? (part as unknown) : inJson(part, rewrite),
    ]),
  );
}

/** Words in a text, which may itself be JSON: a form's draft keeps lists as text. */
export function rewriteWords(
  text: string,
  rewrite: TextRewriter,
  skip: readonly string[] = [],
): string {
  const value = jsonIn(text);
  if (value === undefined) return rewrite(text);
  const rewritten = JSON.stringify(inJson(value, rewrite, skip));
  return rewritten === JSON.stringify(value) ? text : rewritten;
}

function skippedIn(table: TextTable, row: SqlRow, own: OwnRows): readonly string[] {
  if (own.tables.includes(table.name)) return own.fields;
  if (contextOf(table.name).length === 0) return [];
  const isNew = textIn(row, 'entity_id').startsWith('new');
  return own.tables.includes(textIn(row, 'entity')) && !isNew ? own.fields : [];
}

function rewriteRow(
  table: TextTable,
  row: SqlRow,
  rewrite: TextRewriter,
  own: OwnRows,
): RewrittenRow | null {
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  const skip = skippedIn(table, row, own);
  for (const column of table.columns) {
    const text = textOrNullIn(row, column);
    if (text === null || (own.tables.includes(table.name) && skip.includes(column))) continue;
    const next = rewriteWords(text, rewrite, skip);
    if (next === text) continue;
    before[column] = text;
    after[column] = next;
  }
  if (Object.keys(after).length === 0) return null;
  return { table, key: table.key.map((column) => row[column] ?? null), before, after };
}

/** Rows in which the rewriter changes words, looked for in steps; nothing is written. */
export function* findTexts(
  db: ReadableDb,
  tables: readonly TextTable[],
  rewrite: TextRewriter,
  own: OwnRows = { tables: [], fields: [] },
): Steps<RewrittenRow[]> {
  const found: RewrittenRow[] = [];
  let looked = 0;
  for (const table of tables) {
    for (const row of rowsOf(db, table)) {
      const rewritten = rewriteRow(table, row, rewrite, own);
      if (rewritten !== null) found.push(rewritten);
      looked += 1;
      if (looked % ROWS_A_STEP === 0) yield;
    }
  }
  return found;
}

/**
 * Writes rewritten rows. Revisions grow, so that a form that was read before cannot bring the words back; history
 * gets no entry, because it is rewritten itself.
 */
export function writeTexts(db: WritableDb, at: Instant, rows: readonly RewrittenRow[]): void {
  for (const { table, key, after } of rows) {
    const columns = Object.entries(after);
    const grows = table.recorded ? ', revision = revision + 1, updated_at = ?' : '';
    db.run(
      `update "${table.name}" set ${columns.map(([column]) => `"${column}" = ?`).join(', ')}${grows} ` +
        `where ${table.key.map((column) => `"${column}" = ?`).join(' and ')}`,
      ...columns.map(([, text]) => text),
      ...(table.recorded ? [at] : []),
      ...key,
    );
  }
}

/** The words of a rewritten row in which the person stood, as a person would read them. */
export function wordsOf(row: RewrittenRow, rewrite: TextRewriter): string[] {
  const stringsIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(stringsIn)
        : [];
  return Object.values(row.before)
    .flatMap((text) => stringsIn(jsonIn(text) ?? text))
    .filter((text) => rewrite(text) !== text);
}
