import type { Instant } from '../domain/calendar.ts';
import { NEUTRAL_EMAIL } from '../domain/erasure.ts';
import { StoredFileId } from '../domain/report.ts';
import type { WrittenFile } from '../files/encryptedFile.ts';
import { recordChange } from '../store/changes.ts';
import { numberIn, textIn, textOrNullIn, type WritableDb } from '../store/db.ts';
import { NOUN_BY_TABLE } from '../store/everyNoun.ts';
import { storedFiles, type StoredFile } from '../store/reports.ts';
import { writeTexts, type RewrittenRow } from '../store/textColumns.ts';
import type { Held } from './erasureLook.ts';
import { OWN_ROWS, type Subject } from './subject.ts';
import type { NamingReport } from './subjectReports.ts';
import { stampOf, type Tools } from './tools.ts';

/** A redacted edition that lies on the disk already. */
export interface Edition extends NamingReport {
  readonly written: WrittenFile;
  readonly pages: number;
  readonly replacedCharacters: readonly string[];
}

/** The person's own row, its history and its form. */
function emptyOwnRow(db: WritableDb, at: Instant, subject: Subject, neutralName: string): void {
  db.run(
    `update ${subject.kind} set name = ?, email = '', phone = '', revision = revision + 1, updated_at = ? where id = ?`,
    neutralName,
    at,
    subject.id,
  );
  db.run('delete from draft where entity = ? and entity_id = ?', subject.kind, subject.id);
  const history = db.all(
    'select position, fields from change where entity = ? and entity_id = ?',
    subject.kind,
    subject.id,
  );
  for (const row of history) {
    const fields = JSON.parse(textIn(row, 'fields')) as Record<string, unknown>; // written by recordChange
    for (const field of OWN_ROWS.fields) {
      const emptied = field === 'name' ? neutralName : '';
      if (field in fields) fields[field] = [emptied, emptied];
    }
    db.run(
      'update change set fields = ? where position = ?',
      JSON.stringify(fields),
      numberIn(row, 'position'),
    );
  }
}

/** Takes a file out of the store; answers its path on the disk, for when this is committed. */
function dropFile(db: WritableDb, id: string): string[] {
  const row = db.get('select path from stored_file where id = ?', id);
  db.run('delete from stored_file where id = ?', id);
  return row === undefined ? [] : [textIn(row, 'path')];
}

/** Earlier protocols that named the person are made anew from their rows when somebody wants them. */
function dropProtocols(db: WritableDb, rows: readonly RewrittenRow[]): string[] {
  return rows.flatMap(({ table, key }) => {
    if (table.name !== 'erasure') return [];
    const [id] = key;
    const row = db.get('select file_id from erasure where id = ?', id ?? null);
    const fileId = row === undefined ? null : textOrNullIn(row, 'file_id');
    if (fileId === null) return [];
    db.run('update erasure set file_id = null where id = ?', id ?? null);
    return dropFile(db, fileId);
  });
}

/** Takes the person out of every row; answers files that no row needs any more. */
export function writeWithout(
  db: WritableDb,
  at: Instant,
  { subject, rows, privately }: Held,
  neutralName: string,
): string[] {
  writeTexts(db, at, rows);
  privately.write(db, at);
  // Last: their own history was read with their name still in it.
  emptyOwnRow(db, at, subject, neutralName);
  // Where reports go is an address or nothing.
  db.run(
    `update setting set value = json_set(value, '$.reportRecipient', '') where json_valid(value) and value ->> '$.reportRecipient' = ?`,
    NEUTRAL_EMAIL,
  );
  const changed = [
    { table: subject.kind, id: subject.id },
    ...rows.flatMap(({ table, key: [id] }) =>
      typeof id === 'string' ? [{ table: table.name, id }] : [],
    ),
  ];
  for (const { table, id } of changed) {
    const noun = NOUN_BY_TABLE.get(table);
    noun?.reindex(db, id);
    db.touched(noun?.entity ?? table);
  }
  return dropProtocols(db, rows);
}

/** Adds a written file to the store. */
export function addFile(db: WritableDb, tools: Tools, written: WrittenFile): StoredFile {
  return storedFiles.insert(db, stampOf(tools), {
    id: StoredFileId.parse(tools.newId()),
    path: written.path,
    mediaType: 'application/pdf',
    bytes: written.bytes,
    sha256: written.sha256,
  });
}

/** Puts a redacted edition in the place of a closed report's PDF; answers the old file's path. */
export function replaceEdition(
  db: WritableDb,
  tools: Tools,
  at: Instant,
  edition: Edition,
): string[] {
  const { report, file: old, written } = edition;
  const file = addFile(db, tools, written);
  const replaced = JSON.stringify(edition.replacedCharacters);
  db.run(
    'update report set file_id = ?, sha256 = ?, pages = ?, replaced_characters = ?, redacted_at = ?, ' +
      'original_sha256 = coalesce(original_sha256, sha256), revision = revision + 1, updated_at = ? where id = ?',
    file.id,
    written.sha256,
    edition.pages,
    replaced,
    at,
    at,
    report.id,
  );
  const row = db.get('select revision from report where id = ?', report.id);
  if (row === undefined) throw new Error('A report vanished while it was replaced');
  recordChange(db, {
    entity: 'report',
    entityId: report.id,
    revision: numberIn(row, 'revision'),
    action: 'changed',
    stamp: stampOf(tools),
    fields: { sha256: [old.sha256, written.sha256], redactedAt: [report.redactedAt, at] },
  });
  db.touched('report');
  return dropFile(db, old.id);
}
