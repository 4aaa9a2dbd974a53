import { Worker } from 'node:worker_threads';
import { ReportPrinterError, type PrinterErrorCode } from './printerError.ts';
import type { ReportReply, ReportRequest, ReportWorkerData } from './reportProtocol.ts';

/** One running report worker. */
export type WorkerLink = {
  /** Documents asked of it so far. */
  readonly documents: () => number;
  /** Has it printed both kinds once, so that the next report is quick? */
  readonly isWarm: () => boolean;
  /** Has it stopped, been stopped or failed to start? Then a new one is needed. */
  readonly stopped: () => boolean;
  /** Asks one thing; requests are answered in their order. */
  ask(request: ReportRequest): Promise<ReportReply>;
  end(): Promise<void>;
};

export type WorkerLinkOptions = { workerUrl: URL; resourcesDir: string; timeoutMs: number };

/** A start reads 28 MB and compiles it, which takes half a second, or long on a busy old laptop. */
const START_TIMEOUT_MS = 60_000;

/** Somebody's whole data may take hundreds of pages; a report has a few. */
const TIMES_FOR_DOCUMENT = 4;

type Waiting = {
  resolve: (reply: ReportReply) => void;
  reject: (error: ReportPrinterError) => void;
  timer: NodeJS.Timeout;
};

/** Starts a report worker and talks to it. */
export function startWorkerLink(options: WorkerLinkOptions): WorkerLink {
  const { workerUrl, resourcesDir, timeoutMs } = options;
  const workerData: ReportWorkerData = { resourcesDir };
  const worker = new Worker(workerUrl, { workerData, name: 'reports' });
  let waiting: Waiting | undefined;
  let stoppedBy: ReportPrinterError | undefined;
  let documents = 0;
  let warm = false;

  const settle = (act: (waited: Waiting) => void) => {
    if (waiting === undefined) return;
    const waited = waiting;
    waiting = undefined;
    clearTimeout(waited.timer);
    act(waited);
  };
  const stop = (code: PrinterErrorCode, message: string) => {
    const reason = (stoppedBy ??= new ReportPrinterError(code, message));
    settle((waited) => waited.reject(reason));
  };
  const nextReply = (limitMs: number) =>
    new Promise<ReportReply>((resolve, reject) => {
      const timer = setTimeout(() => {
        stop('timed-out', `The report worker gave no answer within ${limitMs} ms`);
        void worker.terminate();
      }, limitMs);
      waiting = { resolve, reject, timer };
    });

  worker.on('message', (message: ReportReply) => {
    warm ||= message.kind === 'warm';
    settle((waited) => waited.resolve(message));
  });
  worker.on('error', (error) => {
    const cause = error instanceof Error ? error.message : String(error);
    stop('worker-stopped', `The report worker failed: ${cause}`);
  });
  worker.on('exit', (code) => stop('worker-stopped', `The report worker ended with code ${code}`));

  const started = nextReply(START_TIMEOUT_MS).then((reply) => {
    if (reply.kind === 'failed') {
      stop('worker-stopped', `The report worker could not start: ${reply.message}`);
    }
  });
  // One request at a time, in the order they were asked; the first waits for the start.
  let queue: Promise<unknown> = started;

  const send = (request: ReportRequest): Promise<ReportReply> => {
    if (stoppedBy) throw stoppedBy;
    const times = request.kind === 'render-document' ? TIMES_FOR_DOCUMENT : 1;
    const reply = nextReply(timeoutMs * times);
    worker.postMessage(request);
    return reply;
  };
  return {
    documents: () => documents,
    isWarm: () => warm && stoppedBy === undefined,
    stopped: () => stoppedBy !== undefined,
    ask: (request) => {
      if (request.kind !== 'warm-up') documents += 1;
      const reply = queue.then(
        () => send(request),
        () => send(request),
      );
      queue = reply;
      return reply;
    },
    end: async () => {
      stop('closed', 'The printer was closed');
      await worker.terminate();
    },
  };
}
