import { assertNever } from '../domain/assertNever.ts';
import type { Recorded } from '../domain/noun.ts';
import { fieldsMissing, type ReportLayer, type ReportMissing } from '../domain/reportLayer.ts';
import {
  NUMBER_PREFIX,
  ReportId,
  reportNumber,
  StoredFileId,
  type Report,
  type ReportKind,
} from '../domain/report.ts';
import { DamagedFileError, readEncrypted, writeEncrypted } from '../files/encryptedFile.ts';
import { numberIn, type ReadableDb } from '../store/db.ts';
import { StoreFailure } from '../store/failures.ts';
import { reports, storedFiles } from '../store/reports.ts';
import { DRAFT_HEAD, type ReportHead } from './reportBase.ts';
import { gatherLayer } from './reportGather.ts';
import { readMe } from './settings.ts';
import { nowOf, stampOf, todayOf, type Tools } from './tools.ts';

/** The real PDF of what would be closed now, with what is missing. */
export async function previewReport(tools: Tools, input: { kind: ReportKind; subjectId: string }) {
  const layer = gatherLayer(tools, tools.store, input.kind, input.subjectId, DRAFT_HEAD);
  const printed = await tools.printer.render(layer);
  return {
    ...printed,
    missing: fieldsMissing(layer),
    agreementMissing: lacksAgreement(layer),
  };
}

/** Without a recorded agreement a coaching report cannot be closed (domain rule 4). */
function lacksAgreement(layer: ReportLayer): boolean {
  switch (layer.kind) {
    case 'coaching-session':
      return layer.engagement.agreedOn === null;
    case 'workshop':
      return false;
    default:
      return assertNever(layer);
  }
}

function nextNumber(db: ReadableDb, kind: ReportKind, year: number): string {
  const prefix = `${NUMBER_PREFIX[kind]}/${year}/`;
  const row = db.get(
    'select coalesce(max(cast(substr(number, ?) as integer)), 0) as last from report where number glob ?',
    prefix.length + 1,
    `${prefix}*`,
  );
  return reportNumber(kind, year, row === undefined ? 1 : numberIn(row, 'last') + 1);
}

/** Longest title of a report, in characters; e-mail subjects put about thirty more around it. */
const MOST_TITLE = 240;

function titleOf(layer: ReportLayer): string {
  const towns = layer.libraries.map((library) => library.town).join(', ');
  switch (layer.kind) {
    case 'coaching-session':
      return `Sesja coachingowa nr ${layer.session.numberInProcess ?? '–'}, ${towns}`;
    case 'workshop':
      return `${layer.workshop.title}, ${towns}`;
    default:
      return assertNever(layer);
  }
}

/** A title that still fits a subject line when dozens of libraries took part. */
function shortTitle(title: string): string {
  return title.length <= MOST_TITLE ? title : `${title.slice(0, MOST_TITLE - 1).trimEnd()}…`;
}

/** How closing went: done, or why not; nothing was changed then. */
export type CloseResult =
  | { outcome: 'closed'; report: Recorded<Report> }
  | { outcome: 'already-closed'; report: Recorded<Report> }
  | { outcome: 'agreement-missing' }
  | { outcome: 'fields-missing'; missing: ReportMissing[] };

interface Closing {
  readonly kind: ReportKind;
  readonly subjectId: string;
  readonly original: Recorded<Report> | null;
  readonly correctionNumber: number;
  readonly reason: string;
}

function headOf(tools: Tools, closing: Closing, number: string): ReportHead {
  return {
    reportId: tools.newId(),
    closed: { number, on: todayOf(tools) },
    correction:
      closing.original === null
        ? null
        : {
            number: closing.correctionNumber,
            ofReportId: closing.original.id,
            ofNumber: closing.original.number,
            reason: closing.reason,
          },
  };
}

/**
 * Prints, stores and records a report. The PDF is on the disk before its row; a row that does not come
 * (crash, full disk) leaves a file that no row points at, which the sweep takes away.
 */
