import { z } from 'zod';
import { PlainDate } from '../domain/calendar.ts';
import { Line, LongText, recorded } from '../domain/noun.ts';
import { Dispatch, DispatchId, Report, ReportId, ReportKind } from '../domain/report.ts';
import { desk, storeRead, storeWrite } from './call.ts';
import { Done, Nothing } from './workspaceCalls.ts';

/** A PDF as it crosses to the window. */
const PdfBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Something not filled in: `reports.missing.<field>`; `blocking` keeps the report from being closed. */
export const MissingView = z.object({
  field: z.string(),
  /** The day or the title it concerns, where there may be several. */
  about: z.string().nullable(),
  blocking: z.boolean(),
});
export type MissingView = z.infer<typeof MissingView>;

const Subject = { kind: ReportKind, subjectId: z.string().min(1).max(100) };

/** A report to close, or a closed one, as a line of the list. */
export const ReportRow = z.object({
  kind: ReportKind,
  subjectId: z.string(),
  /** Null: not closed yet. */
  reportId: ReportId.nullable(),
  number: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  on: PlainDate,
  closedOn: PlainDate.nullable(),
  correctionNumber: z.int(),
  /** Furthest that any of its e-mails got; null when none was prepared. */
  dispatch: Dispatch.shape.state.nullable(),
  /** A coaching report without an agreement cannot be closed. */
  agreementMissing: z.boolean(),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** The real PDF of what would be closed now, or of what was closed. */
export const PreviewView = z.object({
  pdf: PdfBytes,
  pages: z.int(),
  missing: z.array(MissingView),
  agreementMissing: z.boolean(),
  replacedCharacters: z.array(z.string()),
});
export type PreviewView = z.infer<typeof PreviewView>;

/** How closing went; nothing was changed unless `closed`. */
export const CloseOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('closed'), report: recorded(Report) }),
  z.object({ outcome: z.literal('agreement-missing') }),
  z.object({ outcome: z.literal('fields-missing'), missing: z.array(MissingView) }),
  z.object({ outcome: z.literal('already-closed'), report: recorded(Report) }),
]);
export type CloseOutcome = z.infer<typeof CloseOutcome>;

/** A closed report with its e-mails. */
export const ReportPage = z.object({
  report: recorded(Report),
  dispatches: z.array(recorded(Dispatch)),
  /** What the e-mail would say: recipient, subject, text. */
  mail: z.object({ recipient: z.string(), subject: z.string(), body: z.string() }),
  corrections: z.array(z.object({ id: ReportId, number: z.string(), correctionNumber: z.int() })),
});
export type ReportPage = z.infer<typeof ReportPage>;

/** Calls about reports and their e-mails. */
export const reportCalls = {
  /** Everything to close or to send, and the latest closed ones; `closedTotal` tells how many there are. */
  'report.list': storeRead(Nothing, z.object({ rows: z.array(ReportRow), closedTotal: z.int() })),
  'report.get': storeRead(z.strictObject({ id: ReportId }), ReportPage),
  /** What FRSI will see: the PDF made from what is saved now. */
  'report.preview': storeRead(z.strictObject(Subject), PreviewView),
  /** The PDF of a closed report, byte for byte. */
  'report.read': storeRead(z.strictObject({ id: ReportId }), z.object({ pdf: PdfBytes })),
  'report.close': storeWrite(z.strictObject(Subject), CloseOutcome),
  /** Closes a correction of a closed report from what is saved now. */
  'report.correct': storeWrite(z.strictObject({ id: ReportId, reason: Line }), CloseOutcome),
  'report.saveAs': desk(
    z.strictObject({ id: ReportId }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), path: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** Writes the PDF into the outgoing folder and shows it there, for webmail. */
  'report.showInFolder': desk(z.strictObject({ id: ReportId }), z.object({ path: z.string() })),
  /** Makes the e-mail draft (.eml with the PDF) and opens it in the person's mail program. */
  'mail.prepare': desk(
    z.strictObject({
      reportId: ReportId,
      recipient: z.email({ message: 'bad-address' }),
      subject: Line,
      body: LongText,
      open: z.boolean(),
    }),
    z.object({
      dispatch: recorded(Dispatch),
      path: z.string(),
      /** False when no program took the draft: the other ways still work. */
      opened: z.boolean(),
    }),
  ),
  /** The person says it was sent (or takes that back). */
  'mail.mark': storeWrite(
    z.strictObject({ id: DispatchId, sent: z.boolean() }),
    recorded(Dispatch),
  ),
  'mail.showInFolder': desk(z.strictObject({ id: DispatchId }), Done),
} as const;
