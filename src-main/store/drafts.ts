import { Draft, DraftEntity } from '../domain/draft.ts';
import { Instant } from '../domain/calendar.ts';
import { textIn, type ReadableDb, type SqlRow, type WritableDb } from './db.ts';
import { NOUN_BY_TABLE } from './everyNoun.ts';

/** Where drafts lie: shared ones, or the coach's private ones apart. */
export type DraftTable = 'draft' | 'private_draft';

/** Private words never share a table with others. */
export function draftTableOf(entity: DraftEntity): DraftTable {
  return entity === 'privateNote' ? 'private_draft' : 'draft';
}

function fromRow(row: SqlRow): Draft {
  return Draft.parse({
    entity: row['entity'],
    entityId: row['entity_id'],
    baseRevision: row['base_revision'],
    body: row['body'],
    updatedAt: row['updated_at'],
  });
}

/** All unsaved changes with their words, newest first, without private ones: those are read one by one. */
export function listDrafts(db: ReadableDb): Draft[] {
  return db.all('select * from draft order by updated_at desc').map(fromRow);
}

/** Which forms have unsaved changes, newest first: private ones too, because no words are read here. */
export function draftPlaces(db: ReadableDb): Pick<Draft, 'entity' | 'entityId' | 'updatedAt'>[] {
  const places = 'select entity, entity_id, updated_at from';
  return db
    .all(`${places} draft union all ${places} private_draft order by updated_at desc`)
    .map((row) => ({
      entity: DraftEntity.parse(row['entity']),
      entityId: textIn(row, 'entity_id'),
      updatedAt: Instant.parse(row['updated_at']),
    }));
}

/** The unsaved change of one form, if any. */
export function findDraft(db: ReadableDb, entity: DraftEntity, entityId: string): Draft | null {
  const row = db.get(
    `select * from ${draftTableOf(entity)} where entity = ? and entity_id = ?`,
    entity,
    entityId,
  );
  return row === undefined ? null : fromRow(row);
}

/**
 * Did an erasure rewrite the thing since a form read it? Each revision is a step of its history, but those that
 * erasures make. Of a thing that is not saved yet, and of what is no noun (private notes), nothing is known: false.
 */
export function rewrittenSince(
  db: ReadableDb,
  { entity, entityId, baseRevision }: Pick<Draft, 'entity' | 'entityId' | 'baseRevision'>,
): boolean {
  const noun = [...NOUN_BY_TABLE.values()].find((one) => one.entity === entity);
  if (noun === undefined) return false;
  const row = db.get(
    'select revision - ? > (select count(*) from change where entity = ? and entity_id = thing.id and revision > ?) ' +
      `as rewritten from ${noun.table} thing where id = ?`,
    baseRevision,
    entity,
    baseRevision,
    entityId,
  );
  return row?.['rewritten'] === 1;
}

/** Keeps (or replaces) an unsaved change. */
export function keepDraft(db: WritableDb, draft: Omit<Draft, 'updatedAt'>, at: Instant): void {
  db.run(
    `insert into ${draftTableOf(draft.entity)} (entity, entity_id, base_revision, body, updated_at) ` +
      'values (?, ?, ?, ?, ?) on conflict (entity, entity_id) do update set ' +
      'base_revision = excluded.base_revision, body = excluded.body, updated_at = excluded.updated_at',
    draft.entity,
    draft.entityId,
    draft.baseRevision,
    draft.body,
    at,
  );
}

/** Drops an unsaved change; in the same transaction as the save that replaces it. */
export function discardDraft(db: WritableDb, entity: DraftEntity, entityId: string): void {
  db.run(
    `delete from ${draftTableOf(entity)} where entity = ? and entity_id = ?`,
    entity,
    entityId,
  );
}
