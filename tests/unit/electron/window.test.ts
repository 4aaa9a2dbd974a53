import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron/main';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  fitIntoDisplay,
  makeWindow,
  showWindow,
  SMALLEST,
  webPreferencesOf,
  type WindowOptions,
} from '../../../src-main/electron/window.ts';
import { watchWindow } from '../../../src-main/electron/windowHealth.ts';
import { repository } from '../../tools/places.mjs';
import { fake, makeFakeWindow, makeLog, makeMemory, type FakeWindow } from './fakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const WORK_AREA = { x: 0, y: 25, width: 1920, height: 1055 };

interface Made extends FakeWindow {
  readonly options: BrowserWindowConstructorOptions;
}

function open(memory = makeMemory(), dark = false): Made {
  const made = makeFakeWindow();
  let options: BrowserWindowConstructorOptions = {};
  const electron: WindowOptions['electron'] = {
    app: fake('app', { isPackaged: true }),
    // An ordinary function, because it is called with `new`, and then its result is the window.
    BrowserWindow: fake<typeof BrowserWindow>(
      'BrowserWindow',
      function make(given: BrowserWindowConstructorOptions) {
        options = given;
        return made.window;
      },
    ),
    nativeTheme: fake('nativeTheme', { shouldUseDarkColors: dark }),
    screen: fake('screen', {
      getDisplayMatching: () => ({ workArea: WORK_AREA }),
      getPrimaryDisplay: () => ({ workArea: WORK_AREA }),
    }),
  };
  makeWindow({
    electron,
    memory,
    preload: '/out/preload/preload.cjs',
    icon: '/resources/icons/icon.png',
  });
  return { ...made, options };
}

describe('the rights of a page', () => {
  it('are exactly these', () => {
    expect(webPreferencesOf('/out/preload/preload.cjs', true)).toStrictEqual({
      preload: '/out/preload/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      v8CacheOptions: 'bypassHeatCheck',
    });
    expect(webPreferencesOf('/x', false).devTools).toBe(true);
  });

  it('are made in one place, and nothing switches the sandbox or web security off', async () => {
    const root = join(repository, 'src-main');
    const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
    const sources = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') })),
    );
    const holding = (pattern: RegExp): string[] =>
      sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    expect(holding(/webPreferences\s*[:=]/)).toStrictEqual(['electron/window.ts']);
    expect(holding(/new (electron\.)?BrowserWindow\b/)).toStrictEqual(['electron/window.ts']);
    expect(
      holding(
        /no-sandbox|webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|openDevTools|crashReporter/,
      ),
    ).toStrictEqual([]);
  });
});

