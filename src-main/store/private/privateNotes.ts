import { foldText } from '../../domain/text.ts';
import {
  numberIn,
  textIn,
  textOrNullIn,
  type ReadableDb,
  type SqlRow,
  type WritableDb,
} from '../db.ts';
import { recordChange } from '../changes.ts';
import { StoreFailure } from '../failures.ts';
import type { Stamp } from '../nounTable.ts';
import type { Recorded } from '../../domain/noun.ts';
import type { PrivateNote } from '../../domain/privateNote.ts';
import { discardDraft } from '../drafts.ts';

// The one module that reads or writes private notes: their rows, history and search lie in tables of their own,
// and the walls let only the private-note use case import this folder (domain rule 4). Their drafts have a table
// of their own too, which drafts.ts reads only for the form that asks for its own draft.

function fromRow(row: SqlRow): Recorded<PrivateNote> {
  return {
    id: textIn(row, 'id'),
    engagementId: textIn(row, 'engagement_id'),
    sessionId: textIn(row, 'session_id'),
    body: textIn(row, 'body'),
    revision: numberIn(row, 'revision'),
    createdAt: textIn(row, 'created_at'),
    updatedAt: textIn(row, 'updated_at'),
    originWorkspace: textIn(row, 'origin_workspace'),
    deletedAt: textOrNullIn(row, 'deleted_at'),
  } as Recorded<PrivateNote>; // brands exist only in types; the columns are STRICT text and integer
}

/** The private note of a session, if one was written. */
export function privateNoteOf(
  db: ReadableDb,
  sessionId: PrivateNote['sessionId'],
): Recorded<PrivateNote> | null {
  const row = db.get(
    'select * from private_note where session_id = ? and deleted_at is null',
    sessionId,
  );
  return row === undefined ? null : fromRow(row);
}

/**
 * Saves a session's private note and drops its draft in the same transaction.
 * Throws changed-meanwhile when `revision` is not the one on disk (null: none yet).
 */
export function savePrivateNote(
  db: WritableDb,
  stamp: Stamp,
  note: PrivateNote,
  revision: number | null,
): Recorded<PrivateNote> {
  const before = privateNoteOf(db, note.sessionId);
  if ((before?.revision ?? null) !== revision) {
    throw new StoreFailure('changed-meanwhile', { entity: 'privateNote' });
  }
  discardDraft(db, 'privateNote', note.sessionId);
  if (before !== null && before.body === note.body) return before;
  const id = before?.id ?? note.id;
  const next = (before?.revision ?? 0) + 1;
  if (before === null) {
    db.run(
      'insert into private_note (id, revision, created_at, updated_at, origin_workspace, engagement_id, session_id, body) ' +
        'values (?, 1, ?, ?, ?, ?, ?, ?)',
      id,
      stamp.at,
      stamp.at,
      stamp.workspaceId,
      note.engagementId,
      note.sessionId,
      note.body,
    );
  } else {
    db.run(
      'update private_note set body = ?, revision = ?, updated_at = ? where id = ?',
      note.body,
      next,
      stamp.at,
      id,
    );
  }
  db.touched('privateNote');
  recordChange(
    db,
    {
      entity: 'privateNote',
      entityId: id,
      revision: next,
      action: before === null ? 'made' : 'changed',
      stamp,
      fields: before === null ? {} : { body: [before.body, note.body] },
    },
    'private_change',
  );
  db.run(
    'insert into private_entry (entity_id, words) values (?, ?) ' +
      'on conflict (entity_id) do update set words = excluded.words where words <> excluded.words',
    id,
    foldText(note.body),
  );
  const saved = privateNoteOf(db, note.sessionId);
  if (saved === null) throw new Error('A private note vanished while it was saved');
  return saved;
}

/** SQL: sessions that have a private note or an unsaved one, by id. */
export const SESSIONS_WITH_NOTES =
  'select session_id from private_note union select entity_id from private_draft';

/**
 * Removes the private notes of sessions for good: rows, history, search and drafts. Answers how many sessions
 * had one.
 */
export function forgetPrivateNotes(db: WritableDb, sessionIds: Iterable<string>): number {
  const sessions = JSON.stringify([...sessionIds]);
  const chosen = '(select value from json_each(?))';
  const found = db.all(
    `select session_id from (${SESSIONS_WITH_NOTES}) where session_id in ${chosen}`,
    sessions,
  );
  if (found.length === 0) return 0;
  const notes = `(select id from private_note where session_id in ${chosen})`;
  db.run(`delete from private_entry where entity_id in ${notes}`, sessions);
  db.run(`delete from private_change where entity_id in ${notes}`, sessions);
  db.run(`delete from private_draft where entity_id in ${chosen}`, sessions);
  db.run(`delete from private_note where session_id in ${chosen}`, sessions);
  db.touched('privateNote');
  return found.length;
}