async function close(tools: Tools, closing: Closing): Promise<CloseResult> {
  const { kind, subjectId } = closing;
  const draft = gatherLayer(tools, tools.store, kind, subjectId, DRAFT_HEAD);
  if (lacksAgreement(draft)) return { outcome: 'agreement-missing' };
  const missing = fieldsMissing(draft);
  if (missing.some((field) => field.blocking)) return { outcome: 'fields-missing', missing };
  const number = nextNumber(tools.store, kind, Number(todayOf(tools).slice(0, 4)));
  const head = headOf(tools, closing, number);
  const layer = gatherLayer(tools, tools.store, kind, subjectId, head);
  const printed = await tools.printer.render(layer);
  const { folder, dataKey } = tools.files;
  const written = writeEncrypted(folder, dataKey, printed.pdf);
  return tools.store.inTransaction((db): CloseResult => {
    const meanwhile = closedReportOf(db, kind, subjectId, closing.correctionNumber);
    if (meanwhile !== undefined) return { outcome: 'already-closed', report: meanwhile };
    const file = storedFiles.insert(db, stampOf(tools), {
      id: StoredFileId.parse(tools.newId()),
      path: written.path,
      mediaType: 'application/pdf',
      bytes: written.bytes,
      sha256: written.sha256,
    });
    const report = reports.insert(db, stampOf(tools), {
      id: ReportId.parse(head.reportId),
      kind,
      subjectId,
      number,
      title: shortTitle(titleOf(layer)),
      correctionOf: closing.original?.id ?? null,
      correctionNumber: closing.correctionNumber,
      correctionReason: closing.reason,
      closedAt: nowOf(tools),
      closedBy: readMe(db).id,
      fileId: file.id,
      sha256: written.sha256,
      pages: printed.pages,
      replacedCharacters: printed.replacedCharacters,
      redactedAt: null,
      originalSha256: null,
    });
    return { outcome: 'closed', report };
  });
}

function closedReportOf(
  db: ReadableDb,
  kind: ReportKind,
  subjectId: string,
  correctionNumber: number,
): Recorded<Report> | undefined {
  return reports.list(
    db,
    'kind = ? and subject_id = ? and correction_number = ?',
    kind,
    subjectId,
    correctionNumber,
  )[0];
}

// One closing at a time: two would ask for the same number. An erasure waits too: no closing may print the name meanwhile.
let closings: Promise<unknown> = Promise.resolve();

/** Runs work on closed reports after what runs already. */
export function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = closings.then(work, work);
  closings = result.catch(() => undefined);
  return result;
}

/** Closes a subject's report: final from now on. Throws not-found. */
export function closeReport(
  tools: Tools,
  input: { kind: ReportKind; subjectId: string },
): Promise<CloseResult> {
  return oneAtATime(async () => {
    const already = closedReportOf(tools.store, input.kind, input.subjectId, 0);
    if (already !== undefined) return { outcome: 'already-closed', report: already };
    return close(tools, { ...input, original: null, correctionNumber: 0, reason: '' });
  });
}

/** Closes a correction of a closed report, which stays byte for byte. Throws not-found. */
export function correctReport(
  tools: Tools,
  input: { id: ReportId; reason: string },
): Promise<CloseResult> {
  return oneAtATime(async () => {
    const known = reports.get(tools.store, input.id);
    const original =
      known.correctionOf === null ? known : reports.get(tools.store, known.correctionOf);
    const row = tools.store.get(
      'select max(correction_number) as last from report where kind = ? and subject_id = ?',
      original.kind,
      original.subjectId,
    );
    return close(tools, {
      kind: original.kind,
      subjectId: original.subjectId,
      original,
      correctionNumber: (row === undefined ? 0 : numberIn(row, 'last')) + 1,
      reason: input.reason,
    });
  });
}

/** The PDF of a closed report, byte for byte. Throws not-found, file-missing, file-damaged. */
export function readReportPdf(tools: Tools, id: ReportId): Buffer {
  const report = reports.get(tools.store, id);
  const file = storedFiles.get(tools.store, report.fileId);
  try {
    return readEncrypted(tools.files.folder, tools.files.dataKey, file);
  } catch (error) {
    if (error instanceof DamagedFileError)
      throw new StoreFailure('file-damaged', {}, { cause: error });
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new StoreFailure('file-missing', { file: report.number }, { cause: error });
    }
    throw error;
  }
}
