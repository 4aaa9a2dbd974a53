import type { BrowserWindow } from 'electron/main';
import type { DeskCallName, Handlers } from '../contract/contract.ts';
import { filesDesk } from './deskFiles.ts';
import { keysDesk } from './deskKeys.ts';
import type { DeskMemoryFile } from './deskMemory.ts';
import { reportsDesk } from './deskReports.ts';
import type { Keychain } from './keychain.ts';
import type { Locking } from './locking.ts';
import type { Log } from './log.ts';
import type { Paths } from './paths.ts';
import type { ElectronParts } from './ports.ts';
import { DONE, showFolder } from './showing.ts';
import type { StoreLink } from './storeLink.ts';
import { backgroundColour } from './window.ts';

/** What the desk works with. */
export interface DeskPorts {
  /** Dialogs and shell are called on these objects, so that a test can put its own answer in their place. */
  readonly electron: Pick<ElectronParts, 'app' | 'clipboard' | 'dialog' | 'nativeTheme' | 'shell'>;
  readonly store: Pick<StoreLink, 'ask'>;
  readonly memory: DeskMemoryFile;
  readonly keychain: Keychain;
  readonly locking: Pick<Locking, 'lock' | 'hasLocked' | 'enterRoom' | 'leaveRoom'>;
  readonly paths: Pick<Paths, 'workspace' | 'outgoing' | 'logs'>;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly window: () => BrowserWindow | undefined;
  readonly log: Log;
}

/** Answers the calls that need a window, a dialog, the keychain or another program. */
export function createDesk(ports: DeskPorts): Handlers<DeskCallName> {
  const { electron, memory, paths, versions } = ports;
  const { app, clipboard, nativeTheme, shell } = electron;

  return {
    ...reportsDesk(ports),
    ...keysDesk(ports),
    ...filesDesk(ports),

    'workspace.showFolder': async () => {
      await showFolder(paths.workspace, shell);
      return DONE;
    },

    'app.about': () => ({
      version: app.getVersion(),
      electron: versions['electron'] ?? '',
      chrome: versions['chrome'] ?? '',
      node: versions['node'] ?? '',
      folder: paths.workspace,
      outgoingFolder: paths.outgoing,
    }),

    'appearance.apply': ({ appearance }) => {
      nativeTheme.themeSource = appearance;
      memory.change({ appearance });
      ports.window()?.setBackgroundColor(backgroundColour(nativeTheme));
      return DONE;
    },

    'clipboard.copy': async ({ text }) => {
      await clipboard.writeText(text);
      return DONE;
    },
  };
}
