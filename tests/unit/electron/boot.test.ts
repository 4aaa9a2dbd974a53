import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron/main';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boot, type BootPorts } from '../../../src-main/boot.ts';
import { BROADCAST_CHANNEL, CALL_CHANNEL } from '../../../src-main/contract/preloadApi.ts';
import type { StoreWorkerData } from '../../../src-main/contract/storeRequests.ts';
import { pathsOf } from '../../../src-main/electron/paths.ts';
import { fake, fakeEmitter, makeEvent, makeFakeWindow, makeLog } from './fakes.ts';

const script = fileURLToPath(new URL('fakeStoreWorker.mjs', import.meta.url));
/** Ends what a test started. */
const endings: (() => Promise<void>)[] = [];
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-boot-'));
  await mkdir(join(folder, 'out', 'renderer'), { recursive: true });
  await writeFile(join(folder, 'out', 'renderer', 'index.html'), '<p>__STYLE_NONCE__');
});
afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
  await rm(folder, { recursive: true, force: true });
});

type Answer = (event: object, name: unknown, input: unknown) => Promise<unknown>;

const workArea = { x: 0, y: 0, width: 1920, height: 1080 };

/** The whole main process over fakes of Electron and a real thread. */
async function start(platform: NodeJS.Platform = 'linux') {
  const steps: string[] = [];
  const workers: Worker[] = [];
  const windows = [makeFakeWindow(), makeFakeWindow()];
  const [first] = windows;
  if (!first) throw new Error('no window');
  let opened = 0;
  let answer: Answer = () => Promise.reject(new Error('no handler'));
  let serve: (request: Request) => Promise<Response> = () => Promise.reject(new Error('no pages'));
  let menu: MenuItemConstructorOptions[] = [];
  let storeData: StoreWorkerData | undefined;
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  const app = fakeEmitter({
    isPackaged: false,
    getVersion: () => '1.2.3',
    getPath: () => folder,
    quit: () => {
      const event = makeEvent();
      app.emit('before-quit', event);
      if (!event.prevented) ended();
    },
  });
  const window = first;
  const power = fakeEmitter({ getSystemIdleTime: () => 0 });
  const paths = pathsOf({
    userData: join(folder, 'data'),
    home: folder,
    appPath: folder,
    isPackaged: false,
    resourcesPath: '/unused',
    argv: [],
    absolute: (named) => named,
    built: join(folder, 'out', 'main'),
  });
  await mkdir(paths.userData);
  const log = makeLog();
  const ports: BootPorts = {
    electron: {
      app: fake('app', app),
      BrowserWindow: fake<typeof BrowserWindow>('BrowserWindow', function make() {
        steps.push('window');
        opened += 1;
        return windows[opened - 1]?.window;
      }),
      clipboard: fake('clipboard', {}),
      dialog: fake('dialog', {}),
      ipcMain: fake('ipcMain', {
        handle: (channel: string, handler: Answer) => {
          steps.push(`door ${channel}`);
          answer = handler;
        },
      }),
      Menu: fake('Menu', {
        buildFromTemplate: (template: MenuItemConstructorOptions[]) => (menu = template),
        setApplicationMenu: () => void steps.push('menu'),
      }),
      nativeTheme: fake(
        'nativeTheme',
        fakeEmitter({ themeSource: '', shouldUseDarkColors: false }),
      ),
      powerMonitor: fake('powerMonitor', power),
      protocol: fake('protocol', {
        handle: (scheme: string, handler: typeof serve) => {
          steps.push(`protocol ${scheme}`);
          serve = handler;
        },
      }),
      safeStorage: fake('safeStorage', {}),
      screen: fake('screen', {
        getPrimaryDisplay: () => ({ workArea }),
        getDisplayMatching: () => ({ workArea }),
      }),
      session: fake('session', { defaultSession: {} }),
      shell: fake('shell', {}),
    },
    paths,
    log,
    platform,
    versions: {},
    clock: { now: Date.now, elapsed: () => performance.now(), every: () => () => undefined },
    spawnStore: (data) => {
      steps.push('store');
      storeData = data;
      const worker = new Worker(script, { workerData: { generation: workers.length + 1 } });
      workers.push(worker);
      return worker;
    },
    secureSession: () => void steps.push('session secured'),
    secondStart: { show: () => undefined },
    lastWishes: { beforeExit: () => Promise.resolve() },
  };
  await boot(ports);
  endings.push(() => ports.lastWishes.beforeExit());
  const call = (name: string, input: unknown, sender: object = window.contents): Promise<unknown> =>
    answer({ sender, senderFrame: { parent: null, origin: 'app://bundle' } }, name, input);
  return {
    app,
    call,
    end,
    log,
    menu,
    opened: () => opened,
    ports,
    power,
    serve: (url: string) => serve(new Request(url)),
    steps,
    storeData,
    window,
    windows,
    workers,
  };
}

