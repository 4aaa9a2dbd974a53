import { mkdirSync } from 'node:fs';
import { APP_SCHEME } from './address.ts';
import { errorFields, type Log } from './log.ts';
import { messages } from './messages.ts';
import type { Paths } from './paths.ts';
import type { ElectronParts } from './ports.ts';

/** Windows groups windows and shows notifications by it; the same as `appId` in electron-builder.yml. */
export const APP_ID = 'pl.strefownik.app';

/** What happens when somebody starts the application a second time. */
export interface SecondStart {
  /** Replaced by boot once there is a window to show. */
  show: () => void;
}

/**
 * Everything that must be said to Electron before it is ready, in the order it must be said.
 * @returns null when this process must end: another one has this data folder, or it cannot be written
 */
export function prepareElectron(
  electron: Pick<ElectronParts, 'app' | 'dialog' | 'Menu' | 'protocol'>,
  paths: Pick<Paths, 'userData' | 'session'>,
  log: Log,
): SecondStart | null {
  const { app, dialog, Menu, protocol } = electron;
  try {
    mkdirSync(paths.session, { recursive: true }); // setPath throws where there is no folder
    app.setPath('sessionData', paths.session);
  } catch (error) {
    log.write('data-folder-not-writable', errorFields(error));
    dialog.showErrorBox(messages.noDataFolderTitle, messages.noDataFolderDetail(paths.userData));
    app.exit(1);
    return null;
  }
  app.setAppUserModelId(APP_ID);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  Menu.setApplicationMenu(null); // spares building the English default menu
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return null;
  }
  const secondStart: SecondStart = { show: () => undefined };
  app.on('second-instance', () => secondStart.show());
  return secondStart;
}
