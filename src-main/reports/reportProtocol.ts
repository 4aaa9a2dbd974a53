import type { PrintedDocument } from '../domain/printedDocument.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import type { RenderedReport } from './typstEngine.ts';

/** What the report worker is given when it starts. */
export type ReportWorkerData = { resourcesDir: string };

/** What the printer asks of the worker, one thing at a time. */
export type ReportRequest =
  | { kind: 'render'; layer: ReportLayer }
  | { kind: 'render-document'; document: PrintedDocument }
  /** Print something of each kind and throw it away, so that the next report is quick. */
  | { kind: 'warm-up' };

/** What the worker answers: `ready` once after its start, then one answer for each request. */
export type ReportReply =
  | { kind: 'ready' }
  | { kind: 'rendered'; report: RenderedReport }
  | { kind: 'warm' }
  | { kind: 'failed'; message: string };
