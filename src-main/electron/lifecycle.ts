import type { BrowserWindow } from 'electron/main';
import type { Log } from './log.ts';
import type { ElectronParts } from './ports.ts';

/** How far the end has come: nothing new begins while it closes. */
export type Phase = 'running' | 'closing' | 'leaving';

/** What starting, ending and coming back need. */
export interface LifecyclePorts {
  readonly electron: Pick<ElectronParts, 'app' | 'powerMonitor'>;
  readonly platform: NodeJS.Platform;
  readonly window: () => BrowserWindow | undefined;
  /** Shows the window, or opens one where there is none. */
  readonly show: () => void;
  /** Lets the page save what was just typed; bounded. */
  readonly flushPage: () => Promise<unknown>;
  /** Makes a backup and closes the workspace; bounded. */
  readonly closeStore: () => Promise<void>;
  /** The same without waiting for an answer. */
  readonly closeStoreNow: () => void;
  /** Last work after the workspace is closed: clear copies, memory, log; bounded. */
  readonly tidy: () => Promise<void>;
  readonly log: Log;
}

/** The application's way from running to its end. */
export interface Lifecycle {
  readonly phase: () => Phase;
  /** Watches a window's closing; called once for every window. */
  readonly attach: (window: BrowserWindow) => void;
}

/** After Windows says that the session ends, the process may live this long. Milliseconds. */
const SESSION_END_GRACE_MS = 500;

/** Makes every way out the same one: the page saves, the workspace closes, then the application quits. */
export function manageLifecycle(ports: LifecyclePorts): Lifecycle {
  const { electron, platform, log } = ports;
  const { app, powerMonitor } = electron;
  let phase: Phase = 'running';

  const leave = (): void => {
    phase = 'leaving';
    // From a later turn: Electron loses a quit that is asked for while it still handles one.
    setImmediate(() => app.quit());
  };

  const closeInOrder = async (): Promise<void> => {
    phase = 'closing';
    log.write('closing');
    await ports.flushPage();
    ports.window()?.hide(); // the person is done; what follows takes no screen
    await ports.closeStore();
    await ports.tidy();
  };

  app.on('before-quit', (event) => {
    if (phase === 'leaving') return;
    event.preventDefault();
    if (phase === 'running') void closeInOrder().finally(leave);
  });

  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });

  app.on('activate', () => {
    if (phase === 'running') ports.show();
  });

  // Holding the quit back now would hold back the whole system; every save is on the disk already.
  powerMonitor.on('shutdown', () => {
    ports.closeStoreNow();
    leave();
  });

  const attach = (window: BrowserWindow): void => {
    window.on('close', (event) => {
      if (phase === 'leaving') return;
      event.preventDefault();
      if (platform !== 'darwin') return app.quit();
      // On a Mac the application stays in the Dock without its window.
      if (phase === 'running') void ports.flushPage().finally(() => window.destroy());
    });
    window.on('session-end', () => {
      ports.closeStoreNow();
      phase = 'leaving';
      log.flushNow();
      waitHere(SESSION_END_GRACE_MS);
    });
  };

  return { phase: () => phase, attach };
}

/** Blocks this thread while the store's own thread closes: Windows ends the process when the event returns. */
function waitHere(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
