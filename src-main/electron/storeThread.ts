import type { Worker } from 'node:worker_threads';
import type { BroadcastName, StoreCallName } from '../contract/contract.ts';
import type { Envelope, FailureCode } from '../contract/failure.ts';
import type { DeskRequestName, StoreMessage, StoreRequest } from '../contract/storeRequests.ts';
import { assertNever } from '../domain/assertNever.ts';
import { errorFields, shortPlaces, type Log } from './log.ts';

/** Everything that the store worker can be asked. */
export type StoreRequestName = StoreCallName | DeskRequestName;

/** An envelope without a value. */
export type FailureEnvelope = Extract<Envelope<never>, { ok: false }>;

/** An envelope that says why there is no answer. */
export function failureEnvelope(code: FailureCode): FailureEnvelope {
  return { ok: false, failure: { code, params: {}, issues: [] } };
}

/** One running store worker, with the questions it has not answered yet. */
export interface StoreThread {
  /** Answers with the worker's envelope, or `store-stopped` when it ends first. */
  ask(name: StoreRequestName, input: unknown): Promise<Envelope<unknown>>;
  /** Sends a request whose answer nobody waits for. */
  tell(name: StoreRequestName, input: unknown): void;
  /** Ends the thread, and with it everything it holds in memory. */
  end(): Promise<void>;
  /** Whether the thread is gone. */
  ended(): boolean;
}

/** What a thread reports. */
export interface StoreThreadPorts {
  readonly worker: Worker;
  readonly onBroadcast: (name: BroadcastName, value: unknown) => void;
  /** The thread is gone; all its questions have been answered with `store-stopped`. */
  readonly onEnd: (exitCode: number) => void;
  readonly log: Log;
}

/** Speaks the request protocol of contract/storeRequests.ts with one worker. */
export function createStoreThread({
  worker,
  onBroadcast,
  onEnd,
  log,
}: StoreThreadPorts): StoreThread {
  const pending = new Map<number, (envelope: Envelope<unknown>) => void>();
  let lastId = 0;
  let isEnded = false;

  const answer = (id: number, envelope: Envelope<unknown>): void => {
    pending.get(id)?.(envelope);
    pending.delete(id);
  };

  worker.on('message', (message: StoreMessage) => {
    switch (message.kind) {
      case 'reply':
        return answer(message.id, message.envelope);
      case 'broadcast':
        return onBroadcast(message.name, message.value);
      case 'unexpected':
        return log.write('store-call-error', {
          name: message.name,
          at: shortPlaces(message.where),
        });
      default:
        return assertNever(message);
    }
  });
  worker.on('messageerror', (error) => log.write('store-unreadable-message', errorFields(error)));
  worker.on('error', (error) => log.write('store-error', errorFields(error))); // 'exit' follows
  worker.on('exit', (exitCode) => {
    isEnded = true;
    for (const id of pending.keys()) answer(id, failureEnvelope('store-stopped'));
    onEnd(exitCode);
  });

  const post = (name: StoreRequestName, input: unknown): number => {
    lastId += 1;
    const request: StoreRequest = { kind: 'call', id: lastId, name, input };
    worker.postMessage(request);
    return lastId;
  };

  return {
    ask: (name, input) => {
      if (isEnded) return Promise.resolve(failureEnvelope('store-stopped'));
      const id = post(name, input);
      return new Promise((settle) => pending.set(id, settle));
    },
    tell: (name, input) => {
      if (!isEnded) post(name, input);
    },
    end: async () => {
      await worker.terminate();
    },
    ended: () => isEnded,
  };
}
