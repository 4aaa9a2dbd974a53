import { parentPort, workerData } from 'node:worker_threads';
import type { StoreMessage, StoreRequest, StoreWorkerData } from './contract/storeRequests.ts';
import { createPrinter } from './reports/printer.ts';
import { storeServer } from './worker/storeServer.ts';
import { startUpkeep } from './worker/upkeep.ts';

// The store worker: one writer, one connection. Locking the workspace ends this thread, and the key with it.

/** The printer warms up once the window has its first data, so that nobody waits for the first report. */
const WARM_UP_AFTER = 1_500;

const port = parentPort;
if (port === null) throw new Error('The store worker runs as a worker thread');
const data = workerData as StoreWorkerData; // given by the main process's own code
const tell = (message: StoreMessage) => port.postMessage(message);

const printer = createPrinter({
  workerUrl: new URL(data.reportWorkerUrl),
  resourcesDir: data.resourcesFolder,
});
let warmUp: NodeJS.Timeout | undefined;

const server = storeServer(
  {
    workspaceFolder: data.workspaceFolder,
    outgoingFolder: data.outgoingFolder,
    backupsFolder: data.backupsFolder,
    resourcesFolder: data.resourcesFolder,
    version: data.version,
    printer,
    now: Date.now,
    startUpkeep: (workspace) =>
      startUpkeep(workspace, {
        workerUrl: new URL(data.upkeepWorkerUrl),
        backupsFolder: data.backupsFolder,
        version: data.version,
      }),
  },
  {
    opened({ tools }) {
      // A failed warm-up only means that the first report takes longer, and says why if it fails too.
      warmUp = setTimeout(() => {
        void printer.warmUp().catch(() => undefined);
        void tools.holidaysReady().catch(() => undefined);
      }, WARM_UP_AFTER);
    },
    async closing() {
      clearTimeout(warmUp);
      await printer.close();
    },
    broadcast: (name, value) => tell({ kind: 'broadcast', name, value }),
    unexpected(name, error) {
      tell({ kind: 'unexpected', name, where: whereOf(error) });
    },
  },
);

/** Where an unexpected error came from: its name and first lines of code, never its text. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A message may have several lines, and one of them may begin with "at": only a place in the code ends so.
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line));
  return [error.name, ...frames.slice(0, 4).map((line) => line.trim())].join(' ');
}

port.on('message', ({ id, name, input }: StoreRequest) => {
  // Never rejects: failures are in the envelope.
  void server.answer(name, input).then((envelope) => tell({ kind: 'reply', id, envelope }));
});
