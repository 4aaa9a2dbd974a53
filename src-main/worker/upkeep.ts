import { Worker } from 'node:worker_threads';
import { workspacePaths, type OpenWorkspace } from '../store/workspace.ts';
import type { UpkeepRequest, UpkeepWorkerData } from './upkeepProtocol.ts';

/** How long after the last commit the write-ahead log is brought into the database. Milliseconds. */
const QUIET_MILLISECONDS = 5_000;
/** After so many commits it is brought in even while work goes on. */
const MOST_COMMITS = 500;
/** The sweep of orphaned files waits until the application has started. Milliseconds. */
const SWEEP_AFTER = 60_000;

/** The upkeep of one open workspace. */
export interface Upkeep {
  /** A commit happened. */
  committed(): void;
  /** Ends the worker; the workspace can be closed afterwards. */
  end(): Promise<void>;
}

/** Starts upkeep with the first commit or the first sweep, not while the application starts. */
export function startUpkeep(workspace: OpenWorkspace, workerUrl: URL): Upkeep {
  const paths = workspacePaths(workspace.folder);
  let worker: Worker | undefined;
  let commits = 0;
  let quiet: NodeJS.Timeout | undefined;

  function ask(what: UpkeepRequest): void {
    if (worker === undefined) {
      const data: UpkeepWorkerData = {
        databasePath: paths.database,
        filesFolder: paths.files,
        dataKey: Uint8Array.from(workspace.dataKey),
      };
      worker = new Worker(workerUrl, { name: 'upkeep', workerData: data });
      // A failed upkeep loses nothing: the next one starts anew, closing checkpoints anyway.
      worker.on('error', () => (worker = undefined));
      worker.unref();
    }
    worker.postMessage(what);
  }

  function checkpoint(): void {
    clearTimeout(quiet);
    commits = 0;
    ask('checkpoint');
  }

  const sweep = setTimeout(() => ask('sweep'), SWEEP_AFTER);
  sweep.unref();
  return {
    committed() {
      commits += 1;
      clearTimeout(quiet);
      if (commits >= MOST_COMMITS) checkpoint();
      else quiet = setTimeout(checkpoint, QUIET_MILLISECONDS).unref();
    },
    async end() {
      clearTimeout(quiet);
      clearTimeout(sweep);
      if (worker === undefined) return;
      const ending = worker;
      worker = undefined;
      // Not events.once: that rejects when the worker fails, and an ended worker is all we want.
      const gone = new Promise((settle) => ending.once('exit', settle));
      ending.postMessage('end' satisfies UpkeepRequest);
      await gone;
    },
  };
}
