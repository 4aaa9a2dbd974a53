import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { shell } from 'electron/common';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
} from 'electron/main';
import { prepareElectron } from './electron/beforeReady.ts';
import { installFatalEnd } from './electron/fatal.ts';
import { createLog } from './electron/log.ts';
import { pathsOf } from './electron/paths.ts';
import type { ElectronParts } from './electron/ports.ts';
import { secureEverything } from './electron/security.ts';

/** Everything that must happen before `ready`; the rest is loaded with boot. */
function start(electron: ElectronParts): void {
  const paths = pathsOf({
    userData: app.getPath('userData'),
    home: app.getPath('home'),
    appPath: app.getAppPath(),
    isPackaged: app.isPackaged,
    resourcesPath: process.resourcesPath,
    argv: process.argv,
    absolute: (named) => resolve(named), // the one look at the folder we were started in
    built: import.meta.dirname,
  });
  const log = createLog({ folder: paths.logs, now: Date.now });
  const { fatal, lastWishes } = installFatalEnd({
    process,
    electron,
    log,
    logsFolder: paths.logs,
  });
  const secondStart = prepareElectron(electron, paths, log);
  if (!secondStart) return;
  const secureSession = secureEverything(app, log);
  enableCompileCache(paths.compileCache);

  app
    .whenReady()
    .then(() => import('./boot.ts'))
    .then(({ boot, spawnBuiltStore }) =>
      boot({
        electron,
        paths,
        log,
        platform: process.platform,
        versions: process.versions,
        clock: {
          now: Date.now,
          elapsed: () => performance.now(),
          every: (milliseconds, run) => {
            const timer = setInterval(run, milliseconds);
            return () => clearInterval(timer);
          },
        },
        spawnStore: (data) => spawnBuiltStore(data, paths.compileCache),
        secureSession,
        secondStart,
        lastWishes,
      }),
    )
    .catch(fatal);
}

start({
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
});
