import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  StoreMessage,
  StoreRequest,
  StoreWorkerData,
} from '../../src-main/contract/storeRequests.ts';
import type { Envelope } from '../../src-main/contract/failure.ts';
import { environment } from './children.ts';

/** The real store worker, run from its source as the main process runs the built one. */
export interface RunningStore {
  /** Everything it told without being asked. */
  readonly told: Exclude<StoreMessage, { kind: 'reply' }>[];
  ask(name: StoreRequest['name'], input: unknown): Promise<Envelope<unknown>>;
  /** The value of an answer; throws with the code of a failure. */
  valueOf(name: StoreRequest['name'], input: unknown): Promise<unknown>;
  /** Ends the thread as locking does. */
  end(): Promise<void>;
}

const source = (path: string) => new URL(`../../src-main/${path}`, import.meta.url);

/** Starts the store worker over `base/workspace`. */
export function startStore(
  base: string,
  changes: Partial<StoreWorkerData> = {},
  script = source('storeWorker.ts'),
): RunningStore {
  const workerData: StoreWorkerData = {
    workspaceFolder: join(base, 'workspace'),
    outgoingFolder: join(base, 'outgoing'),
    backupsFolder: join(base, 'backups'),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    reportWorkerUrl: source('reports/reportWorker.ts').href,
    upkeepWorkerUrl: source('upkeepWorker.ts').href,
    version: '0.0.0-test',
    ...changes,
  };
  const worker = new Worker(script, { workerData, env: environment });
  const told: RunningStore['told'] = [];
  const waiting = new Map<number, (envelope: Envelope<unknown>) => void>();
  worker.on('message', (message: StoreMessage) => {
    if (message.kind !== 'reply') {
      told.push(message);
      return;
    }
    waiting.get(message.id)?.(message.envelope);
    waiting.delete(message.id);
  });
  const failed = once(worker, 'error').then(([error]): never => {
    throw error;
  });
  failed.catch(() => undefined); // told to whoever asks
  let last = 0;
  const running: RunningStore = {
    told,
    ask(name, input) {
      last += 1;
      const id = last;
      const request: StoreRequest = { kind: 'call', id, name, input };
      worker.postMessage(request);
      return Promise.race([
        failed,
        new Promise<Envelope<unknown>>((settle) => waiting.set(id, settle)),
      ]);
    },
    async valueOf(name, input) {
      const envelope = await running.ask(name, input);
      if (!envelope.ok) throw new Error(`${name}: ${envelope.failure.code}`);
      return envelope.value;
    },
    async end() {
      await worker.terminate();
    },
  };
  return running;
}