describe('the window', () => {
  it('opens hidden, in the middle, in the colour of its paper', () => {
    const { options } = open();
    expect(options).toMatchObject({
      x: 320,
      y: 143,
      width: 1280,
      height: 820,
      minWidth: 900,
      minHeight: 600,
      title: 'Strefownik',
      backgroundColor: '#f4f1eb',
      show: false,
    });
    expect(open(makeMemory(), true).options.backgroundColor).toBe('#141716');
  });

  it('uses the papers of the page', async () => {
    const tokens = await readFile(join(repository, 'src-renderer/ui/tokens.css'), 'utf8');
    const papers = [...tokens.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);
    expect(papers).toStrictEqual(
      [open().options, open(makeMemory(), true).options].map((one) => one.backgroundColor),
    );
  });

  it('comes back where it was, as large as it was', () => {
    const bounds = { x: 100, y: 80, width: 1000, height: 700 };
    const { options, emit, deeds } = open(makeMemory({ bounds, maximized: true }));
    expect(options).toMatchObject(bounds);
    emit('ready-to-show');
    expect(deeds).toStrictEqual(['maximize', 'show']);
  });

  it('remembers where it was closed', () => {
    const memory = makeMemory();
    open(memory).emit('close');
    expect(memory.current()).toMatchObject({
      bounds: { x: 1, y: 2, width: 1000, height: 700 },
      maximized: false,
    });
  });

  it('is shown after two seconds even when its page has not drawn, and once only', () => {
    const { deeds, emit } = open();
    vi.advanceTimersByTime(1_999);
    expect(deeds).toStrictEqual([]);
    vi.advanceTimersByTime(1);
    emit('ready-to-show');
    expect(deeds).toStrictEqual(['show']);
  });

  it('is not shown after it was closed', () => {
    const { window, deeds } = open();
    window.destroy();
    vi.advanceTimersByTime(5_000);
    expect(deeds).toStrictEqual(['destroy']);
  });

  it('comes to the front', () => {
    const { window, deeds } = makeFakeWindow();
    showWindow(window);
    expect(deeds).toStrictEqual(['show', 'focus']);
  });

  it('always lies within the display and is large enough where that has room', () => {
    const integer = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        fc.record({ x: integer, y: integer, width: size, height: size }),
        fc.record({
          x: integer,
          y: integer,
          width: fc.integer({ min: 320, max: 8_000 }),
          height: fc.integer({ min: 240, max: 5_000 }),
        }),
        (bounds, area) => {
          const fit = fitIntoDisplay(bounds, area);
          return (
            fit.x >= area.x &&
            fit.y >= area.y &&
            fit.x + fit.width <= area.x + area.width &&
            fit.y + fit.height <= area.y + area.height &&
            fit.width >= Math.min(SMALLEST.width, area.width) &&
            fit.height >= Math.min(SMALLEST.height, area.height)
          );
        },
      ),
    );
  });
});

describe('the health of the window', () => {
  function watch(response = 0) {
    const made = makeFakeWindow();
    const log = makeLog();
    const clock = { now: 0 };
    const asked: unknown[] = [];
    watchWindow(made.window, {
      dialog: fake('dialog', {
        showMessageBox: (...args: unknown[]) => {
          asked.push(args.at(-1));
          return Promise.resolve({ response });
        },
      }),
      log,
      now: () => clock.now,
      giveUp: () => void made.deeds.push('give up'),
    });
    return { ...made, log, clock, asked };
  }

  it('reloads a page that died, but not for ever', async () => {
    const { emitContents, deeds, asked } = watch();
    for (let death = 0; death < 4; death += 1)
      emitContents('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    await vi.runAllTimersAsync();
    expect(deeds).toStrictEqual(['reload', 'reload', 'reload', 'give up']);
    expect(asked).toMatchObject([{ message: 'Okno przestało działać', buttons: ['Zamknij'] }]);
  });

  it('forgets deaths of long ago', () => {
    const { emitContents, deeds, clock } = watch();
    for (let death = 0; death < 10; death += 1) {
      emitContents('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
      clock.now += 30_000;
    }
    expect(deeds).toStrictEqual(Array.from({ length: 10 }, () => 'reload'));
  });

  it('asks about a page that hangs, once at a time, and ends it only when told to', async () => {
    const waiting = watch(0);
    waiting.emitContents('unresponsive');
    waiting.emitContents('unresponsive');
    await vi.runAllTimersAsync();
    expect([waiting.asked.length, waiting.deeds]).toStrictEqual([1, []]);

    const impatient = watch(1);
    impatient.emitContents('unresponsive');
    await vi.runAllTimersAsync();
    expect(impatient.deeds).toStrictEqual(['crash']);
    expect(impatient.asked).toMatchObject([{ defaultId: 0, cancelId: 0 }]);
  });

  it('notes a broken preload and a page that did not load', () => {
    const { emitContents, log } = watch();
    emitContents('preload-error', {}, '/preload.cjs', new SyntaxError('x'));
    emitContents('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://bundle/', true);
    expect(log.lines).toMatchObject([
      ['preload-error', { error: 'SyntaxError' }],
      ['page-not-loaded', { errorCode: -6, isMainFrame: true }],
    ]);
  });
});
