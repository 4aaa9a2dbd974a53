import type { ElectronApplication, Page } from '@playwright/test';
import { answerMessageBox, expect, launchStrefownik, test, type Launch } from './fixture.ts';
import {
  appears,
  call,
  exitCode,
  logged,
  makeDemonstration,
  refusedRequests,
  startAgain,
  watchPolicy,
} from './steps.ts';

const launched: ElectronApplication[] = [];
test.afterEach(async () => {
  // One that has ended by itself does not answer any more.
  await Promise.all(launched.splice(0).map((app) => app.close().catch(() => undefined)));
});

/** Starts the application apart from the fixture; closed at the end of the test whatever happens. */
async function launch(options: Launch): Promise<ElectronApplication> {
  const app = await launchStrefownik(options);
  launched.push(app);
  return app;
}

test('the window opens wherever the application was started from', async ({ userData }) => {
  const app = await launch({ userData, cwd: '/' });
  const page = await app.firstWindow();
  await appears(page);
  expect(await page.title()).toContain('Strefownik');
  await app.close();
});

test('nothing leaves the computer, and every place keeps to the policy', async ({
  app,
  page,
  userData,
}) => {
  await appears(page);
  await makeDemonstration(page);
  const breaches = await watchPolicy(page);
  const places = page.getByRole('navigation').getByRole('listitem').getByRole('button');
  await expect(places.first()).toBeVisible();
  for (const place of await places.all()) {
    await place.click();
    await expect(place).toHaveAttribute('aria-current', 'page');
    await appears(page);
  }
  expect(await breaches()).toEqual([]);
  expect(await refusedRequests(app)).toEqual([]);
  expect(await logged(userData, 'request-refused', 'preload-error', 'page-not-loaded')).toEqual([]);
});

test('a page that wants to reach outside gets nowhere', async ({ app, page }) => {
  await appears(page);
  const reached = await page.evaluate(async () => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'reached',
        () => 'refused',
      );
    const image = new Image();
    const loading = new Promise((loaded, failed) => {
      image.addEventListener('load', loaded);
      image.addEventListener('error', failed);
    });
    image.src = 'https://example.org/pixel.png';
    const socket = new Promise((opened, failed) => {
      try {
        const connection = new WebSocket('wss://example.org/');
        connection.addEventListener('open', opened);
        connection.addEventListener('error', failed);
      } catch (error) {
        failed(error);
      }
    });
    const script = document.createElement('script');
    const running = new Promise((loaded, failed) => {
      script.addEventListener('load', loaded);
      script.addEventListener('error', failed);
    });
    script.src = 'https://example.org/x.js';
    document.head.append(script);
    return {
      fetch: await outcome(fetch('https://example.org/')),
      image: await outcome(loading),
      socket: await outcome(socket),
      script: await outcome(running),
      popup: window.open('https://example.org/') === null ? 'refused' : 'reached',
    };
  });
  expect(reached).toEqual({
    fetch: 'refused',
    image: 'refused',
    socket: 'refused',
    script: 'refused',
    popup: 'refused',
  });
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await appears(page);
  expect(await page.title()).toContain('Strefownik');
  expect(app.windows().length).toBe(1);
  expect(await refusedRequests(app)).toEqual([]);
});

test('the page has two functions of ours and nothing of Node or Electron', async ({ page }) => {
  await appears(page);
  const seen = await page.evaluate(() => {
    const api: unknown = Reflect.get(globalThis, 'strefownik');
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'];
    return {
      ours: typeof api === 'object' && api !== null ? Object.keys(api) : [],
      frozen: Object.isFrozen(api),
      others: names.filter((name) => name in globalThis),
    };
  });
  expect(seen).toEqual({ ours: ['call', 'onBroadcast'], frozen: true, others: [] });
});

