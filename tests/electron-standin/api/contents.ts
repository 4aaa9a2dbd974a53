import { randomBytes } from 'node:crypto';
import { lifecycle, standinApp } from './app.ts';
import { acceleratorsOf } from './accelerators.ts';
import { messageFor, receiveInvoke, receiveSend } from './contentsIpc.ts';
import { asElectron, electronEvent } from './guard.ts';
import { type Handlers, StandinIpcMain } from './ipcMain.ts';
import { StandinMenu } from './menu.ts';
import { refresh, StandinNavigationHistory } from './navigationHistory.ts';
import { type LoadedPreload, loadPreload, preloadProcess } from './preload.ts';
import { contentsById } from './registry.ts';
import { frameOf, StandinFrame } from './webFrame.ts';
import { StandinWebContents } from './webContents.ts';
import type { WantedNavigation } from '../engine/network.ts';
import { Page, type PageOwner } from '../engine/page.ts';
import { runtime } from '../engine/runtime.ts';
import { schemes } from '../engine/schemes.ts';
import type { MainMessage, PageMessage } from '../page/messages.ts';
import { say } from '../say.ts';

/** What a page needs of the window it fills. */
export interface HostWindow {
  readonly size: Electron.Size;
  face(): Electron.BrowserWindow;
  close(): void;
  painted(): void;
  /** Its page refused to be unloaded. */
  stays(): void;
  titleChanged(title: string): void;
  gone(): void;
  openChild(options: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow;
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

let lastId = 0;

/** What stands between a page and its `webContents`: turns what happens into Electron's events. */
export class Contents implements PageOwner {
  readonly id: number;
  readonly page: Page;
  readonly host: HostWindow;
  /** The fake itself, to emit on; {@link webContents} is the same under Electron's type. */
  readonly face: StandinWebContents;
  readonly webContents: Electron.WebContents;
  readonly handlers: Handlers = new Map();
  readonly ipc: StandinIpcMain;
  readonly history: StandinNavigationHistory;
  url = '';
  title = '';
  isLoading = false;
  isCrashed = false;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  private readonly preload: LoadedPreload;

  constructor(host: HostWindow, preferences: Electron.WebPreferences) {
    lastId += 1;
    this.id = lastId;
    this.host = host;
    this.preload = loadPreload(preferences.preload);
    const { driven, visible } = runtime();
    const menu = acceleratorsOf(StandinMenu.getApplicationMenu());
    this.page = new Page(
      {
        size: host.size,
        preload: this.preload.source,
        process: preloadProcess(preferences),
        // Driven, real Electron's menu does not see the tool's key presses either.
        accelerators: visible && !driven ? [...menu.keys()] : [],
        secret: randomBytes(12).toString('hex'),
        answersDialogs: !driven && !visible,
      },
      this,
    );
    this.ipc = new StandinIpcMain('webContents.ipc', this.handlers);
    this.history = new StandinNavigationHistory(this.page);
    this.face = new StandinWebContents(this);
    this.webContents = asElectron<Electron.WebContents, StandinWebContents>(this.face);
    contentsById.set(this.id, this);
    standinApp.emit('web-contents-created', electronEvent(), this.webContents);
  }

  /** Sends to the preload; nothing happens where it has none. */
  send(channel: string, args: readonly unknown[]): void {
    this.page.post(messageFor(channel, args));
  }

  /** The top frame while it shows the address; `href` is the page's name of it. */
  frameAt(href: string): Electron.WebFrameMain {
    return frameOf(new StandinFrame(schemes.toApp(href), this.id, this.page));
  }

  /** Asks the application about a navigation the page wants; false where it was vetoed. */
  mayNavigate({ url, isMainFrame, isRedirect }: WantedNavigation): boolean {
    const frame = isMainFrame ? this.frameAt(this.url) : null;
    const event = electronEvent({ url, isSameDocument: false, isMainFrame, frame });
    if (isRedirect) this.face.emit('will-redirect', event, url, false, isMainFrame);
    else {
      this.face.emit('will-frame-navigate', event);
      if (isMainFrame && !event.defaultPrevented) this.face.emit('will-navigate', event, url);
    }
    return !event.defaultPrevented;
  }

  message(message: PageMessage, reply: (answer: MainMessage) => void): void {
    switch (message.type) {
      case 'send':
        receiveSend(this, message);
        return;
      case 'invoke':
        void receiveInvoke(this, message, reply);
        return;
      case 'preloadError':
        this.preloadFailed(Object.assign(new Error(message.message), { stack: message.stack }));
        return;
      case 'close':
        this.host.close();
        return;
      case 'open':
        this.openWanted(schemes.toApp(message.url), message.frameName, message.features);
        return;
      case 'accelerator':
        this.acceleratorPressed(message.keys);
        return;
      default:
        message satisfies never;
    }
  }

  navigated(url: string, withinDocument: boolean): void {
    this.url = url;
    this.isCrashed = false;
    this.history[refresh]();
    if (withinDocument) this.face.emit('did-navigate-in-page', electronEvent(), url, true);
    else {
      this.face.emit('did-navigate', electronEvent(), url, 200, 'OK');
      if (this.preload.error) this.preloadFailed(this.preload.error);
    }
  }

  startedLoading(): void {
    this.isLoading = true;
    this.face.emit('did-start-loading');
  }

  stoppedLoading(): void {
    this.isLoading = false;
    this.face.emit('did-stop-loading');
  }

  domReady(): void {
    this.face.emit('dom-ready', electronEvent());
  }

  loaded(): void {
    this.face.emit('did-finish-load', electronEvent());
  }

  painted(): void {
    this.host.painted();
  }

  titleChanged(title: string): void {
    this.title = title;
    this.host.titleChanged(title);
  }

  openWanted(url: string, frameName: string, features: string): void {
    const details = { url, frameName, features, disposition: 'foreground-tab' as const };
    const referrer = { url: this.url, policy: 'strict-origin-when-cross-origin' as const };
    const answer = this.openHandler({ ...details, referrer });
    if (answer.action === 'deny') return;
    const options = answer.overrideBrowserWindowOptions ?? {};
    const window = this.host.openChild(options);
    window.loadURL(url).catch((error: unknown) => say(error));
    this.face.emit('did-create-window', window, { ...details, referrer, options });
  }

  console(
    level: 'debug' | 'info' | 'warning' | 'error',
    message: string,
    sourceId: string,
    lineNumber: number,
  ): void {
    const frame = this.frameAt(this.url);
    this.face.emit(
      'console-message',
      electronEvent({ level, message, lineNumber, sourceId, frame }),
    );
  }

  unloadPrevented(): boolean {
    const event = electronEvent();
    this.face.emit('will-prevent-unload', event);
    if (!event.defaultPrevented) {
      lifecycle.cancelQuit();
      this.host.stays();
    }
    return event.defaultPrevented;
  }

  crashed(): void {
    this.isCrashed = true;
    const details = { reason: 'crashed', exitCode: 11 };
    this.face.emit('render-process-gone', electronEvent(), details);
    standinApp.emit('render-process-gone', electronEvent(), this.webContents, details);
  }

  gone(): void {
    contentsById.delete(this.id);
    this.face.emit('destroyed');
    this.host.gone();
  }

  private preloadFailed(error: Error): void {
    say(`the preload ${this.preload.path} failed:`, error);
    this.face.emit('preload-error', electronEvent(), this.preload.path, error);
  }

  private acceleratorPressed(keys: string): void {
    const item = acceleratorsOf(StandinMenu.getApplicationMenu()).get(keys);
    item?.click({ triggeredByAccelerator: true }, this.host.face(), this.webContents);
  }
}
