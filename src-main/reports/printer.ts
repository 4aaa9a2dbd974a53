import { PrintedDocument } from '../domain/printedDocument.ts';
import { ReportLayer } from '../domain/reportLayer.ts';
import { ReportPrinterError } from './printerError.ts';
import type { ReportReply, ReportRequest } from './reportProtocol.ts';
import type { RenderedReport } from './typstEngine.ts';
import { startWorkerLink, type WorkerLink } from './workerLink.ts';

/** Prints reports in a worker thread, one at a time, in the order they were asked for. */
export type ReportPrinter = {
  /** @throws ReportPrinterError, or ZodError for a layer that is not one or says what it must not */
  render(layer: ReportLayer): Promise<RenderedReport>;
  /** A document beside the reports. @throws ReportPrinterError, or ZodError for what is no document */
  renderDocument(document: PrintedDocument): Promise<RenderedReport>;
  /** Starts the worker and runs both templates once, so that the first report does not wait. */
  warmUp(): Promise<void>;
  /** Refuses what waits and ends the workers; what is asked for afterwards starts a fresh one. */
  close(): Promise<void>;
};

export type PrinterOptions = {
  /** The worker's entry: `reportWorker.js` of the built application, or `reportWorker.ts`. */
  workerUrl: URL;
  /** Folder with `fonts/` and `typst/`. */
  resourcesDir: string;
  /** A worker's memory grows by about 1.2 MB a document; after so many a fresh one takes over. */
  maxDocuments?: number;
  /** How long one report may take, in milliseconds; a document may take four times as long. */
  timeoutMs?: number;
};

/** How many documents before its end a worker's successor is started, to be warm in time. */
const SUCCESSOR_LEAD = 5;

/** Makes a printer; nothing is started before the first report or `warmUp`. */
export function createPrinter(options: PrinterOptions): ReportPrinter {
  const { workerUrl, resourcesDir, maxDocuments = 50, timeoutMs = 30_000 } = options;
  let current: WorkerLink | undefined;
  let successor: WorkerLink | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let closing = false;

  const start = () => startWorkerLink({ workerUrl, resourcesDir, timeoutMs });

  /** A successor takes over once it is warm, or when the worker has grown to twice its measure. */
  const isDue = (link: WorkerLink) =>
    link.stopped() ||
    (link.documents() >= maxDocuments && successor?.isWarm()) ||
    link.documents() >= 2 * maxDocuments;

  const worker = (): WorkerLink => {
    if (current && isDue(current)) {
      void current.end();
      current = successor;
      successor = undefined;
    }
    if (current === undefined || current.stopped()) current = start();
    return current;
  };

  const prepareSuccessor = () => {
    const due = current && current.documents() >= maxDocuments - SUCCESSOR_LEAD;
    if (closing || !due || (successor && !successor.stopped())) return;
    successor = start();
    // One that fails to start is simply not used: the next report starts another.
    successor.ask({ kind: 'warm-up' }).catch(() => undefined);
  };

  /** Runs tasks one after the other; a failed one does not stop the next. */
  const inTurn = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(() => {
      if (closing) throw new ReportPrinterError('closed', 'The printer was closed');
      return task();
    });
    queue = result.catch(() => undefined);
    return result;
  };

  const print = (request: ReportRequest): Promise<RenderedReport> =>
    inTurn(async () => {
      const answered = await worker().ask(request);
      prepareSuccessor();
      return reportIn(answered);
    });

  return {
    render: async (layer) => print({ kind: 'render', layer: ReportLayer.parse(layer) }),
    renderDocument: async (document) =>
      print({ kind: 'render-document', document: PrintedDocument.parse(document) }),
    warmUp: () =>
      inTurn(async () => {
        await worker().ask({ kind: 'warm-up' });
      }),
    close: async () => {
      closing = true;
      await Promise.all([current?.end(), successor?.end()]);
      await queue;
      [current, successor] = [undefined, undefined];
      closing = false;
    },
  };
}

function reportIn(reply: ReportReply): RenderedReport {
  switch (reply.kind) {
    case 'rendered':
      return reply.report;
    case 'failed':
      throw new ReportPrinterError('not-printable', reply.message);
    default:
      throw new Error(`Unexpected answer of the report worker: ${reply.kind}`);
  }
}