test('a call with a wrong name or shape is refused in an envelope, and the page goes on', async ({
  page,
  userData,
}) => {
  await appears(page);
  const unknown = call(page, 'desk.closeWorkspace', {});
  await expect(unknown).rejects.toThrow('Unknown call: desk.closeWorkspace');
  const answers = [
    await call(page, 'search.query', { text: 5, more: 'x' }),
    await call(page, 'workspace.status', {}),
  ];
  expect(answers).toMatchObject([
    {
      ok: false,
      failure: {
        code: 'bad-input',
        issues: [
          { path: 'text', message: 'invalid-type' },
          { path: '', message: 'unrecognized-keys' },
        ],
      },
    },
    { ok: true, value: { state: 'none' } },
  ]);
  await expect.poll(() => logged(userData, 'call-failed')).toHaveLength(1);
});

test('the chosen appearance holds at once and at the next start', async ({ userData }) => {
  const isDark = (page: Page): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const first = await launch({ userData });
  const page = await first.firstWindow();
  await appears(page);
  await page.emulateMedia({ colorScheme: null });
  await call(page, 'appearance.apply', { appearance: 'dark' });
  await expect.poll(() => isDark(page)).toBe(true);
  await first.close();
  const second = await launch({ userData });
  await appears(await second.firstWindow());
  expect(await second.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await second.close();
});

test('the menu speaks Polish', async ({ app, page }) => {
  await appears(page);
  const labels = (): Promise<string[] | undefined> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await expect.poll(labels).toEqual(expect.arrayContaining(['Plik', 'Edycja', 'Widok', 'Pomoc']));
});

test('a second start leaves at once and brings the first window to the front', async ({
  app,
  page,
  userData,
}) => {
  await appears(page);
  const isMinimized = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(isMinimized).toBe(true);
  expect(await startAgain(userData)).toBe(0);
  await expect.poll(isMinimized).toBe(false);
  expect(app.windows().length).toBe(1);
  await appears(page);
});

test('what a form saves while the window closes is saved', async ({ userData }) => {
  const draft = { entity: 'resource', entityId: 'new', baseRevision: 0, body: '"Zażółć"' };
  const first = await launch({ userData });
  const page = await first.firstWindow();
  await appears(page);
  await makeDemonstration(page);
  await page.evaluate((input) => {
    addEventListener('pagehide', () => {
      const api: unknown = Reflect.get(globalThis, 'strefownik');
      Reflect.apply(Reflect.get(Object(api), 'call'), api, ['draft.keep', input]);
    });
  }, draft);
  await first.close();
  const second = await launch({ userData });
  const again = await second.firstWindow();
  await appears(again);
  const { entity, entityId } = draft;
  const kept = await call(again, 'draft.get', { entity, entityId });
  await second.close();
  expect(kept).toMatchObject({ ok: true, value: draft });
});

test('an error that nobody caught ends the application with 1 and a word to the person', async ({
  userData,
}) => {
  const app = await launch({ userData });
  await appears(await app.firstWindow());
  await answerMessageBox(app, 0);
  const code = exitCode(app);
  await app.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('Barbara');
    });
  });
  expect(await code).toBe(1);
  expect(await logged(userData, 'fatal')).toEqual([expect.stringContaining('error=RangeError')]);
});

test('closing the window ends the application in order', async ({ userData }) => {
  const app = await launch({ userData });
  await appears(await app.firstWindow());
  const code = exitCode(app);
  await app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    .catch(() => undefined); // the answer may be lost with the process
  expect(await code).toBe(0);
  expect(await logged(userData, 'closing')).toHaveLength(1);
  expect(await logged(userData, 'store-close-late', 'fatal', 'store-error')).toEqual([]);
});

test('a window that was moved opens where it was left', async ({ userData }) => {
  const bounds = { x: 40, y: 30, width: 1000, height: 640 };
  const first = await launch({ userData });
  await appears(await first.firstWindow());
  await first.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  );
  await first.close();
  const second = await launch({ userData });
  await appears(await second.firstWindow());
  const [opened, workArea] = await second.evaluate(({ BrowserWindow, screen }) => [
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    screen.getPrimaryDisplay().workArea,
  ]);
  await second.close();
  const fits = workArea !== undefined && workArea.width >= 1040 && workArea.height >= 670;
  expect(opened).toMatchObject(fits ? bounds : { width: Math.min(1000, workArea?.width ?? 0) });
});
