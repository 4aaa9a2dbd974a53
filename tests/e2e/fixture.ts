import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
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

interface Fixtures {
  /** An empty data folder, removed afterwards. */
  userData: string;
  /** The built application, started with `userData` and closed afterwards. */
  app: ElectronApplication;
  /** Its first window. */
  page: Page;
}

/** Playwright's `test` with the built application: `test('…', async ({ app, page }) => …)`. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from the pattern
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'strefownik-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  app: async ({ userData }, use) => {
    const app = await launchStrefownik({ userData });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    await use(await app.firstWindow());
  },
});

export { expect } from '@playwright/test';

/**
 * The next "save as" dialogs answer with this file.
 * @param file absolute path, or `null` for "cancelled"
 */
export async function answerSaveDialog(
  app: ElectronApplication,
  file: string | null,
): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}

/**
 * The next "open" dialogs answer with these files or folders.
 * @param files absolute paths; none for "cancelled"
 */
export async function answerOpenDialog(app: ElectronApplication, files: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  }, files);
}

/**
 * The next message boxes answer with this button.
 * @param response its index
 */
export async function answerMessageBox(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    dialog.showMessageBox = () => Promise.resolve({ response: button, checkboxChecked: false });
  }, response);
}
