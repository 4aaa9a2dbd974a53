import { parentPort, workerData } from 'node:worker_threads';
import { storeOn, type Store } from './store/db.ts';
import { asStoreFailure, StoreFailure } from './store/failures.ts';
import { openKeyed } from './store/openKeyed.ts';
import { runUpkeepJob, type UpkeepContext } from './worker/upkeepJobs.ts';
import type { UpkeepReply, UpkeepRequest, UpkeepWorkerData } from './worker/upkeepProtocol.ts';

// Long jobs beside the store worker, on a connection of their own, so that a save never waits for them.

const port = parentPort;
if (port === null) throw new Error('The upkeep worker runs as a worker thread');
const data = workerData as UpkeepWorkerData; // given by the store worker's own code

const tell = (reply: UpkeepReply) => port.postMessage(reply);
let store: Store | undefined;
const context: UpkeepContext = {
  ...data,
  // Opened by the first job that needs it: the thread of the second place never does, and holds no database open.
  get store() {
    return (store ??= storeOn(openKeyed(data.databasePath, data.dataKey, { mustExist: true })));
  },
  now: Date.now,
};
tell({ kind: 'ready' });

function codeOf(error: unknown): string {
  const known = asStoreFailure(error);
  return known instanceof StoreFailure ? known.code : 'unexpected';
}

port.on('message', ({ id, job }: UpkeepRequest) => {
  try {
    const isIdleEnd = job.kind === 'end' && store === undefined;
    tell({ kind: 'done', id, answer: isIdleEnd ? 0 : runUpkeepJob(context, job) });
  } catch (error) {
    tell({ kind: 'failed', id, code: codeOf(error) });
  }
  if (job.kind === 'end') port.close();
});
