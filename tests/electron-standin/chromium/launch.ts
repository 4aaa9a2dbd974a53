import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { say, whisper } from '../say.ts';
import type { FoundChromium } from './findChromium.ts';
import { Pipe } from './pipe.ts';

/** A running Chromium. It ends by itself when this process does: its pipe closes. */
export interface ChromiumProcess {
  readonly pipe: Pipe;
  /** Resolves once the DevTools port is open, if one was asked for. */
  readonly listening: Promise<void>;
  /** Resolves with the exit code. */
  readonly exited: Promise<number>;
  kill(): void;
}

/**
 * Starts Chromium.
 * @param driven relays Chromium's `DevTools listening on …` line, which test tools wait for
 */
export function launchChromium(
  chromium: FoundChromium,
  flags: readonly string[],
  driven: boolean,
): ChromiumProcess {
  const child = spawn(chromium.executable, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...chromium.env, ...NO_ACCOUNTS },
  });
  const [, , errors, output, input] = child.stdio;
  if (!(output instanceof Writable) || !(input instanceof Readable)) {
    throw new Error('electron stand-in: Chromium was started without its pipes');
  }
  const pipe = new Pipe(output, input);
  const listening = Promise.withResolvers<void>();
  if (errors instanceof Readable) {
    createInterface({ input: errors }).on('line', (line) => {
      const announcesPort = line.startsWith('DevTools listening on');
      if (announcesPort && driven) process.stderr.write(`${line}\n`);
      if (announcesPort) listening.resolve();
      else whisper('chromium:', line);
    });
  }
  const exited = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      say(`${chromium.executable} does not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
  void exited.then(() => pipe.close());
  return {
    pipe,
    listening: driven ? listening.promise : Promise.resolve(),
    exited,
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Keeps Chromium from warning that it has no keys for its makers' services. */
const NO_ACCOUNTS = {
  GOOGLE_API_KEY: 'no',
  GOOGLE_DEFAULT_CLIENT_ID: 'no',
  GOOGLE_DEFAULT_CLIENT_SECRET: 'no',
};
