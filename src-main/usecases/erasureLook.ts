import type { Recorded } from '../domain/noun.ts';
import type { TextRewriter } from '../domain/personText.ts';
import type { Steps } from '../domain/steps.ts';
import type { Report } from '../domain/report.ts';
import type { Instant } from '../domain/calendar.ts';
import { numberIn, type ReadableDb, type WritableDb } from '../store/db.ts';
import { findTexts, textTables, type RewrittenRow } from '../store/textColumns.ts';
import { gently } from './gently.ts';
import { readMe } from './settings.ts';
import { OWN_ROWS, readSubject, rewriterOf, type Subject, type SubjectRef } from './subject.ts';
import { recipientsOf, reportsNaming, type NamingReport } from './subjectReports.ts';
import type { HeldBackup, Tools } from './tools.ts';

/** Private notes that name somebody, as far as others may know. */
export interface PrivateFound {
  /** How many rows of notes, their history and drafts. */
  readonly count: number;
  /** Takes the person out of them, as long as nothing was written since they were found. */
  readonly write: (db: WritableDb, at: Instant) => void;
}

/** What only the use case of private notes may do with them. */
export interface PrivateParts {
  /** How many notes are about the person. */
  readonly countAbout: (db: ReadableDb, subjectId: string, rewrite: TextRewriter) => Steps<number>;
  readonly find: (db: ReadableDb, rewrite: TextRewriter) => Steps<PrivateFound>;
}

/** How many things of each kind lose the name; the keys stand in protocols. */
export interface ErasureCounts {
  readonly records: number;
  readonly history: number;
  readonly drafts: number;
  readonly mails: number;
  readonly reports: number;
  /** Reports whose file could not be read: whether they name the person is not known. */
  readonly unreadableReports: number;
  readonly privateNotes: number;
  readonly privateTexts: number;
}

/** What the database holds of somebody at one moment. */
export interface Held {
  readonly subject: Subject;
  readonly rewrite: TextRewriter;
  /** Rows that name them, with what they will say. */
  readonly rows: readonly RewrittenRow[];
  readonly privately: PrivateFound;
  readonly counts: Omit<ErasureCounts, 'reports' | 'unreadableReports'>;
  /** Compares equal as long as nothing that an erasure is about has changed. */
  readonly fingerprint: string;
}

/** The same with the closed reports that name them. */
export interface Found extends Held {
  readonly naming: readonly NamingReport[];
  readonly unreadable: readonly Recorded<Report>[];
}

function ownHistory(db: ReadableDb, ref: SubjectRef): number {
  const row = db.get(
    `select count(*) as rows from change where entity = ? and entity_id = ? and fields <> '{}'`,
    ref.kind,
    ref.id,
  );
  return row === undefined ? 0 : numberIn(row, 'rows');
}

/** Everything in the database that names somebody, looked for in steps; nothing is written. Throws not-found. */
export function* holdings(
  db: ReadableDb,
  privateParts: PrivateParts,
  ref: SubjectRef,
  neutralName: string,
): Steps<Held> {
  const subject = readSubject(db, ref);
  const rewrite = rewriterOf(subject, neutralName);
  const rows = yield* findTexts(db, textTables(db, 'shared'), rewrite, OWN_ROWS);
  const privately = yield* privateParts.find(db, rewrite);
  const of = (...names: string[]) => rows.filter(({ table }) => names.includes(table.name)).length;
  const apart = of('change') + of('draft') + of('dispatch');
  const counts = {
    // Their own row is one of them.
    records: rows.length - apart + 1,
    history: of('change') + ownHistory(db, ref),
    drafts: of('draft'),
    mails: of('dispatch'),
    privateNotes: yield* privateParts.countAbout(db, subject.id, rewrite),
    privateTexts: privately.count,
  };
  const files = db.all('select id, file_id from report order by id');
  const fingerprint = JSON.stringify([subject.words, subject.othersNames, counts, files]);
  return { subject, rewrite, rows, privately, counts, fingerprint };
}

/** The same with what stands in closed reports. */
export async function lookFor(
  tools: Tools,
  privately: PrivateParts,
  ref: SubjectRef,
  neutralName: string,
): Promise<Found> {
  const held = await gently(holdings(tools.store, privately, ref, neutralName));
  return { ...held, ...(await reportsNaming(tools, held.subject, neutralName)) };
}

/** All counts of what was found. */
export function countsOf(found: Found): ErasureCounts {
  return {
    ...found.counts,
    reports: found.naming.length,
    unreadableReports: found.unreadable.length,
  };
}

/**
 * Backups that may hold the person: all that there are. One from before the person's own row may have the name in a
 * text, or in a row that was removed and made again.
 */
export function backupsHolding(tools: Tools): readonly HeldBackup[] {
  return tools.backups?.() ?? [];
}

/** Stands for the neutral name where it is not given yet. */
const NOT_YET = 'Osoba usunięta';

/** What erasing would do, before it is done. Throws not-found. */
export async function previewErasure(tools: Tools, privately: PrivateParts, ref: SubjectRef) {
  const found = await lookFor(tools, privately, ref, NOT_YET);
  const { records, history, drafts, mails, privateTexts, privateNotes } = found.counts;
  return {
    name: found.subject.name,
    records: records + history + drafts + mails + privateTexts,
    privateNotes,
    reports: found.naming.map(({ report }) => ({
      number: report.number,
      title: report.title,
      recipients: recipientsOf(tools, report),
    })),
    backups: [...backupsHolding(tools)],
    refusal: readMe(tools.store).id === ref.id ? ('owner' as const) : null,
  };
}
