import type { Worker } from 'node:worker_threads';
import type { BroadcastName, CallOutput } from '../contract/contract.ts';
import type { Envelope } from '../contract/failure.ts';
import type {
  DeskRequestInput,
  DeskRequestName,
  DeskRequestOutput,
} from '../contract/storeRequests.ts';
import { DeskFailure } from './deskFailure.ts';
import type { Log } from './log.ts';
import {
  createStoreThread,
  failureEnvelope,
  type StoreRequestName,
  type StoreThread,
} from './storeThread.ts';
import { within } from '../within.ts';

/** How a workspace is closed; on quitting a backup is made first. */
export interface Closing {
  readonly backup: boolean;
}

/** Time for a clean close of the workspace; afterwards its thread is ended as it is. Milliseconds. */
const CLOSE_WITHIN_MS = 3_000;
/** The same with a backup: the window is hidden already. Milliseconds. */
const CLOSE_WITH_BACKUP_WITHIN_MS = 15_000;
/** A worker that broke is replaced by itself at most once in this time. Milliseconds. */
export const RESTART_PAUSE_MS = 60_000;

/** The main process's line to the store worker, whichever one is running. */
export interface StoreLink {
  /** Passes a request on and answers with the worker's envelope; never rejects for a stopped worker. */
  call(name: StoreRequestName, input: unknown): Promise<Envelope<unknown>>;
  /** Asks on the desk's own behalf. @throws {DeskFailure} when the answer is a failure */
  ask<Name extends DeskRequestName>(
    name: Name,
    input: DeskRequestInput<Name>,
  ): Promise<DeskRequestOutput<Name>>;
  /**
   * Closes the workspace and replaces the worker by a fresh one, so that the key leaves memory.
   * @throws {DeskFailure} when the fresh one does not say where the workspace stands
   */
  lock(): Promise<CallOutput<'workspace.status'>>;
  /** Closes the workspace and ends the worker for good; bounded. */
  close(closing: Closing): Promise<void>;
  /** Tells the worker to close without waiting, when the system is about to end this process. */
  closeNow(): void;
}

/** What the line needs. */
export interface StoreLinkPorts {
  readonly spawn: () => Worker;
  readonly onBroadcast: (name: BroadcastName, value: unknown) => void;
  /** Shown with the problem when the worker cannot be kept running. */
  readonly workspaceFolder: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly closeWithinMs?: number;
  readonly closeWithBackupWithinMs?: number;
}

/** Starts the store worker and keeps the line to it: replaces it when it breaks, ends it on locking. */
export function startStoreLink(ports: StoreLinkPorts): StoreLink {
  const { onBroadcast, workspaceFolder, log, now } = ports;
  const quickly = ports.closeWithinMs ?? CLOSE_WITHIN_MS;
  const withBackup = ports.closeWithBackupWithinMs ?? CLOSE_WITH_BACKUP_WITHIN_MS;
  let thread: StoreThread | undefined;
  let lastRestart = Number.NEGATIVE_INFINITY;
  let closed = false;
  let locking: Promise<void> | undefined;

  const start = (): StoreThread => {
    const fresh = createStoreThread({
      worker: ports.spawn(),
      onBroadcast,
      onEnd: (exitCode) => {
        if (thread !== fresh) return; // it was retired
        thread = undefined;
        log.write('store-stopped', { exitCode });
        replaceBroken();
      },
      log,
    });
    return fresh;
  };

  /** Starts another worker after a break, unless one was just started for the same reason. */
  const restart = (): StoreThread | undefined => {
    if (now() - lastRestart < RESTART_PAUSE_MS) return undefined;
    lastRestart = now();
    log.write('store-restarted');
    thread = start();
    return thread;
  };

  const replaceBroken = (): void => {
    if (restart()) return void announceStatus();
    const { failure } = failureEnvelope('store-stopped');
    onBroadcast('workspace', { state: 'problem', folder: workspaceFolder, failure });
  };

  const call: StoreLink['call'] = async (name, input) => {
    await locking;
    if (closed) return failureEnvelope('store-stopped');
    const running = thread ?? restart();
    return running ? running.ask(name, input) : failureEnvelope('store-stopped');
  };

  const readStatus = async (): Promise<CallOutput<'workspace.status'>> => {
    const envelope = await call('workspace.status', {});
    return valueOf<CallOutput<'workspace.status'>>(envelope);
  };

  /** The key went with the old worker: the window must learn where the workspace stands now. */
  const announceStatus = async (): Promise<void> => {
    const envelope = await call('workspace.status', {});
    if (envelope.ok) onBroadcast('workspace', envelope.value);
  };

  const retire = async (old: StoreThread | undefined, closing: Closing): Promise<void> => {
    if (!old || old.ended()) return;
    const ms = closing.backup ? withBackup : quickly;
    if (!(await within(ms, old.ask('desk.closeWorkspace', closing))))
      log.write('store-close-late', { ms });
    await old.end();
  };

  const replaceForLock = async (): Promise<void> => {
    const old = thread;
    thread = undefined;
    await retire(old, { backup: false });
    if (!closed) thread = start();
    locking = undefined;
  };

  thread = start();
  return {
    call,
    ask: async <Name extends DeskRequestName>(name: Name, input: DeskRequestInput<Name>) =>
      valueOf<DeskRequestOutput<Name>>(await call(name, input)),
    lock: async () => {
      locking ??= replaceForLock();
      await locking;
      const status = await readStatus();
      onBroadcast('workspace', status);
      return status;
    },
    close: async (closing) => {
      closed = true;
      await locking;
      const old = thread;
      thread = undefined;
      await retire(old, closing);
    },
    closeNow: () => {
      closed = true;
      thread?.tell('desk.closeWorkspace', { backup: false } satisfies Closing);
    },
  };
}

/** The value inside an envelope of our own worker, whose word on its type is taken here. */
function valueOf<Value>(envelope: Envelope<unknown>): Value {
  if (!envelope.ok) throw new DeskFailure(envelope.failure);
  return envelope.value as Value; // the worker's handlers are typed by the same contract
}
