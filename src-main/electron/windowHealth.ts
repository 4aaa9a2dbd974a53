import type { BrowserWindow } from 'electron/main';
import { errorFields, type Log } from './log.ts';
import { messages } from './messages.ts';
import type { ElectronParts } from './ports.ts';

/** A page that keeps dying is reloaded this often within {@link WHILE_MS}, then given up. */
const RELOADS = 3;
const WHILE_MS = 60_000;

/** What watching a window needs. */
export interface HealthPorts {
  readonly dialog: ElectronParts['dialog'];
  readonly log: Log;
  readonly now: () => number;
  /** The page cannot be kept alive: the person was told, the application should end. */
  readonly giveUp: () => void;
}

/** Watches over the window's page: reloads it when it dies, asks when it hangs, notes a broken preload. */
export function watchWindow(window: BrowserWindow, ports: HealthPorts): void {
  const { dialog, log, now, giveUp } = ports;
  const { webContents } = window;
  let deaths: number[] = [];

  const giveUpAloud = async (): Promise<void> => {
    try {
      await dialog.showMessageBox({
        type: 'error',
        title: messages.appName,
        message: messages.pageGoneTitle,
        detail: messages.pageGoneDetail,
        buttons: [messages.close],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
    } finally {
      giveUp();
    }
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write('page-gone', { reason, exitCode });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    deaths = [...deaths.filter((at) => now() - at < WHILE_MS), now()];
    if (deaths.length <= RELOADS) webContents.reload();
    else giveUpAloud().catch((error: unknown) => log.write('no-dialog', errorFields(error)));
  });

  webContents.on('preload-error', (_event, _path, error) => {
    log.write('preload-error', errorFields(error));
  });

  webContents.on('did-fail-load', (_event, errorCode, _description, _url, isMainFrame) => {
    log.write('page-not-loaded', { errorCode, isMainFrame });
  });

  let asking = false;
  const askAboutHanging = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: messages.appName,
      message: messages.hangingTitle,
      detail: messages.hangingDetail,
      buttons: [messages.wait, messages.reloadWindow],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response !== 1 || window.isDestroyed()) return;
    webContents.forcefullyCrashRenderer(); // its end reloads it, above
  };
  webContents.on('unresponsive', () => {
    log.write('page-hangs');
    if (asking) return;
    asking = true;
    askAboutHanging()
      .catch((error: unknown) => log.write('no-dialog', errorFields(error)))
      .finally(() => {
        asking = false;
      });
  });
}
