import { Worker } from 'node:worker_threads';
import { placeFolder } from '../store/backup/places.ts';
import { StoreFailure, type StoreFailureCode } from '../store/failures.ts';
import { workspacePaths, type OpenWorkspace } from '../store/workspace.ts';
import type {
  JobOf,
  UpkeepAnswers,
  UpkeepJobKind,
  UpkeepReply,
  UpkeepRequest,
  UpkeepWorkerData,
} from './upkeepProtocol.ts';

/** Does the long jobs of one open workspace, one after the other. */
export interface Upkeep {
  /** Rejects with a StoreFailure, or with an Error when the worker broke; the next job starts another. */
  ask<Kind extends UpkeepJobKind>(job: JobOf<Kind>): Promise<UpkeepAnswers[Kind]>;
  /** Ends the worker after the job at hand; the workspace can be closed afterwards. */
  end(): Promise<void>;
}

/** Where upkeep finds things. */
export interface UpkeepParts {
  readonly workerUrl: URL;
  readonly backupsFolder: string;
  readonly version: string;
}

interface Asked {
  readonly resolve: (answer: UpkeepAnswers[UpkeepJobKind]) => void;
  readonly reject: (error: Error) => void;
}

function workerDataOf(workspace: OpenWorkspace, parts: UpkeepParts): UpkeepWorkerData {
  const paths = workspacePaths(workspace.folder);
  return {
    databasePath: paths.database,
    keyPath: paths.key,
    filesFolder: paths.files,
    dataKey: Uint8Array.from(workspace.dataKey),
    place: placeFolder(parts.backupsFolder, workspace.workspaceId),
    appVersion: parts.version,
  };
}

/** Speaks the upkeep protocol with one worker thread. */
function startThread(workspace: OpenWorkspace, parts: UpkeepParts) {
  const worker = new Worker(parts.workerUrl, {
    name: 'upkeep',
    workerData: workerDataOf(workspace, parts),
  });
  worker.unref();
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let gone = false;
  const failAll = (error: Error): void => {
    gone = true;
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  worker.on('message', (reply: UpkeepReply) => {
    if (reply.kind === 'ready') return;
    const waiting = asked.get(reply.id);
    asked.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.answer);
    // The worker's codes are the store's own, or "unexpected", which no failure has.
    else if (reply.code === 'unexpected') waiting?.reject(new Error('Upkeep failed'));
    else waiting?.reject(new StoreFailure(reply.code as StoreFailureCode));
  });
  worker.on('error', (error) =>
    failAll(error instanceof Error ? error : new Error('Upkeep broke')),
  );
  worker.on('exit', () => failAll(new Error('Upkeep ended')));
  return {
    gone: () => gone,
    exit: new Promise<void>((settle) => worker.once('exit', () => settle())),
    ask(job: UpkeepRequest['job']): Promise<UpkeepAnswers[UpkeepJobKind]> {
      lastId += 1;
      const request: UpkeepRequest = { id: lastId, job };
      return new Promise((resolve, reject) => {
        asked.set(request.id, { resolve, reject });
        worker.postMessage(request);
      });
    },
  };
}

/** Makes upkeep of an open workspace; its thread starts with the first job, not while the application starts. */
export function startUpkeep(workspace: OpenWorkspace, parts: UpkeepParts): Upkeep {
  let thread: ReturnType<typeof startThread> | undefined;
  let ended = false;
  return {
    ask: async <Kind extends UpkeepJobKind>(job: JobOf<Kind>) => {
      if (ended) throw new Error('Upkeep ended');
      if (thread === undefined || thread.gone()) thread = startThread(workspace, parts);
      return (await thread.ask(job)) as UpkeepAnswers[Kind]; // the worker answers a job by its kind
    },
    async end() {
      ended = true;
      if (thread === undefined || thread.gone()) return;
      // A broken thread is an ended one, and that is all we want.
      await Promise.all([thread.ask({ kind: 'end' }).catch(() => undefined), thread.exit]);
    },
  };
}
