import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { repository } from '../tools/places.mjs';
import { chooseRuntime } from '../tools/runtime.ts';

/** How one launch differs from the plain one. */
export interface Launch {
  /** The application's own data folder; give the same one twice to come back to a workspace. */
  userData: string;
  /** Extra arguments of the application. */
  args?: string[];
  /** Extra environment variables. */
  environment?: Record<string, string>;
  /** Working folder, the repository unless given. */
  cwd?: string;
  /** What to run instead of the repository's build: a folder with a package.json. */
  application?: string;
  colorScheme?: 'light' | 'dark';
}

/**
 * Starts the built application on Electron or on its stand-in; the caller closes it.
 * @throws when it does not start
 */
export async function launchStrefownik(launch: Launch): Promise<ElectronApplication> {
  const { environment } = await chooseRuntime();
  // Playwright itself resolves the executable from this variable, in this process.
  Object.assign(process.env, environment);
  return _electron.launch({
    args: [
      launch.application ?? repository,
      `--user-data-dir=${launch.userData}`,
      // Never in the home folder of whoever runs the tests; an argument of the launch comes later and wins.
      `--backups=${join(launch.userData, 'backups')}`,
      ...(launch.args ?? []),
    ],
    cwd: launch.cwd ?? repository,
    env: { ...inheritedEnvironment(), ...environment, ...launch.environment },
    ...(launch.colorScheme ? { colorScheme: launch.colorScheme } : {}),
  });
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

/**
 * How to end an application at once where nothing is asserted about its closing: an orderly one flushes the
 * page, makes a backup and waits for Chromium. Asked for while it runs; one that has ended is left alone.
 */
export function killerOf(app: ElectronApplication): () => Promise<void> {
  const child = app.process();
  return async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await app.close();
  };
}
