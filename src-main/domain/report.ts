import { z } from 'zod';
import { Instant } from './calendar.ts';
import { idOf } from './id.ts';
import { Line, LongText, OptionalLine } from './noun.ts';
import { PersonId } from './person.ts';

export const ReportId = idOf('report');
export type ReportId = z.infer<typeof ReportId>;
export const DispatchId = idOf('dispatch');
export type DispatchId = z.infer<typeof DispatchId>;
export const StoredFileId = idOf('storedFile');
export type StoredFileId = z.infer<typeof StoredFileId>;

/** What a report is about; the subject's id is a workshop's or a coaching session's. */
export const ReportKind = z.enum(['coaching-session', 'workshop']);
export type ReportKind = z.infer<typeof ReportKind>;

/** A closed report: final, with its PDF's hash; a correction is a new one that points at the original. */
export const Report = z.object({
  id: ReportId,
  kind: ReportKind,
  subjectId: z.string().min(1),
  number: Line,
  title: Line,
  correctionOf: ReportId.nullable(),
  /** 0 for the original, n for korekta nr n. */
  correctionNumber: z.int().nonnegative(),
  correctionReason: OptionalLine,
  closedAt: Instant,
  closedBy: PersonId,
  fileId: StoredFileId,
  /** SHA-256 of the PDF, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pages: z.int().positive(),
  /** Characters that the fonts lack and that were replaced in print. */
  replacedCharacters: z.array(z.string()),
  /** Set when the erasure of a person replaced the PDF by a redacted edition (domain rule 5). */
  redactedAt: Instant.nullable(),
  /** Hash of the PDF as it was closed, once it was replaced. */
  originalSha256: z.string().nullable(),
});
export type Report = z.infer<typeof Report>;

/** How far an e-mail got: known, or said by the person, never assumed (domain rule 6). */
export const DispatchState = z.enum(['prepared', 'accepted', 'marked', 'unknown']);
export type DispatchState = z.infer<typeof DispatchState>;

/** An e-mail with a closed report. */
export const Dispatch = z.object({
  id: DispatchId,
  reportId: ReportId,
  recipient: Line,
  subject: Line,
  body: LongText,
  messageId: Line,
  state: DispatchState,
  preparedAt: Instant,
  markedAt: Instant.nullable(),
});
export type Dispatch = z.infer<typeof Dispatch>;

/** Letters that start a report's number: W/2026/001, CS/2026/001. */
export const NUMBER_PREFIX: Readonly<Record<ReportKind, string>> = {
  'coaching-session': 'CS',
  workshop: 'W',
};

/** A report's number, e.g. `CS/2026/003`. */
export function reportNumber(kind: ReportKind, year: number, ordinal: number): string {
  return `${NUMBER_PREFIX[kind]}/${year}/${String(ordinal).padStart(3, '0')}`;
}
