import type { BroadcastName, Handlers, StoreCallName } from '../contract/contract.ts';
import type { Envelope } from '../contract/failure.ts';
import type { DeskRequestHandlers, DeskRequestName } from '../contract/storeRequests.ts';
import { deskHandlers } from './deskHandlers.ts';
import { CallRefused, failureOf } from './failureOf.ts';
import type { Opened } from './openWorkspaces.ts';
import { workspaceKeeper, type KeeperParts } from './workspaceKeeper.ts';
import { storeHandlers } from './storeHandlers.ts';

type Answered = Handlers<StoreCallName> & DeskRequestHandlers;
type AnsweredName = StoreCallName | DeskRequestName;

/** What the server hears about an open workspace. */
export interface ServerEvents {
  /** A workspace was opened. */
  readonly opened: (opened: Opened) => void;
  /** It is about to be closed. */
  readonly closing: () => Promise<void>;
  readonly broadcast: (name: BroadcastName, value: unknown) => void;
  /** Something unexpected happened; logged without content. */
  readonly unexpected: (name: string, error: unknown) => void;
}

/** Answers calls of the contract and the desk's requests over one workspace folder. */
export interface StoreServer {
  /** Never rejects: failures are in the envelope. `input` was parsed at the door. */
  answer(name: AnsweredName, input: unknown): Promise<Envelope<unknown>>;
  /** Closes the workspace, if one is open; on quitting a copy is made first. */
  close(withBackup?: boolean): Promise<void>;
}

/** Makes a server; nothing is opened before the first call asks for it. */
export function storeServer(
  parts: Omit<KeeperParts, 'events' | 'idle' | 'taken'>,
  events: ServerEvents,
): StoreServer {
  let handlers: Partial<Answered> = {};
  // Calls that wait for a printer or a message to be made; the workspace is not closed under them.
  const running = new Set<Promise<unknown>>();
  const keeper = workspaceKeeper({
    ...parts,
    events,
    idle: async () => {
      handlers = {};
      await Promise.allSettled(running);
    },
    taken: ({ tools }, more) => {
      handlers = { ...storeHandlers(tools), ...deskHandlers(tools), ...more };
    },
  });

  // Opening and closing wait for one another; two at once would fight over the lock.
  let doors: Promise<unknown> = Promise.resolve();

  function run(name: AnsweredName, input: unknown): unknown {
    const own = (keeper.always as Partial<Answered>)[name];
    // The door parsed `input` with this very call's schema; the table's types say the same call by call.
    if (own !== undefined) {
      const result = doors.then(() => (own as (value: unknown) => unknown)(input));
      doors = result.catch(() => undefined);
      return result;
    }
    const handler = handlers[name];
    if (handler === undefined) throw new CallRefused('workspace-closed');
    const result = (handler as (value: unknown) => unknown)(input);
    if (!(result instanceof Promise)) return result;
    running.add(result);
    return result.finally(() => running.delete(result));
  }

  return {
    close: keeper.close,
    async answer(name, input) {
      try {
        return { ok: true, value: await run(name, input) };
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === 'unexpected') events.unexpected(name, error);
        return { ok: false, failure };
      }
    },
  };
}
