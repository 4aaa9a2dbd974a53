import type { Recorded } from '../domain/noun.ts';
import { DispatchId, type Dispatch, type Report, type ReportId } from '../domain/report.ts';
import { putOutgoing, safeFileName } from '../files/outgoing.ts';
import { discardDraft } from '../store/drafts.ts';
import { dispatches, reports } from '../store/reports.ts';
import { draftMessage } from '../mail/draftMessage.ts';
import { writeWhole } from '../files/wholeFile.ts';
import { oneAtATime, readReportPdf } from './reports.ts';
import { readMe, readSettings } from './settings.ts';
import { nowOf, stampOf, type Tools } from './tools.ts';

/** The file name of a closed report, e.g. `CS-2026-003 Sesja coachingowa nr 3, Gołdap.pdf`. */
export function reportFileName(report: Pick<Report, 'number' | 'title'>): string {
  return safeFileName(`${report.number.replaceAll('/', '-')} ${report.title}`, 'pdf');
}

/** What the e-mail with a report says unless the person changes it. */
export function mailOf(
  tools: Tools,
  report: Report,
): { recipient: string; subject: string; body: string } {
  const me = readMe(tools.store);
  const what =
    report.correctionNumber === 0 ? 'raport' : `korektę nr ${report.correctionNumber} raportu`;
  return {
    recipient: readSettings(tools.store).reportRecipient,
    subject: `Raport ${report.number}: ${report.title}`,
    body: `Dzień dobry,\n\nw załączniku przesyłam ${what} ${report.number} (${report.title}).\n\nPozdrawiam\n${me.name}\n`,
  };
}

/** Writes a closed report's PDF to a path that the person chose. */
export function writeReportTo(tools: Tools, id: ReportId, path: string): { done: true } {
  writeWhole(path, readReportPdf(tools, id));
  return { done: true };
}

/** Puts a clear copy of a closed report into the outgoing folder. */
export function outgoingReport(tools: Tools, id: ReportId): { path: string } {
  const name = reportFileName(reports.get(tools.store, id));
  return { path: putOutgoing(tools.outgoingFolder, name, readReportPdf(tools, id)) };
}

async function putDraft(tools: Tools, dispatch: Dispatch): Promise<string> {
  const report = reports.get(tools.store, dispatch.reportId);
  const me = readMe(tools.store);
  const message = await draftMessage({
    from: me.email === '' ? null : { name: me.name, address: me.email },
    to: dispatch.recipient,
    subject: dispatch.subject,
    text: dispatch.body,
    messageId: dispatch.messageId,
    date: new Date(dispatch.preparedAt),
    attachment: {
      fileName: reportFileName(report),
      mediaType: 'application/pdf',
      content: readReportPdf(tools, report.id),
    },
  });
  const name = safeFileName(report.number.replaceAll('/', '-'), 'eml');
  return putOutgoing(tools.outgoingFolder, name, message);
}

/** Makes the .eml draft in the outgoing folder and records the e-mail as prepared, not as sent (rule 6). */
export async function prepareMail(
  tools: Tools,
  input: { reportId: ReportId; recipient: string; subject: string; body: string },
): Promise<{ dispatch: Recorded<Dispatch>; path: string }> {
  const id = DispatchId.parse(tools.newId());
  const fields: Dispatch = {
    ...input,
    id,
    messageId: `<${id}@strefownik.invalid>`,
    state: 'prepared',
    preparedAt: nowOf(tools),
    markedAt: null,
  };
  // In turn with erasures: none may come between reading the PDF and writing what was read.
  return oneAtATime(async () => {
    const path = await putDraft(tools, fields);
    const dispatch = tools.store.inTransaction((db) => {
      discardDraft(db, 'reportMail', input.reportId);
      return dispatches.insert(db, stampOf(tools), fields);
    });
    return { dispatch, path };
  });
}

/** The .eml of an e-mail, made again: the same words and the same Message-ID. */
export async function outgoingMail(tools: Tools, id: DispatchId): Promise<{ path: string }> {
  return oneAtATime(async () => ({
    path: await putDraft(tools, dispatches.get(tools.store, id)),
  }));
}

/** The person says that it was sent, or takes that back. */
export function markMail(
  tools: Tools,
  input: { id: DispatchId; sent: boolean },
): Recorded<Dispatch> {
  return tools.store.inTransaction((db) => {
    const dispatch = dispatches.get(db, input.id);
    const next: Dispatch = input.sent
      ? { ...dispatch, state: 'marked', markedAt: nowOf(tools) }
      : { ...dispatch, state: 'prepared', markedAt: null };
    return dispatches.update(db, stampOf(tools), next, dispatch.revision);
  });
}
