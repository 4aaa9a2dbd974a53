import type { Recorded } from '../domain/noun.ts';
import { withoutPerson } from '../domain/redaction.ts';
import type { Report } from '../domain/report.ts';
import { CLEARED_RECIPIENT } from '../domain/retention.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import { DamagedFileError, readEncrypted } from '../files/encryptedFile.ts';
import { ReportReadError, readReportLayer } from '../reports/readReportLayer.ts';
import { reports, storedFiles, type StoredFile } from '../store/reports.ts';
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
 * may differ from what was printed then.
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
  for (const row of tools.store.all('select * from report order by closed_at, id')) {
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

/** Addresses to which a report's PDF went, as far as it is known here; drafts that nobody sent are not among them. */
export function recipientsOf(tools: Tools, report: Report): string[] {
  return [
    ...new Set(
      tools.store
        .all(
          `select recipient from dispatch where report_id = ? and state <> 'prepared' and recipient <> ? ` +
            'order by prepared_at, id',
          report.id,
          CLEARED_RECIPIENT,
        )
        .map((row) => String(row['recipient'])),
    ),
  ];
}
