import type * as common from 'electron/common';
import type * as main from 'electron/main';

/**
 * What this room takes from Electron. `main.ts` hands over the real thing and tests hand over fakes,
 * so that no other file imports `electron` at run time.
 */
export type ElectronParts = Pick<
  typeof main,
  | 'app'
  | 'BrowserWindow'
  | 'clipboard'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'nativeTheme'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
> &
  Pick<typeof common, 'shell'>;
