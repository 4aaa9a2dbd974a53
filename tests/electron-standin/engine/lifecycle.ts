import { spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { electronEvent } from '../api/guard.ts';
import { runningBrowser } from './browser.ts';
import { phase } from './phase.ts';
import { runtime } from './runtime.ts';

/** A window as far as quitting is concerned. */
export interface ClosableWindow {
  close(): void;
}

/** How long Chromium may take to end by itself, in milliseconds. */
const PATIENCE = 2000;

/** Quitting, as Electron does it: ask everybody, close the windows, ask once more, leave. */
export class Lifecycle {
  private readonly app: EventEmitter;
  private readonly windows = new Set<ClosableWindow>();
  private relaunchArguments: { file: string; args: readonly string[] } | undefined;

  constructor(app: EventEmitter) {
    this.app = app;
  }

  windowOpened(window: ClosableWindow): void {
    this.windows.add(window);
  }

  windowClosed(window: ClosableWindow): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || phase.leaving === 'exiting') return;
    if (phase.leaving === 'quitting') this.leaveIfAllowed();
    else if (!this.app.emit('window-all-closed')) this.quit();
  }

  /** A window or page refused to close. */
  cancelQuit(): void {
    if (phase.leaving === 'quitting') phase.leaving = 'no';
  }

  quit(): void {
    if (phase.leaving !== 'no') return;
    const event = electronEvent();
    this.app.emit('before-quit', event);
    if (event.defaultPrevented) return;
    phase.leaving = 'quitting';
    for (const window of this.windows) window.close();
    // The calling script goes on first, as in Electron.
    if (this.windows.size === 0) setImmediate(() => this.leaveIfAllowed());
  }

  /** Leaves without asking anybody. */
  exit(code: number): void {
    if (phase.leaving === 'exiting') return;
    phase.leaving = 'exiting';
    this.app.emit('quit', electronEvent(), code);
    // The calling script goes on first, as in Electron.
    setImmediate(() => void this.end(code));
  }

  /** Starts the application once more when this process ends. */
  relaunch(options: Electron.RelaunchOptions): void {
    this.relaunchArguments = {
      file: options.execPath ?? runtime().executable,
      args: options.args ?? process.argv.slice(1),
    };
  }

  private leaveIfAllowed(): void {
    if (phase.leaving !== 'quitting') return;
    const event = electronEvent();
    this.app.emit('will-quit', event);
    if (event.defaultPrevented) phase.leaving = 'no';
    else this.exit(0);
  }

  private async end(code: number): Promise<void> {
    const chromium = runningBrowser()?.chromium;
    if (chromium) {
      chromium.pipe.send('Browser.close', {}).catch(() => undefined);
      const timeout = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await Promise.race([chromium.exited, timeout]);
      chromium.kill();
    }
    if (this.relaunchArguments) {
      const { file, args } = this.relaunchArguments;
      spawn(file, args, { detached: true, stdio: 'inherit' }).unref();
    }
    // Ends worker threads too.
    process.exit(code);
  }
}
