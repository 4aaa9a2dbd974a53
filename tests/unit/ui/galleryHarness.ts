import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { createAppProtocol } from '../../../src-main/electron/appProtocol.ts';
import { findChromium, NO_CHROMIUM } from '../../electron-standin/findChromium.ts';

const repository = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
const ADDRESS = 'https://gallery.test';

/** The built renderer in a real browser, served as the application serves it. */
export interface Gallery {
  /** The window opened on the gallery. */
  open(look: 'light' | 'dark'): Promise<Page>;
  /** Everything that went wrong in any window: policy violations, errors, uncaught exceptions. */
  readonly problems: readonly string[];
  /** Bytes of script, compressed, that are read before anything is shown. */
  initialScript(): Promise<number>;
  close(): Promise<void>;
}

/** Stands in for the main process: an open workspace, and nothing found in it. */
function answerCalls(): void {
  const recorded = { id: 'me', name: 'Ewa Śliwa', form: 'feminine', roles: ['trainer'] };
  const answers: Readonly<Record<string, unknown>> = {
    'workspace.status': {
      state: 'open',
      folder: '/demo',
      demonstration: true,
      me: { ...recorded, email: '', phone: '' },
    },
    'search.query': [],
  };
  const refusal = { ok: false, failure: { code: 'not-found', params: {}, issues: [] } };
  Object.assign(window, {
    strefownik: {
      call: (name: string) =>
        Promise.resolve(name in answers ? { ok: true, value: answers[name] } : refusal),
      onBroadcast: () => () => undefined,
    },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`);
  });
  history.replaceState({ route: { place: 'gallery' }, index: 0, last: 0 }, '');
}

async function launch(): Promise<Browser> {
  const found = await findChromium({ visible: false });
  if (found === undefined) throw new Error(NO_CHROMIUM);
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({
    executablePath: found.executable,
    args: ['--no-sandbox'],
    env: { ...Object.fromEntries(inherited), ...found.env },
  });
}

async function openPage(
  browser: Browser,
  look: 'light' | 'dark',
  answer: (request: Request) => Promise<Response>,
  problems: string[],
): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: look,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 800 },
  });
  await context.route('**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await answer(new Request(`app://bundle${pathname}`));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${look}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => problems.push(`${look}: ${message}`));
  await page.addInitScript(answerCalls);
  await page.goto(`${ADDRESS}/`);
  await page.getByRole('heading', { level: 1, name: 'Galeria komponentów' }).waitFor();
  return page;
}

/** Builds the renderer and starts a browser for it. */
export async function startGallery(): Promise<Gallery> {
  const root = await mkdtemp(join(tmpdir(), 'strefownik-gallery-'));
  await run(
    process.execPath,
    [
      join(repository, 'node_modules/vite/bin/vite.js'),
      'build',
      join(repository, 'src-renderer'),
      '--outDir',
      root,
    ],
    // A test run is no production, and would build the development version of React.
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
  const browser = await launch();
  const answer = createAppProtocol({ root });
  const problems: string[] = [];
  return {
    problems,
    open: (look) => openPage(browser, look, answer, problems),
    initialScript: async () => {
      const html = await readFile(join(root, 'index.html'), 'utf8');
      const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file);
      const sizes = await Promise.all(
        scripts.map(async (file = '') => gzipSync(await readFile(join(root, file))).length),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    close: async () => {
      await browser.close();
      await rm(root, { recursive: true });
    },
  };
}
