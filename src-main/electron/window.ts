import type { BrowserWindow, Rectangle, WebPreferences } from 'electron/main';
import type { DeskMemoryFile } from './deskMemory.ts';
import { messages } from './messages.ts';
import type { ElectronParts } from './ports.ts';

/** Smaller than this the places do not fit. Device-independent pixels. */
export const SMALLEST = { width: 900, height: 600 };
/** Size of the very first window, where the display has room for it. */
const FIRST = { width: 1280, height: 820 };
/** A page that takes longer to draw is shown anyway. */
const SHOW_AFTER_MS = 2_000;
/** `--paper` of the renderer's tokens, so that the window does not flash before its first paint. */
const PAPER = { light: '#f4f1eb', dark: '#141716' };

/** The only place where the rights of a page are made; a test looks for another one. */
export function webPreferencesOf(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
    v8CacheOptions: 'bypassHeatCheck',
  };
}

/** Fits remembered bounds into the part of a display where windows may be; at least the smallest size if it has room. */
export function fitIntoDisplay(bounds: Rectangle, workArea: Rectangle): Rectangle {
  const width = Math.min(Math.max(bounds.width, SMALLEST.width), workArea.width);
  const height = Math.min(Math.max(bounds.height, SMALLEST.height), workArea.height);
  const between = (value: number, low: number, high: number): number =>
    Math.round(Math.min(Math.max(value, low), high));
  return {
    x: between(bounds.x, workArea.x, workArea.x + workArea.width - width),
    y: between(bounds.y, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

/** Bounds of the window to open: where it was, else in the middle of the main display. */
function boundsToOpen(screen: ElectronParts['screen'], kept: Rectangle | null): Rectangle {
  if (kept) return fitIntoDisplay(kept, screen.getDisplayMatching(kept).workArea);
  const { workArea } = screen.getPrimaryDisplay();
  return fitIntoDisplay(
    {
      x: workArea.x + (workArea.width - FIRST.width) / 2,
      y: workArea.y + (workArea.height - FIRST.height) / 2,
      ...FIRST,
    },
    workArea,
  );
}

/** The window's colour before the page draws, for the appearance chosen now. */
export function backgroundColour(nativeTheme: ElectronParts['nativeTheme']): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** What a window is made of. */
export interface WindowOptions {
  readonly electron: Pick<ElectronParts, 'app' | 'BrowserWindow' | 'nativeTheme' | 'screen'>;
  readonly memory: DeskMemoryFile;
  readonly preload: string;
  /** A picture file; only Linux takes it from here, the others from the packed application. */
  readonly icon: string;
}

/** Makes the window, still empty and hidden; it shows itself once its page has drawn. */
export function makeWindow({ electron, memory, preload, icon }: WindowOptions): BrowserWindow {
  const { app, BrowserWindow, nativeTheme, screen } = electron;
  const { bounds, maximized } = memory.current();
  const window = new BrowserWindow({
    ...boundsToOpen(screen, bounds),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: messages.appName,
    icon,
    backgroundColor: backgroundColour(nativeTheme),
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferencesOf(preload, app.isPackaged),
  });

  const show = (): void => {
    clearTimeout(fallback);
    if (window.isDestroyed() || window.isVisible()) return;
    if (maximized) window.maximize();
    window.show();
  };
  const fallback = setTimeout(show, SHOW_AFTER_MS);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(fallback));
  window.on('close', () => {
    memory.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  return window;
}

/** Brings the window back to the person: out of the taskbar, to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
