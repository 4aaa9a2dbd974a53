import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron/main';
import type { Log, LogFields } from '../../../src-main/electron/log.ts';
import type { DeskMemory, DeskMemoryFile } from '../../../src-main/electron/deskMemory.ts';

/**
 * A fake of one of Electron's objects: has the given members, and throws by name for any other,
 * so that a test cannot pass on something that was never there.
 */
export function fake<Thing extends object>(name: string, members: object): Thing {
  const target: object = members;
  const proxy = new Proxy(target, {
    get(object, key) {
      if (key in object) return Reflect.get(object, key);
      if (key === 'then') return undefined; // a promise asks every value whether it is one
      throw new Error(`fake ${name} has no ${String(key)}`);
    },
  });
  return proxy as Thing; // the one place where a part is taken for the whole
}

/** An event emitter with members, as most of Electron's objects are. */
export function fakeEmitter<Members extends object>(members: Members): EventEmitter & Members {
  return Object.assign(new EventEmitter(), members);
}

/** An event that can be prevented. */
export function makeEvent(): { readonly preventDefault: () => void; prevented: boolean } {
  const event = {
    prevented: false,
    preventDefault: () => {
      event.prevented = true;
    },
  };
  return event;
}

/** A log that keeps its lines. */
export function makeLog(): Log & { readonly lines: [event: string, fields: LogFields][] } {
  const lines: [string, LogFields][] = [];
  return {
    lines,
    write: (event, fields = {}) => void lines.push([event, fields]),
    flush: () => Promise.resolve(),
    flushNow: () => undefined,
  };
}

/** A desk memory that keeps nothing on a disk. */
export function makeMemory(part: Partial<DeskMemory> = {}): DeskMemoryFile {
  let memory: DeskMemory = {
    bounds: null,
    maximized: false,
    appearance: 'system',
    saveFolder: null,
    lockMinutes: 15,
    ...part,
  };
  return {
    current: () => memory,
    change: (change) => {
      memory = { ...memory, ...change };
    },
    flush: () => Promise.resolve(),
  };
}

/** What was done to a fake window, in order. */
export interface FakeWindow {
  readonly window: BrowserWindow;
  readonly contents: WebContents;
  /** Emits an event of the window itself. */
  readonly emit: (event: string, ...args: unknown[]) => void;
  /** Emits an event of its page. */
  readonly emitContents: (event: string, ...args: unknown[]) => void;
  readonly deeds: string[];
  readonly sent: unknown[][];
}

let lastContentsId = 0;

/** A window that only remembers what was asked of it; `page`: more that its page can do. */
export function makeFakeWindow(page: object = {}): FakeWindow {
  const deeds: string[] = [];
  const sent: unknown[][] = [];
  lastContentsId += 1;
  const contentsEmitter = fakeEmitter({
    id: lastContentsId,
    send: (...args: unknown[]) => void sent.push(args),
    reload: () => void deeds.push('reload'),
    executeJavaScript: () => {
      deeds.push('flush page');
      return Promise.resolve();
    },
    forcefullyCrashRenderer: () => void deeds.push('crash'),
    ...page,
  });
  let destroyed = false;
  let visible = false;
  const windowEmitter = fakeEmitter({
    webContents: fake<WebContents>('webContents', contentsEmitter),
    isDestroyed: () => destroyed,
    isVisible: () => visible,
    isMinimized: () => false,
    isMaximized: () => false,
    getNormalBounds: () => ({ x: 1, y: 2, width: 1000, height: 700 }),
    maximize: () => void deeds.push('maximize'),
    focus: () => void deeds.push('focus'),
    show: () => {
      visible = true;
      deeds.push('show');
      windowEmitter.emit('show');
    },
    hide: () => {
      visible = false;
      deeds.push('hide');
    },
    setBackgroundColor: (colour: string) => void deeds.push(`colour ${colour}`),
    loadURL: (url: string) => {
      deeds.push(`load ${url}`);
      return Promise.resolve();
    },
    destroy: () => {
      destroyed = true;
      deeds.push('destroy');
      windowEmitter.emit('closed');
    },
  });
  return {
    window: fake<BrowserWindow>('window', windowEmitter),
    contents: fake<WebContents>('webContents', contentsEmitter),
    emit: (event, ...args) => void windowEmitter.emit(event, ...args),
    emitContents: (event, ...args) => void contentsEmitter.emit(event, ...args),
    deeds,
    sent,
  };
}
