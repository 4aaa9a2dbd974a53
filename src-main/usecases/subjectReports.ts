import { Instant } from '../domain/calendar.ts';
import type { Recorded } from '../domain/noun.ts';
import { withoutPerson } from '../domain/redaction.ts';
import type { Report } from '../domain/report.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import { DamagedFileError, readEncrypted } from '../files/encryptedFile.ts';
import { ReportReadError, readReportLayer } from '../reports/readReportLayer.ts';
import { textIn } from '../store/db.ts';
import { reports, storedFiles, type StoredFile } from '../store/reports.ts';
import { breather } from './gently.ts';
import { rewriterOf, type Subject } from './subject.ts';
import type { Tools } from './tools.ts';

/** A closed report that names somebody, with its data without them. */
export interface NamingReport {
  readonly report: Recorded<Report>;
  readonly file: StoredFile;
  readonly redacted: ReportLayer;
}

/** Closed reports that name somebody, and those whose file cannot be read any more. */
export interface NamingReports {
  readonly naming: readonly NamingReport[];
  readonly unreadable: readonly Recorded<Report>[];
}

async function layerIn(tools: Tools, file: StoredFile): Promise<ReportLayer | null> {
  try {
    return await readReportLayer(readEncrypted(tools.files.folder, tools.files.dataKey, file));
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone || error instanceof DamagedFileError || error instanceof ReportReadError) return null;
    throw error;
  }
}

/**
 * Closed reports, in the bin or not, that name somebody: by the data inside each PDF, because what is saved today
 * may differ from what was printed then. With ten years of reports that takes a minute, in which calls are answered.
 */
export async function reportsNaming(
  tools: Tools,
  subject: Subject,
  neutralName: string,
): Promise<NamingReports> {
  const naming: NamingReport[] = [];
  const unreadable: Recorded<Report>[] = [];
  const rewrite = rewriterOf(subject, neutralName);
  const known = new Set(subject.words.names);
  const rewriterFor = (names: readonly string[]) =>
    names.every((name) => known.has(name)) ? rewrite : rewriterOf(subject, neutralName, names);
  const breathe = breather();
  for (const { id } of tools.store.all('select id from report order by closed_at, id')) {
    await breathe();
    const row = tools.store.get('select * from report where id = ?', id ?? null);
    if (row === undefined) continue;
    const report = reports.fromRow(row);
    const file = storedFiles.find(tools.store, report.fileId);
    const layer = file === undefined ? null : await layerIn(tools, file);
    if (file === undefined || layer === null) {
      unreadable.push(report);
      continue;
    }
    const redacted = withoutPerson(layer, {
      subjectId: subject.id,
      neutralName,
      rewriterFor,
      isOtherPerson: (id) => subject.otherIds.has(id),
    });
    if (redacted !== null) naming.push({ report, file, redacted });
  }
  return { naming, unreadable };
}

/** An e-mail with a report that was sent, or may have been. */
interface Sent {
  readonly recipient: string;
  readonly preparedAt: Instant;
}

function sentOf({ store }: Tools, { id }: Report): Sent[] {
  return store
    .all(
      `select recipient, prepared_at from dispatch where report_id = ? and state <> 'prepared' order by prepared_at, id`,
      id,
    )
    .map((row) => ({
      recipient: textIn(row, 'recipient'),
      preparedAt: Instant.parse(row['prepared_at']),
    }));
}

const addressesIn = (sent: readonly Sent[]): string[] => [
  ...new Set(sent.map(({ recipient }) => recipient)),
];

/**
 * Addresses to which a report's PDF went, as far as it is known here; drafts that nobody sent are not among them. One
 * that was cleared after its time stands as `CLEARED_RECIPIENT`: somebody has the file.
 */
export function recipientsOf(tools: Tools, report: Report): string[] {
  return addressesIn(sentOf(tools, report));
}

/** A file that others hold, by its hash. */
export interface HeldFile {
  readonly number: string;
  readonly oldSha256: string;
  readonly recipients: string[];
}

/**
 * Which files of a report are out there: what went out before somebody else was taken out of it is the file as it was
 * closed, what went later is the redacted edition that lies here now.
 */
export function heldFiles(tools: Tools, { report, file }: NamingReport): HeldFile[] {
  const { number, redactedAt } = report;
  const sent = sentOf(tools, report);
  const before = sent.filter(({ preparedAt }) => redactedAt === null || preparedAt <= redactedAt);
  const after = sent.filter((one) => !before.includes(one));
  const first = { number, oldSha256: firstHash(report, file), recipients: addressesIn(before) };
  return after.length === 0
    ? [first]
    : [first, { number, oldSha256: file.sha256, recipients: addressesIn(after) }];
}

/** The hash of the file as the report was closed. */
export function firstHash(report: Report, file: StoredFile): string {
  return report.originalSha256 ?? file.sha256;
}
