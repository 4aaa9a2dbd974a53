import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { standinControl } from '../../electron-standin/forTests.ts';

const standin = join(import.meta.dirname, '../../electron-standin');
const sample = join(import.meta.dirname, 'sample-app');

/** The preload's API, as the page sees it. */
interface Api {
  invoke(channel: string, value?: unknown): Promise<unknown>;
  heard(): unknown[];
  fail(): void;
  later(callback: (value: number) => number): Promise<number>;
  nested: { date: Date; list: unknown[] };
}

/** The page's own world. */
type PageWorld = typeof globalThis & { api: Api; apiAtStart: string; inlineRan?: boolean };

const folder = mkdtempSync(join(tmpdir(), 'standin-sample-'));

function launch(userData: string): Promise<ElectronApplication> {
  // Playwright asks the electron package for its executable, which answers with this folder's.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standin;
  return _electron.launch({
    args: [sample, `--user-data-dir=${userData}`],
    cwd: '/',
    colorScheme: null,
  });
}

/** What the sample application noted so far. */
const eventsOf = (app: ElectronApplication): Promise<unknown[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'events') as unknown[]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a sample application in the Electron stand-in, driven by Playwright', () => {
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    app = await launch(join(folder, 'driven'));
    page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Próba' }).waitFor();
  }, 30_000);

  afterAll(() => app?.close());

  it('serves the custom scheme with its policy, in a secure context', async () => {
    const seen = await page.evaluate(() => {
      const world = globalThis as PageWorld;
      return {
        secure: isSecureContext,
        apiAtStart: world.apiAtStart,
        inlineRan: world.inlineRan ?? false,
        color: getComputedStyle(document.querySelector('h1') ?? document.body).color,
      };
    });
    expect(seen).toStrictEqual({
      secure: true,
      apiAtStart: 'object',
      inlineRan: false,
      color: 'rgb(1, 2, 3)',
    });
    expect(
      await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL()),
    ).toBe('app://bundle/index.html');
  });

  it('keeps the preload’s world apart from the page’s', async () => {
    const leaks = await page.evaluate(() =>
      ['require', 'process', 'ipcRenderer', 'Buffer', '__electronStandinPost', 'module'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(leaks).toStrictEqual([]);
  });

  it('exposes a frozen API over the context bridge', async () => {
    const seen = await page.evaluate(async () => {
      const { api } = globalThis as PageWorld;
      let error = '';
      try {
        api.fail();
      } catch (caught) {
        error = caught instanceof RangeError ? caught.message : 'of another kind';
      }
      return {
        error,
        later: await api.later((value) => value + 1),
        frozen: Object.isFrozen(api) && Object.isFrozen(api.nested.list[1]),
        date: api.nested.date.getTime(),
        heard: api.heard().map((value) => value instanceof Date),
      };
    });
    expect(seen).toStrictEqual({
      error: 'sync fail',
      later: 30,
      frozen: true,
      date: 0,
      heard: [true],
    });
  });

  it('carries calls, their errors and their sender over ipc', async () => {
    const call = (channel: string): Promise<unknown> =>
      page.evaluate(
        (name) =>
          (globalThis as PageWorld).api
            .invoke(name)
            .catch((error: unknown) => (error as Error).message),
        channel,
      );
    expect(await call('sender')).toStrictEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      parent: null,
    });
    expect(await call('fail')).toBe("Error invoking remote method 'fail': TypeError: nie wolno");
    expect(await call('none')).toBe(
      "Error invoking remote method 'none': Error: No handler registered for 'none'",
    );
    expect(await call('worker')).toBe(42);
    const bytes = await page.evaluate(async () => {
      const sent = new Uint8Array(100_000).map((_, index) => index % 251);
      const back = await (globalThis as PageWorld).api.invoke('echo', { sent, when: new Date(5) });
      const { sent: got, when } = back as { sent: Uint8Array; when: Date };
      return got.every((byte, index) => byte === index % 251) && when.getTime();
    });
    expect(bytes).toBe(5);
  });

  it('drives prefers-color-scheme', async () => {
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await isDark()).toBe(false);
    await page.evaluate(() => (globalThis as PageWorld).api.invoke('theme', 'dark'));
    await expect.poll(isDark).toBe(true);
  });

  it('lets tests answer dialogs as in real Electron', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/tmp/raport.pdf' });
    });
    expect(await page.evaluate(() => (globalThis as PageWorld).api.invoke('save'))).toBe(
      '/tmp/raport.pdf',
    );
  });

  it('asks before navigations and windows, and lets the application refuse', async () => {
    await page.locator('#away').click();
    await page.locator('#blank').click();
    await page.evaluate(() => void window.open('https://example.org/script'));
    await vi.waitFor(async () => {
      expect(await eventsOf(app)).toEqual(
        expect.arrayContaining([
          'navigate https://example.org/away',
          'open https://example.org/blank',
          'open https://example.org/script',
        ]),
      );
    });
    expect(app.windows()).toHaveLength(1);
    expect(await page.locator('h1').textContent()).toBe('Próba');
    await page.locator('#inside').click();
    await page.getByRole('heading', { name: 'Inna' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Próba' }).waitFor();
  });

  it('lets no request leave, and counts what was refused', async () => {
    const outcome = await page.evaluate(() =>
      fetch('https://example.org/data').then(
        () => 'answered',
        (error: unknown) => (error as Error).name,
      ),
    );
    expect(outcome).toBe('TypeError');
    const control = await standinControl(app);
    expect(await control?.evaluate(({ refusedRequests }) => refusedRequests)).toStrictEqual([
      'https://example.org/data',
    ]);
  });

  it('prints and captures pages', async () => {
    const [pdf, size] = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const printed = await window?.webContents.printToPDF({ pageSize: 'A4' });
      const image = await window?.capturePage();
      return [printed?.subarray(0, 5).toString(), image?.getSize()] as const;
    });
    expect(pdf).toBe('%PDF-');
    expect(size?.width).toBeGreaterThan(0);
  });

  it('tells the first instance about a second one, which leaves', async () => {
    const second = run(join(folder, 'driven'), ['drugi.pdf']);
    expect(await once(second, 'exit')).toStrictEqual([0, null]);
    await vi.waitFor(async () => {
      const told = { second: 'drugi.pdf', directory: '/', data: expect.anything() as unknown };
      expect(await eventsOf(app)).toContainEqual(told);
    });
  });

  it('reports a crashed page, and can load it again', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.once('render-process-gone', () => window.webContents.reload());
      window?.webContents.forcefullyCrashRenderer();
    });
    await vi.waitFor(async () => expect(await eventsOf(app)).toContain('crashed'));
    const isBack = (): Promise<unknown> =>
      app.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.executeJavaScript('typeof window.api'),
      );
    await vi.waitFor(async () => expect(await isBack()).toBe('object'), { timeout: 5000 });
  });

  it('lets a window refuse to close, and quits when it agrees', async () => {
    const exited = once(app.process(), 'exit');
    await app.evaluate(({ app: electronApp }) => {
      Reflect.set(globalThis, 'vetoClose', true);
      electronApp.quit();
    });
    expect((await eventsOf(app)).slice(-2)).toStrictEqual(['before-quit', 'close']);
    await app.evaluate(({ BrowserWindow }) => {
      Reflect.set(globalThis, 'vetoClose', false);
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
    });
    expect((await exited)[0]).toBe(0);
  });
});

