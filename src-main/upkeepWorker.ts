import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from './domain/assertNever.ts';
import { sweepOrphans } from './files/sweep.ts';
import { storeOn, textIn, type Store } from './store/db.ts';
import { openKeyed } from './store/openKeyed.ts';
import type { UpkeepReply, UpkeepRequest, UpkeepWorkerData } from './worker/upkeepProtocol.ts';

// Long jobs beside the store worker, on a connection of their own, so that a save never waits for them.

const port = parentPort;
if (port === null) throw new Error('The upkeep worker runs as a worker thread');
const { databasePath, filesFolder, dataKey } = workerData as UpkeepWorkerData; // given by the store worker's own code

function checkpoint(store: Store): number {
  const result: unknown = store.connection.pragma('wal_checkpoint(PASSIVE)');
  const [row] = Array.isArray(result) ? (result as { checkpointed?: number }[]) : [];
  return row?.checkpointed ?? 0;
}

function sweep(store: Store): number {
  const known = new Set(
    store.all('select path from stored_file').map((row) => textIn(row, 'path')),
  );
  return sweepOrphans(filesFolder, known, Date.now());
}

function run(store: Store, what: UpkeepRequest): number {
  switch (what) {
    case 'checkpoint':
      return checkpoint(store);
    case 'sweep':
      return sweep(store);
    case 'end':
      store.connection.close();
      return 0;
    default:
      return assertNever(what);
  }
}

const tell = (reply: UpkeepReply) => port.postMessage(reply);
const store = storeOn(openKeyed(databasePath, dataKey, { mustExist: true }));
tell({ kind: 'ready' });

port.on('message', (what: UpkeepRequest) => {
  try {
    tell({ kind: 'done', what, count: run(store, what) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
    tell({ kind: 'failed', what, code });
  }
  if (what === 'end') port.close();
});
