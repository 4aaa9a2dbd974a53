import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { assertNever } from '../domain/assertNever.ts';
import type { ReportReply, ReportRequest, ReportWorkerData } from './reportProtocol.ts';
import { createTypstEngine, type TypstEngine } from './typstEngine.ts';
import { warmUpLayers } from './warmUpLayers.ts';

/*
 * The entry of the report worker. Typst blocks its thread while it prints and its memory grows with
 * every document, so it has a thread of its own, which the printer ends every now and then.
 */

// The engine's code gets quicker while it runs; after three rounds a report takes half the time.
const WARM_UP_ROUNDS = [1, 2, 3];

const WorkerData = z.object({ resourcesDir: z.string() }) satisfies z.ZodType<ReportWorkerData>;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function answer(engine: TypstEngine, request: ReportRequest): ReportReply {
  switch (request.kind) {
    case 'render':
      return { kind: 'rendered', report: engine.render(request.layer) };
    case 'render-document':
      return { kind: 'rendered', report: engine.renderDocument(request.document) };
    case 'warm-up':
      for (const round of WARM_UP_ROUNDS) {
        for (const layer of warmUpLayers(round)) engine.render(layer);
      }
      return { kind: 'warm' };
    default:
      return assertNever(request);
  }
}

async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const reply = (message: ReportReply) => {
    // The PDF is handed over, not copied.
    port.postMessage(message, message.kind === 'rendered' ? [message.report.pdf.buffer] : []);
  };
  const engine = await createTypstEngine(WorkerData.parse(workerData).resourcesDir);
  port.on('message', (request: ReportRequest) => {
    try {
      reply(answer(engine, request));
    } catch (error) {
      reply({ kind: 'failed', message: messageOf(error) });
    }
  });
  reply({ kind: 'ready' });
}

if (parentPort === null) throw new Error('reportWorker runs only as a worker thread');
const port = parentPort;
serve(port).catch((error: unknown) => {
  port.postMessage({ kind: 'failed', message: messageOf(error) } satisfies ReportReply);
  port.close();
});
