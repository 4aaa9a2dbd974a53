import type { Instant, PlainDate } from '../../domain/calendar.ts';
import type { TextRewriter } from '../../domain/personText.ts';
import type { Steps } from '../../domain/steps.ts';
import { foldText } from '../../domain/text.ts';
import { textIn, type ReadableDb, type WritableDb } from '../db.ts';
import { findTexts, textTables, writeTexts, type RewrittenRow } from '../textColumns.ts';

// Private notes as far as one person's own data are concerned: releasing and erasing (domain rules 4 and 10).

/** A private note with where it belongs. */
export interface NoteAbout {
  readonly id: string;
  readonly sessionOn: PlainDate;
  readonly processTitle: string;
  readonly body: string;
}

/** Notes of sessions in which the person took part, or whose words name them; oldest first. */
export function* notesAbout(
  db: ReadableDb,
  personId: string,
  rewrite: TextRewriter,
): Steps<NoteAbout[]> {
  const rows = db.all(
    'select n.id, s.date, e.title, ' +
      '(exists (select 1 from json_each(s.present_ids) p where p.value = ?) or ' +
      `(e.form = 'individual' and exists (select 1 from json_each(e.participant_ids) p where p.value = ?))) as took_part ` +
      'from private_note n join coaching_session s on s.id = n.session_id join engagement e on e.id = n.engagement_id ' +
      `where n.deleted_at is null and n.body <> '' order by s.date, n.id`,
    personId,
    personId,
  );
  const about: NoteAbout[] = [];
  for (const row of rows) {
    const id = textIn(row, 'id');
    const note = db.get('select body from private_note where id = ?', id);
    yield;
    if (note === undefined) continue; // cleared meanwhile
    const body = textIn(note, 'body');
    if (row['took_part'] !== 1 && rewrite(body) === body) continue;
    const sessionOn = textIn(row, 'date') as PlainDate; // a date column of our own
    about.push({ id, sessionOn, processTitle: textIn(row, 'title'), body });
  }
  return about;
}

/** Rows of private notes, their history and drafts that name the person; nothing is written. */
export function privateTextsNaming(db: ReadableDb, rewrite: TextRewriter): Steps<RewrittenRow[]> {
  return findTexts(db, textTables(db, 'private'), rewrite);
}

/** Takes the person out of private notes, their history, drafts and search: the rows just found. */
export function rewritePrivateTexts(
  db: WritableDb,
  at: Instant,
  rows: readonly RewrittenRow[],
): void {
  writeTexts(db, at, rows);
  for (const { table, key } of rows) {
    if (table.name !== 'private_note') continue;
    const note = db.get('select id, body from private_note where id = ?', key[0] ?? null);
    if (note === undefined) continue;
    db.run(
      'update private_entry set words = ? where entity_id = ?',
      foldText(textIn(note, 'body')),
      textIn(note, 'id'),
    );
  }
  if (rows.length > 0) db.touched('privateNote');
}
