import type { Dispatch, Report, StoredFileId } from '../domain/report.ts';
import { json, number, text, textOrNull } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** An encrypted file of the workspace, by its path below the files folder. */
export interface StoredFile {
  readonly id: StoredFileId;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Encrypted files that rows point at. */
export const storedFiles = nounTable<StoredFile>({
  entity: 'storedFile',
  table: 'stored_file',
  columns: { path: text(), mediaType: text(), bytes: number(), sha256: text() },
});

/** Closed reports. */
export const reports = nounTable<Report>({
  entity: 'report',
  table: 'report',
  columns: {
    kind: text(),
    subjectId: text(),
    number: text(),
    title: text(),
    correctionOf: textOrNull(),
    correctionNumber: number(),
    correctionReason: text(),
    closedAt: text(),
    closedBy: text(),
    fileId: text(),
    sha256: text(),
    pages: number(),
    replacedCharacters: json(),
    redactedAt: textOrNull(),
    originalSha256: textOrNull(),
  },
  search: { entity: 'report', words: (report) => `${report.number} ${report.title}` },
});

/** E-mails with reports. */
export const dispatches = nounTable<Dispatch>({
  entity: 'dispatch',
  table: 'dispatch',
  columns: {
    reportId: text(),
    recipient: text(),
    subject: text(),
    body: text(),
    messageId: text(),
    state: text(),
    preparedAt: text(),
    markedAt: textOrNull(),
  },
});
