import type { IpcMainInvokeEvent, WebContents } from 'electron/main';
import type { Envelope } from '../contract/failure.ts';
import { APP_ORIGIN } from './address.ts';
import { DeskFailure } from './deskFailure.ts';
import { errorFields, type Log } from './log.ts';
import type { Route } from './routes.ts';
import { failureEnvelope } from './storeThread.ts';

/** An answer that took longer than this is noted. Milliseconds. */
const SLOW_MS = 250;
/** The page counts as quiet when it has asked nothing for this long. Milliseconds. */
const QUIET_MS = 50;

/** The one door between the window and the main process. */
export interface Door {
  /** Listens to the one IPC channel; always answers with an envelope, never throws. */
  readonly answer: (
    event: IpcMainInvokeEvent,
    name: unknown,
    input: unknown,
  ) => Promise<Envelope<unknown>>;
  /** Resolves once nothing but `own` calls (the asker's) is being answered and no more comes. */
  readonly quiet: (own: number) => Promise<void>;
}

/** What the door needs. */
export interface DoorPorts {
  /** The page of the window that may ask; none while there is no window. */
  readonly trusted: () => WebContents | undefined;
  /** Where a call goes; loaded once, after the window has begun to appear. */
  readonly routes: () => Promise<(name: unknown) => Route | undefined>;
  readonly log: Log;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Is it the main frame of our own window, showing our own page? Asked before any await: a frame that left is null. */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  trusted: WebContents | undefined,
): boolean {
  const frame = event.senderFrame;
  return (
    trusted !== undefined &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === APP_ORIGIN &&
    event.sender.id === trusted.id
  );
}

/** Makes the door: who asks, what is asked, in which shape, in this order. */
export function createDoor({ trusted, routes, log, now }: DoorPorts): Door {
  let open = 0;
  let lastAnswer = Number.NEGATIVE_INFINITY;

  const pass = async (name: unknown, input: unknown): Promise<Envelope<unknown>> => {
    const route = (await routes())(name);
    if (!route) {
      log.write('unknown-call');
      return failureEnvelope('unknown-call');
    }
    const started = now();
    const envelope = await answerSafely(route, input, log);
    const ms = Math.round(now() - started);
    if (!envelope.ok)
      log.write('call-failed', { name: route.name, code: envelope.failure.code, ms });
    else if (ms > SLOW_MS) log.write('call-slow', { name: route.name, ms });
    return envelope;
  };

  return {
    answer: async (event, name, input) => {
      if (!isTrustedSender(event, trusted())) {
        log.write('foreign-sender');
        return failureEnvelope('foreign-sender');
      }
      open += 1;
      try {
        return await pass(name, input);
      } catch (error) {
        log.write('door-error', errorFields(error));
        return failureEnvelope('unexpected');
      } finally {
        open -= 1;
        lastAnswer = now();
      }
    },
    quiet: async (own) => {
      while (open > own || now() - lastAnswer < QUIET_MS)
        await new Promise((settle) => setTimeout(settle, QUIET_MS / 2));
    },
  };
}

/** Answers a call; an error that no handler expected is noted once, without its text, and said as `unexpected`. */
async function answerSafely(route: Route, input: unknown, log: Log): Promise<Envelope<unknown>> {
  try {
    return await route.answer(input);
  } catch (error) {
    if (error instanceof DeskFailure) return { ok: false, failure: error.failure };
    log.write('call-error', { name: route.name, ...errorFields(error) });
    return failureEnvelope('unexpected');
  }
}
