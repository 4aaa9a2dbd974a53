import type { BroadcastName, Handlers, StoreCallName } from '../contract/contract.ts';
import type { Envelope } from '../contract/failure.ts';
import type { DeskRequestHandlers, DeskRequestName } from '../contract/storeRequests.ts';
import type { WorkspaceStatus } from '../contract/workspaceCalls.ts';
import { deskHandlers } from './deskHandlers.ts';
import { CallRefused, failureOf } from './failureOf.ts';
import {
  closedStatus,
  makeWorkspace,
  openStatus,
  unlockWorkspace,
  type Opened,
  type OpeningParts,
} from './openWorkspaces.ts';
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
  /** Closes the workspace, if one is open. */
  close(): Promise<void>;
}

/** Makes a server; nothing is opened before the first call asks for it. */
export function storeServer(
  parts: Omit<OpeningParts, 'onCommitted'>,
  events: ServerEvents,
): StoreServer {
  let opened: Opened | undefined;
  let handlers: Partial<Answered> = {};
  const opening: OpeningParts = {
    ...parts,
    onCommitted: (entities) => events.broadcast('changed', { entities: [...entities] }),
  };

  function take(next: Opened): WorkspaceStatus {
    opened = next;
    handlers = { ...storeHandlers(next.tools), ...deskHandlers(next.tools) };
    events.opened(next);
    return openStatus(next);
  }

  // Calls that wait for a printer or a message to be made; the workspace is not closed under them.
  const running = new Set<Promise<unknown>>();

  async function close(): Promise<void> {
    if (opened === undefined) return;
    const { workspace } = opened;
    opened = undefined;
    handlers = {};
    await events.closing();
    await Promise.allSettled(running);
    workspace.close();
  }

  async function status(): Promise<WorkspaceStatus> {
    if (opened !== undefined) return openStatus(opened);
    const found = closedStatus(parts.workspaceFolder);
    if (found.state !== 'locked' || !found.demonstration) return found;
    try {
      return take(await unlockWorkspace(opening, '')); // invented data: its key lies open beside it
    } catch (error) {
      return { state: 'problem', folder: found.folder, failure: failureOf(error) };
    }
  }

  const always: Partial<Answered> = {
    'workspace.status': status,
    'workspace.create': async (input) => {
      if (opened !== undefined) throw new CallRefused('workspace-exists');
      return take(await makeWorkspace(opening, input));
    },
    'workspace.unlock': async ({ passphrase }) =>
      opened === undefined ? take(await unlockWorkspace(opening, passphrase)) : openStatus(opened),
    'desk.closeWorkspace': async () => {
      await close();
      return { done: true };
    },
  };

  // Opening and closing wait for one another; two at once would fight over the lock.
  let doors: Promise<unknown> = Promise.resolve();

  function run(name: AnsweredName, input: unknown): unknown {
    const own = always[name];
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
    close,
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
