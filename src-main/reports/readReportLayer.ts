// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module has nothing to import; programs that import this file need it
/// <reference path="./pdfjsWorker.d.ts" />
import { z } from 'zod';
import { REDACTED_SCHEMA_VERSION, ReportLayer } from '../domain/reportLayer.ts';

/** Name of the file with the report layer inside a report's PDF; the templates attach it by this name. */
export const ATTACHMENT_NAME = 'strefownik-raport.json';

/**
 * Why a file could not be read as a report: it is not a PDF, it is locked with a password, it has no
 * report data (another PDF, or one printed anew), its data come from a newer Strefownik, or the file
 * or its data are damaged.
 */
export type ReportReadErrorCode =
  | 'not-a-pdf'
  | 'needs-password'
  | 'no-data'
  | 'unknown-version'
  | 'damaged';

/** A file that could not be read as a report. */
export class ReportReadError extends Error {
  override readonly name = 'ReportReadError';
  readonly code: ReportReadErrorCode;

  constructor(code: ReportReadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

// More text than any report holds; a larger attachment is not one of ours.
const MOST_BYTES = 20_000_000;

const AttachmentContent = z.instanceof(Uint8Array);
const Versioned = z.object({ schemaVersion: z.number() });

/**
 * The report layer inside a report's PDF.
 * @throws ReportReadError
 */
export async function readReportLayer(pdf: Uint8Array): Promise<ReportLayer> {
  const start = Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(pdf.byteLength, 1024));
  if (!start.includes('%PDF-')) throw new ReportReadError('not-a-pdf', 'The file is not a PDF');
  return parseLayer(await attachedBytes(pdf));
}

async function attachedBytes(pdf: Uint8Array): Promise<Uint8Array> {
  // Loaded when first needed: it is large, and most sessions never read a PDF back.
  // Its worker half announces itself to the other, so that no further thread and no path is needed.
  const [{ getDocument }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // pdf.js takes its input away from the caller, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, stopAtErrors: true });
  try {
    const document = await task.promise;
    const attachments = await document.getAttachments();
    const id = [...(attachments ?? [])].find(([, file]) => file.filename === ATTACHMENT_NAME)?.[0];
    if (id === undefined) throw new ReportReadError('no-data', 'The PDF carries no report data');
    return AttachmentContent.parse(await document.getAttachmentContent(id));
  } catch (error) {
    if (error instanceof ReportReadError) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw locked
      ? new ReportReadError('needs-password', 'The PDF is locked with a password')
      : new ReportReadError('damaged', 'The PDF is damaged', { cause: error });
  } finally {
    await task.destroy();
  }
}

function parseLayer(bytes: Uint8Array): ReportLayer {
  if (bytes.byteLength > MOST_BYTES) {
    throw new ReportReadError('damaged', 'The report data are larger than a report can be');
  }
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ReportReadError('damaged', 'The report data are not JSON', { cause });
  }
  const version = Versioned.safeParse(data).data?.schemaVersion;
  if (version !== undefined && version > REDACTED_SCHEMA_VERSION) {
    throw new ReportReadError('unknown-version', `The report data have schema version ${version}`);
  }
  const layer = ReportLayer.safeParse(data);
  if (!layer.success) {
    throw new ReportReadError('damaged', 'The report data are not a report', {
      cause: layer.error,
    });
  }
  return layer.data;
}
