import type { ElectronApplication, Page } from '@playwright/test';
import {
  contract,
  type CallInput,
  type CallName,
  type CallOutput,
} from '../../src-main/contract/contract.ts';
import type { Envelope } from '../../src-main/contract/failure.ts';
// Brings the type of the preload's API in the page.
import type {} from '../../src-renderer/bridge/bridge.ts';
import { launchStrefownik } from '../e2e/fixture.ts';
import type { Surroundings } from './surroundings.ts';

/** The built application with an open workspace. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Runs the built application over a data folder for as long as `work` takes. */
export async function withApplication<Result>(
  { application }: Pick<Surroundings, 'application'>,
  userData: string,
  work: (running: Running) => Promise<Result>,
): Promise<Result> {
  const app = await launchStrefownik({ application, userData });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => window.strefownik !== undefined);
    await ask(page, 'workspace.status', {}); // opens what needs no passphrase
    return await work({ app, page });
  } finally {
    await app.close();
  }
}

/** Asks once, the whole road from the page and back. @throws when the answer is a failure */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const envelope: unknown = await page.evaluate(
    async ([asked, given]) => {
      const answer = await window.strefownik?.call(asked, given);
      return answer;
    },
    [name, input] as const,
  );
  const { ok, value, failure } = Object(envelope) as Envelope<unknown> & Record<string, unknown>;
  if (ok !== true) throw new Error(`${name}: ${JSON.stringify(failure)}`);
  return contract[name].output.parse(value) as CallOutput<typeof name>;
}

/** A call to be timed. */
export interface TimedCall {
  readonly name: CallName;
  readonly input: unknown;
}

/**
 * Times calls one after the other inside the page: page, preload, door, worker and back.
 * @param pauseMs rest between two calls, as a person's hands make it
 * @returns milliseconds of each, in order
 * @throws when an answer is a failure
 */
export async function timeCalls(
  page: Page,
  calls: readonly TimedCall[],
  pauseMs = 0,
): Promise<number[]> {
  return page.evaluate(
    async ([todo, pause]) => {
      const times: number[] = [];
      for (const { name, input } of todo) {
        const began = performance.now();
        const envelope: unknown = await window.strefownik?.call(name, input);
        times.push(performance.now() - began);
        if (Reflect.get(Object(envelope), 'ok') !== true)
          throw new Error(`${name}: ${JSON.stringify(envelope)}`);
        if (pause > 0) await new Promise((settle) => setTimeout(settle, pause));
      }
      return times;
    },
    [calls, pauseMs] as const,
  );
}

/** The same calls over again. */
export function repeated<Item>(times: number, items: readonly Item[]): Item[] {
  return Array.from({ length: times }, () => items).flat();
}
