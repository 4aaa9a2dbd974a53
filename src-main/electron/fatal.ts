import type { ElectronParts } from './ports.ts';
import { errorFields, type Log } from './log.ts';
import { messages } from './messages.ts';
import { within } from '../within.ts';

/** What is left to do before a broken process may end; given by boot once there is something. */
export interface LastWishes {
  beforeExit: () => Promise<void>;
}

/** What the end after an error needs. */
export interface FatalPorts {
  readonly process: Pick<NodeJS.Process, 'on'>;
  readonly electron: Pick<ElectronParts, 'app' | 'dialog'>;
  readonly log: Log;
  readonly logsFolder: string;
}

const LAST_WISHES_MS = 3_000;

/**
 * Ends the process in order when an error reaches nobody: notes it, closes the workspace, says it in
 * Polish, exits with 1. Replaces Electron's own English box, after which the process would go on.
 * @returns the same end for errors that boot itself meets, and the wishes to fill in
 */
export function installFatalEnd({ process, electron, log, logsFolder }: FatalPorts): {
  readonly fatal: (error: unknown) => void;
  readonly lastWishes: LastWishes;
} {
  const { app, dialog } = electron;
  const lastWishes: LastWishes = { beforeExit: () => Promise.resolve() };
  let ending = false;

  const tell = async (): Promise<void> => {
    const detail = messages.fatalDetail(logsFolder);
    if (!app.isReady()) return dialog.showErrorBox(messages.fatalTitle, detail);
    await dialog.showMessageBox({
      type: 'error',
      title: messages.appName,
      message: messages.fatalTitle,
      detail,
      buttons: [messages.close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
  };

  const end = async (error: unknown): Promise<void> => {
    log.write('fatal', errorFields(error));
    log.flushNow();
    try {
      await within(LAST_WISHES_MS, lastWishes.beforeExit());
      await tell();
    } finally {
      log.flushNow();
      app.exit(1);
    }
  };

  const fatal = (error: unknown): void => {
    if (ending) return log.write('fatal-again', errorFields(error));
    ending = true;
    end(error).catch(() => app.exit(1));
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  return { fatal, lastWishes };
}