describe('the stand-in’s executable without a test tool', () => {
  const started: ChildProcess[] = [];

  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  it('quits in order on SIGTERM', async () => {
    const userData = join(folder, 'signal');
    const child = run(userData, []);
    started.push(child);
    const said = await saysUntil(child, 'ready-to-show');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toStrictEqual([0, null]);
    expect(said).toStrictEqual(['ready-to-show', 'before-quit', 'close', 'will-quit']);
    expect(chromiums(userData)).toStrictEqual([]);
  });

  it('leaves no Chromium behind when it is killed', async () => {
    const userData = join(folder, 'killed');
    const child = run(userData, []);
    started.push(child);
    await saysUntil(child, 'ready-to-show');
    expect(chromiums(userData).length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(chromiums(userData)).toStrictEqual([]), { timeout: 5000 });
  });

  it('says in one line that there is no display, and fails', async () => {
    const child = spawn(join(standin, 'electron'), [sample], {
      cwd: '/',
      env: { PATH: process.env['PATH'] },
    });
    started.push(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said.trim().split('\n').length]).toStrictEqual([1, 1]);
    expect(said).toContain('there is no display');
  });
});

/** Starts the sample application unseen. */
function run(userData: string, args: readonly string[]): ChildProcess {
  return spawn(join(standin, 'electron'), [sample, `--user-data-dir=${userData}`, ...args], {
    cwd: '/',
    env: { ...process.env, STANDIN_HEADLESS: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Waits for a line on stdout; the list goes on growing with what comes later. */
async function saysUntil(child: ChildProcess, awaited: string): Promise<readonly string[]> {
  const said: string[] = [];
  if (!child.stdout) throw new Error('the sample has no stdout');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  await vi.waitFor(() => expect(said).toContain(awaited), { timeout: 8000 });
  return said;
}

/** Numbers of the Chromium processes that use a profile. */
function chromiums(userData: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${userData}/StandinChromium`);
    } catch {
      return false;
    }
  });
}
