import type { ChangeAction } from './changes.ts';
import { numberIn, textIn, type ReadableDb, type SqlRow } from './db.ts';
import { Instant } from '../domain/calendar.ts';

/** A step of a thing's history as it lies in the store; private notes have theirs elsewhere. */
export interface Change {
  readonly position: number;
  /** All changes of one transaction share it; 0 in rows from before the second schema. */
  readonly batch: number;
  readonly undoes: number | null;
  readonly entity: string;
  readonly entityId: string;
  readonly action: ChangeAction;
  readonly at: Instant;
  /** Before and after of each changed field. */
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** The same without its fields, for walking. */
export type ChangeMark = Pick<Change, 'position' | 'batch' | 'undoes'>;

const MARK = 'position, batch, undoes';
const WHOLE = `${MARK}, entity, entity_id, action, at, fields`;

function markOf(row: SqlRow): ChangeMark {
  const undoes = row['undoes'] ?? null;
  return {
    position: numberIn(row, 'position'),
    batch: numberIn(row, 'batch'),
    undoes: undoes === null ? null : numberIn(row, 'undoes'),
  };
}

function changeOf(row: SqlRow): Change {
  return {
    ...markOf(row),
    entity: textIn(row, 'entity'),
    entityId: textIn(row, 'entity_id'),
    action: textIn(row, 'action') as ChangeAction, // the table checks it
    at: Instant.parse(row['at']),
    fields: JSON.parse(textIn(row, 'fields')) as Change['fields'], // written by recordChange alone
  };
}

/** Which changes of an entity: all of some things, or only those whose fields mention a text. */
export interface ChangesWanted {
  readonly entity: string;
  readonly ids: readonly string[];
  readonly mentioning?: string;
}

/** All changes of the wanted things, in no order, without their fields. */
export function changeMarks(db: ReadableDb, wanted: readonly ChangesWanted[]): ChangeMark[] {
  const ofThings = `select ${MARK} from change where entity = ? and entity_id in (select value from json_each(?))`;
  return wanted.flatMap(({ entity, ids, mentioning }) => {
    const list = JSON.stringify(ids);
    const rows =
      mentioning === undefined
        ? db.all(ofThings, entity, list)
        : db.all(`${ofThings} and instr(fields, ?) > 0`, entity, list, mentioning);
    return rows.map(markOf);
  });
}

/** Changes by their positions, in order. */
export function changesAt(db: ReadableDb, positions: readonly number[]): Change[] {
  return db
    .all(
      `select ${WHOLE} from change where position in (select value from json_each(?)) order by position`,
      JSON.stringify(positions),
    )
    .map(changeOf);
}

/** Every change of one batch, in order. */
export function changesOfBatch(db: ReadableDb, batch: number): Change[] {
  return db
    .all(`select ${WHOLE} from change where batch = ? and batch > 0 order by position`, batch)
    .map(changeOf);
}

/** What kinds of changes a batch holds. */
export interface BatchContent {
  readonly entity: string;
  /** A change whose words were erased for good: nothing can bring them back. */
  readonly emptied: boolean;
  /** After an erasure, a change of a name for the same neutral words: taking it back would do nothing. */
  readonly idle: boolean;
}

/** What a batch touched, each kind once; nothing for rows from before the second schema. */
export function contentOfBatch(db: ReadableDb, batch: number): BatchContent[] {
  return db
    .all(
      `select distinct entity, action = 'changed' and fields = '{}' as emptied, action = 'changed' and not exists ` +
        `(select 1 from json_each(fields) pair where pair.value -> 0 is not pair.value -> 1) as idle from change ` +
        'where batch = ? and batch > 0',
      batch,
    )
    .map((row) => ({
      entity: textIn(row, 'entity'),
      emptied: row['emptied'] === 1,
      idle: row['idle'] === 1,
    }));
}

/** All changes of one thing, oldest first, without their fields. */
export function changesOfThing(db: ReadableDb, entity: string, id: string): ChangeMark[] {
  return db
    .all(
      `select ${MARK} from change where entity = ? and entity_id = ? order by position`,
      entity,
      id,
    )
    .map(markOf);
}
