import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { killerOf, launchStrefownik } from './launch.ts';
import { workspaceTemplates, type Templates } from './templates.ts';

/** What a test finds at its start; a demonstration and a programme open without a passphrase. */
export type Beginning = 'first run' | 'programme' | 'demonstration';

interface Options {
  /** Chosen by `test.use({ beginning: 'programme' })`; nothing at all unless said. */
  beginning: Beginning;
}

interface Fixtures {
  /** The application's data folder with what `beginning` says, removed afterwards. */
  userData: string;
  /** The built application, started with `userData`; killed afterwards unless the test closed it. */
  app: ElectronApplication;
  /** Its first window. */
  page: Page;
}

interface WorkerFixtures {
  /** Workspaces made once for all tests of this process, to be copied. */
  templates: Templates;
}

/** Playwright's `test` with the built application: `test('…', async ({ app, page }) => …)`. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  beginning: ['first run', { option: true }],
  templates: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from the pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'strefownik-e2e-templates-'));
      await use(workspaceTemplates(folder));
      await removeFolder(folder);
    },
    { scope: 'worker' },
  ],
  userData: async ({ beginning, templates }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'strefownik-e2e-'));
    if (beginning !== 'first run') {
      await cp(await templates.workspace(beginning), join(folder, 'workspace'), {
        recursive: true,
      });
    }
    await use(folder);
    await removeFolder(folder);
  },
  app: async ({ userData }, use) => {
    const app = await launchStrefownik({ userData });
    const kill = killerOf(app);
    await use(app);
    await kill();
  },
  page: async ({ app }, use) => {
    await use(await app.firstWindow());
  },
});

/** Removes a folder into which a process that was just killed may still be writing. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

export { expect } from '@playwright/test';
export { killerOf, launchStrefownik, type Launch } from './launch.ts';

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