describe('boot', () => {
  it('makes the window first, starts the store beside it, and has a door before the page loads', async () => {
    const { steps, window, storeData, serve, ports } = await start();
    expect(steps).toStrictEqual([
      'session secured',
      'protocol app',
      'window',
      'store',
      `door ${CALL_CHANNEL}`,
      'menu',
    ]);
    // On a busy machine it may already show itself, because the page said nothing for too long.
    expect(window.deeds[0]).toBe('load app://bundle/');
    expect((await serve('app://bundle/')).status).toBe(200);
    const { paths } = ports;
    expect(storeData).toStrictEqual({
      workspaceFolder: paths.workspace,
      outgoingFolder: paths.outgoing,
      backupsFolder: paths.backups,
      resourcesFolder: paths.resources,
      version: '1.2.3',
      reportWorkerUrl: expect.stringMatching(/^file:.*\/reportWorker\.js$/),
      upkeepWorkerUrl: expect.stringMatching(/^file:.*\/upkeepWorker\.js$/),
    });
  });

  it('answers its window’s page and nobody else, from the store and from the desk', async () => {
    const { call, windows } = await start();
    expect(await call('search.query', { text: 'lapy' })).toStrictEqual({
      ok: true,
      value: { text: 'lapy' },
    });
    expect(await call('app.about', {})).toMatchObject({ ok: true, value: { version: '1.2.3' } });
    expect(await call('app.about', {}, windows[1]?.contents)).toMatchObject({
      failure: { code: 'foreign-sender' },
    });
  });

  it('passes broadcasts of the store to the page', async () => {
    const { call, window } = await start();
    await call('settings.save', {});
    expect(window.sent).toStrictEqual([[BROADCAST_CHANNEL, 'changed', { entities: ['settings'] }]]);
  });

  it('locks from the menu after the page has saved', async () => {
    const { menu, window } = await start();
    const items = menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const lock = items.find(({ label }) => label === 'Zablokuj dane');
    if (!lock?.click) throw new Error('no item to lock');
    Reflect.apply(lock.click, undefined, []);
    await expect
      .poll(() => window.sent.at(-1))
      .toStrictEqual([
        BROADCAST_CHANNEL,
        'workspace',
        { state: 'locked', folder: 'generation 2', demonstration: false },
      ]);
    expect(window.deeds).toStrictEqual(['load app://bundle/', 'flush page']);
  });

  it('locks on suspend what the page has opened, but not under a room view', async () => {
    const { call, power, window } = await start();
    const locked = [
      BROADCAST_CHANNEL,
      'workspace',
      { state: 'locked', folder: 'generation 2', demonstration: false },
    ];
    power.emit('suspend');
    await call('workspace.unlock', { passphrase: 'x' });
    await call('room.enter', { workshopId: 'w1' });
    power.emit('suspend');
    expect(await call('search.query', { text: 'x' })).toMatchObject({
      failure: { code: 'room-locked' },
    });
    expect(window.sent).toStrictEqual([]);
    const started = performance.now();
    expect(await call('room.leave', {})).toStrictEqual({ ok: true, value: { locked: true } });
    expect(performance.now() - started).toBeLessThan(1_400); // it does not wait for its own call
    expect(window.sent.at(-1)).toStrictEqual(locked);
    expect(await call('workspace.unlockByDevice', {})).toMatchObject({
      failure: { code: 'device-unlock-failed' },
    });
  });

  it('locks when the page that showed a room is loaded anew after its time', async () => {
    const { call, power, window } = await start();
    await call('workspace.unlock', { passphrase: 'x' });
    await call('room.enter', { workshopId: 'w1' });
    power.emit('suspend');
    window.emitContents('did-navigate');
    await expect.poll(() => window.sent.at(-1)?.[1]).toBe('workspace');
    expect(await call('search.query', { text: 'x' })).toMatchObject({ ok: true });
  });

  it('shows its window to a second start', async () => {
    const { ports, window, opened } = await start();
    ports.secondStart.show();
    expect([window.deeds.slice(1), opened()]).toStrictEqual([['show', 'focus'], 1]);
  });

  it('opens a new window on a Mac whose window was closed', async () => {
    const { app, window, windows, opened, call } = await start('darwin');
    window.emit('close', makeEvent());
    await expect.poll(() => window.deeds.at(-1)).toBe('destroy');
    expect(await call('app.about', {})).toMatchObject({ failure: { code: 'foreign-sender' } });
    app.emit('activate');
    expect([opened(), windows[1]?.deeds]).toStrictEqual([2, ['load app://bundle/']]);
    expect(await call('app.about', {}, windows[1]?.contents)).toMatchObject({ ok: true });
  });

  it('ends in order, and the thread with it', async () => {
    const { app, end, window, workers, call, log } = await start();
    const ended = new Promise((resolve) => workers[0]?.once('exit', resolve));
    app.quit();
    await end;
    await ended;
    expect(window.deeds).toStrictEqual(['load app://bundle/', 'flush page', 'hide']);
    expect(await call('search.query', { text: 'x' })).toMatchObject({
      failure: { code: 'store-stopped' },
    });
    expect(log.lines.map(([event]) => event)).toStrictEqual(['started', 'closing', 'call-failed']);
  });
});
