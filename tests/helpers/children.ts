import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cacheDirectory } from '../tools/places.mjs';

// Other processes for tests: a second instance, one that is killed, one with a disk of its own.

/** Scripts and threads load the application from its source; what was compiled once is kept, which halves their start. */
export const environment = { ...process.env, NODE_COMPILE_CACHE: join(cacheDirectory, 'compiled') };

/** How a script ended, and what it wrote to its output as JSON. */
export interface ScriptResult {
  readonly status: number | null;
  readonly stderr: string;
  readonly value: unknown;
}

/** Can this machine give a process mounts of its own? Linux with user namespaces can. */
export function canMount(): boolean {
  return spawnSync('unshare', ['-rm', 'true']).status === 0;
}

/** Runs a TypeScript script to its end; its last line of output is JSON. */
export function runScript(script: URL, args: readonly string[]): ScriptResult {
  return resultOf(
    spawnSync(process.execPath, [script.pathname, ...args], {
      encoding: 'utf8',
      env: environment,
    }),
  );
}

/** The same, after `mount` commands in a mount namespace that ends with the script. */
export function runScriptAmongMounts(
  mounts: string,
  script: URL,
  args: readonly string[],
): ScriptResult {
  const command = `set -e; ${mounts}; exec "$@"`;
  return resultOf(
    spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', command, 'sh', process.execPath, script.pathname, ...args],
      { encoding: 'utf8', env: environment },
    ),
  );
}

function resultOf(run: { status: number | null; stdout: string; stderr: string }): ScriptResult {
  const last = run.stdout.trim().split('\n').at(-1) ?? '';
  return {
    status: run.status,
    stderr: run.stderr,
    value: last === '' ? null : (JSON.parse(last) as unknown),
  };
}

/** A script that runs beside the test. */
export interface RunningScript {
  readonly process: ChildProcess;
  /** Lines it has written so far. */
  readonly lines: string[];
  /** Resolves with the next line that begins with `start`, or throws when the script ends before. */
  line(start: string): Promise<string>;
  /** Kills it as `kill -9` does, and waits until the system has let go of everything it held. */
  kill(): Promise<void>;
}

/** Starts a TypeScript script beside the test. */
export function startScript(script: URL, args: readonly string[]): RunningScript {
  const child = spawn(process.execPath, [script.pathname, ...args], {
    stdio: 'pipe',
    env: environment,
  });
  const lines: string[] = [];
  let errors = '';
  const waiting: { start: string; settle: (line: string) => void }[] = [];
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    const index = waiting.findIndex((one) => line.startsWith(one.start));
    if (index >= 0) waiting.splice(index, 1)[0]?.settle(line);
  });
  const gone = once(child, 'close');
  return {
    process: child,
    lines,
    async line(start) {
      const known = lines.find((one) => one.startsWith(start));
      if (known !== undefined) return known;
      const ended = gone.then((): never => {
        throw new Error(`The script ended without "${start}": ${errors}`);
      });
      return Promise.race([
        new Promise<string>((settle) => waiting.push({ start, settle })),
        ended,
      ]);
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
