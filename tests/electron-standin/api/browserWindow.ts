import type { Protocol } from '../chromium/protocol.ts';
import { phase } from '../engine/phase.ts';
import { lifecycle, standinApp } from './app.ts';
import { Contents } from './contents.ts';
import { asElectron, electronEvent, guard, type PartOf } from './guard.ts';
import { requireSafePreferences } from './preload.ts';
import { contentsById, windowsById } from './registry.ts';
import { PlacedWindow } from './placedWindow.ts';

let lastId = 0;
/** Id of the window that has the focus; 0 when none has. */
let focusedId = 0;

/** Key of what only dialogs ask of a window. */
export const askInPage = Symbol('askInPage');

/** The fake `BrowserWindow`: a page of Chromium and what a window remembers. */
export class StandinBrowserWindow extends PlacedWindow implements PartOf<Electron.BrowserWindow> {
  readonly id: number;
  readonly webContents: Electron.WebContents;
  private readonly contents: Contents;
  private readonly modal: boolean;
  private parent: Electron.BrowserWindow | null;
  private destroyed = false;
  private painted = false;
  /** True once `close` was emitted, or must not be. */
  private closeIsSettled = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    if (!phase.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    requireSafePreferences(options.webPreferences ?? {});
    super(options, standinApp.name);
    lastId += 1;
    this.id = lastId;
    this.modal = options.modal ?? false;
    this.parent = (options.parent as Electron.BrowserWindow | undefined) ?? null;
    windowsById.set(this.id, this);
    lifecycle.windowOpened(this);
    if (this.visible) focusedId = this.id;
    this.contents = new Contents(this.host(), options.webPreferences ?? {});
    this.webContents = this.contents.webContents;
    standinApp.emit('browser-window-created', electronEvent(), this);
    if (options.fullscreen) this.setFullScreen(true);
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...windowsById.values()].map(toElectron);
  }

  static getFocusedWindow(): Electron.BrowserWindow | null {
    return StandinBrowserWindow.fromId(focusedId);
  }

  static fromId(id: number): Electron.BrowserWindow | null {
    const window = windowsById.get(id);
    return window ? toElectron(window) : null;
  }

  static fromWebContents(webContents: Electron.WebContents): Electron.BrowserWindow | null {
    return contentsById.get(webContents.id)?.host.face() ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(filePath: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.webContents.loadFile(filePath, options);
  }

  reload(): void {
    this.webContents.reload();
  }

  capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return this.webContents.capturePage(rect);
  }

  /** Asks first: the `close` event, then the page's `beforeunload`. */
  close(): void {
    if (this.destroyed) return;
    const event = electronEvent();
    this.emit('close', event);
    if (event.defaultPrevented) lifecycle.cancelQuit();
    else {
      this.closeIsSettled = true;
      this.contents.page.close(true);
    }
  }

  destroy(): void {
    if (this.destroyed) return;
    this.closeIsSettled = true;
    this.contents.page.close(false);
    this.contents.page.gone();
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.visible) return;
    this.visible = true;
    this.enter('normal');
    this.emit('show');
  }

  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.blur();
    this.place({ windowState: 'minimized' });
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    if (focusedId === this.id) return;
    windowsById.get(focusedId)?.blur();
    focusedId = this.id;
    this.webContents.focus();
    this.emit('focus', electronEvent());
    standinApp.emit('browser-window-focus', electronEvent(), this);
  }

  blur(): void {
    if (focusedId !== this.id) return;
    focusedId = 0;
    this.emit('blur', electronEvent());
    standinApp.emit('browser-window-blur', electronEvent(), this);
  }

  isFocused(): boolean {
    return focusedId === this.id;
  }

  isModal(): boolean {
    return this.modal;
  }

  getParentWindow(): Electron.BrowserWindow | null {
    return this.parent;
  }

  setParentWindow(parent: Electron.BrowserWindow | null): void {
    this.parent = parent;
  }

  getChildWindows(): Electron.BrowserWindow[] {
    const self = toElectron(this);
    return StandinBrowserWindow.getAllWindows().filter((other) => other.getParentWindow() === self);
  }

  /** For dialogs of the visible mode: runs a script in the isolated world. */
  [askInPage](script: string): Promise<unknown> {
    return this.contents.page.evaluate(script, { world: 'isolated' });
  }

  private host(): Contents['host'] {
    const size = (): Electron.Size => this.bounds;
    return {
      get size() {
        return size();
      },
      face: () => toElectron(this),
      close: () => this.close(),
      painted: () => {
        if (this.painted) return;
        this.painted = true;
        this.emit('ready-to-show');
      },
      stays: () => {
        this.closeIsSettled = false;
      },
      titleChanged: (title) => {
        const event = electronEvent();
        this.emit('page-title-updated', event, title, true);
        if (!event.defaultPrevented) this.title = title;
      },
      gone: () => this.closed(),
      openChild: (options) => toElectron(new StandinBrowserWindow(options)),
    };
  }

  private closed(): void {
    if (this.destroyed) return;
    // Closed by a person in Chromium's own frame, which asks nobody: too late for a veto.
    if (!this.closeIsSettled) this.emit('close', electronEvent());
    this.destroyed = true;
    windowsById.delete(this.id);
    if (focusedId === this.id) {
      focusedId = [...windowsById.values()].findLast((window) => window.visible)?.id ?? 0;
    }
    this.emit('closed');
    lifecycle.windowClosed(this);
  }

  protected override place(bounds: Protocol.Browser.Bounds): void {
    this.contents.page.setBounds(bounds);
  }
}

/** A window under Electron's type. */
function toElectron(window: StandinBrowserWindow): Electron.BrowserWindow {
  return asElectron<Electron.BrowserWindow, StandinBrowserWindow>(window);
}

const GuardedWindow = guard('BrowserWindow', StandinBrowserWindow);

/** `BrowserWindow` under Electron's type. */
export const BrowserWindow = asElectron<
  Omit<typeof Electron.BrowserWindow, 'prototype'>,
  Omit<typeof StandinBrowserWindow, 'prototype'>
>(GuardedWindow);
