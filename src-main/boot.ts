import { Worker } from 'node:worker_threads';
import type { BrowserWindow, Session, WebContents } from 'electron/main';
import type { DeskCallName, Handlers } from './contract/contract.ts';
import { BROADCAST_CHANNEL, CALL_CHANNEL } from './contract/preloadApi.ts';
import type { StoreWorkerData } from './contract/storeRequests.ts';
import type { WorkspaceStatus } from './contract/workspaceCalls.ts';
import { APP_SCHEME, APP_URL } from './electron/address.ts';
import { createAppProtocol } from './electron/appProtocol.ts';
import type { SecondStart } from './electron/beforeReady.ts';
import { addContextMenu } from './electron/contextMenu.ts';
import { createDesk } from './electron/desk.ts';
import { openDeskMemory } from './electron/deskMemory.ts';
import { createDoor, type DoorPorts } from './electron/door.ts';
import type { LastWishes } from './electron/fatal.ts';
import { flushPage } from './electron/flushPage.ts';
import { createKeychain } from './electron/keychain.ts';
import { manageLifecycle } from './electron/lifecycle.ts';
import { createLocking, type Locking } from './electron/locking.ts';
import { errorFields, type Log } from './electron/log.ts';
import { menuTemplate } from './electron/menu.ts';
import { messages } from './electron/messages.ts';
import { sweepOutgoing } from './electron/outgoing.ts';
import type { Paths } from './electron/paths.ts';
import type { ElectronParts } from './electron/ports.ts';
import type { RoutePorts } from './electron/routes.ts';
import { startStoreLink } from './electron/storeLink.ts';
import { backgroundColour, makeWindow, showWindow } from './electron/window.ts';
import { watchWindow } from './electron/windowHealth.ts';
import { within } from './within.ts';

/** Everything that the running application takes from outside, so that a test can stage it. */
export interface BootPorts {
  readonly electron: ElectronParts;
  readonly paths: Paths;
  readonly log: Log;
  readonly platform: NodeJS.Platform;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly clock: {
    /** Milliseconds since 1970. */
    readonly now: () => number;
    /** Milliseconds since the process started; never jumps. */
    readonly elapsed: () => number;
    /** Runs something again and again; answers with how to stop. */
    readonly every: (milliseconds: number, run: () => void) => () => void;
  };
  /** Starts the store worker. */
  readonly spawnStore: (data: StoreWorkerData) => Worker;
  readonly secureSession: (session: Session) => void;
  readonly secondStart: SecondStart;
  readonly lastWishes: LastWishes;
}

/** The workers stand beside this file in the built application, under fixed names. */
const besideThisFile = (name: string): URL => new URL(name, import.meta.url);

/** Starts the store worker of the built application; it and its own workers inherit the compile cache. */
export function spawnBuiltStore(workerData: StoreWorkerData, compileCache: string): Worker {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  return new Worker(besideThisFile('storeWorker.js'), { name: 'store', workerData, env });
}

function storeWorkerData({ electron, paths }: BootPorts): StoreWorkerData {
  const { workspace, outgoing, backups, resources } = paths;
  return {
    workspaceFolder: workspace,
    outgoingFolder: outgoing,
    backupsFolder: backups,
    resourcesFolder: resources,
    version: electron.app.getVersion(),
    reportWorkerUrl: besideThisFile('reportWorker.js').href,
    upkeepWorkerUrl: besideThisFile('upkeepWorker.js').href,
  };
}

/** Time for the last work after the workspace is closed. Milliseconds. */
const TIDY_MS = 1_000;

/** What the menu's own items work with. */
interface Running {
  readonly desk: Handlers<DeskCallName>;
  readonly locking: Locking;
}

/** Loads the contract's schemas once, and only when they are first wanted. */
function lazyRoutes(ports: RoutePorts): () => ReturnType<DoorPorts['routes']> {
  let routes: ReturnType<DoorPorts['routes']> | undefined;
  return () =>
    (routes ??= import('./electron/routes.ts').then(({ createRoutes }) => createRoutes(ports)));
}

/** Composes the application: the window first, its data beside it, everything else once it is loading. */
export async function boot(ports: BootPorts): Promise<void> {
  const { electron, paths, log, clock } = ports;
  const memory = await openDeskMemory(paths.deskMemory, log);
  electron.nativeTheme.themeSource = memory.current().appearance;
  ports.secureSession(electron.session.defaultSession);
  electron.protocol.handle(APP_SCHEME, createAppProtocol({ root: paths.pages }));

  const { preload, icon } = paths;
  const makeOurs = (): BrowserWindow => makeWindow({ electron, memory, preload, icon });
  let current: BrowserWindow | undefined = makeOurs();
  const window = (): BrowserWindow | undefined => current;
  const sweep = (): Promise<void> => sweepOutgoing(paths.outgoing, clock.now(), log);

  const store = startStoreLink({
    spawn: () => ports.spawnStore(storeWorkerData(ports)),
    onBroadcast: (name, value) => {
      if (name === 'workspace') locking.sawStatus(value as WorkspaceStatus); // our own worker's word
      current?.webContents.send(BROADCAST_CHANNEL, name, value);
    },
    workspaceFolder: paths.workspace,
    log,
    now: clock.elapsed,
  });
  ports.lastWishes.beforeExit = () => store.close({ backup: false });

  const { versions, platform } = ports;
  const flush = (own: number): Promise<boolean> => flushPage(current, door, own);
  const locking = createLocking({
    powerMonitor: electron.powerMonitor,
    store,
    memory,
    flushPage: flush,
    sweep,
    every: clock.every,
    log,
  });
  const { safeStorage } = electron;
  const keychain = createKeychain({ safeStorage, platform, file: paths.keychain, log });
  const desk = createDesk({
    electron,
    store,
    memory,
    keychain,
    locking,
    paths,
    versions,
    window,
    log,
  });
  const routes = lazyRoutes({ desk, store, locking });
  const trusted = (): WebContents | undefined => current?.webContents;
  const door = createDoor({ trusted, routes, log, now: clock.elapsed });
  electron.ipcMain.handle(CALL_CHANNEL, door.answer);

  const show = (): void => {
    if (lifecycle.phase() !== 'running') return;
    if (current) showWindow(current);
    else open(makeOurs());
  };
  const lifecycle = manageLifecycle({
    electron,
    platform,
    window,
    show,
    flushPage: () => flush(0),
    closeStore: () => store.close({ backup: true }),
    closeStoreNow: store.closeNow,
    tidy: async () => {
      await within(TIDY_MS, Promise.all([sweep(), memory.flush()]));
      await within(TIDY_MS, log.flush());
    },
    log,
  });

  const open = (opened: BrowserWindow): void => {
    current = opened;
    opened.once('closed', () => {
      if (current === opened) current = undefined;
      locking.pageGone();
    });
    opened.webContents.on('did-navigate', locking.pageGone);
    opened.once('show', () => log.write('window-shown', { ms: Math.round(clock.elapsed()) }));
    const giveUp = (): void => electron.app.quit();
    watchWindow(opened, { dialog: electron.dialog, log, now: clock.elapsed, giveUp });
    addContextMenu(opened, electron.Menu);
    lifecycle.attach(opened);
    opened.loadURL(APP_URL).catch((error: unknown) => log.write('page-error', errorFields(error)));
  };

  open(current);
  ports.secondStart.show = show;
  electron.nativeTheme.on('updated', () => {
    current?.setBackgroundColor(backgroundColour(electron.nativeTheme));
  });
  // The schemas are made while Chromium loads the page; nothing below is needed for its first paint.
  await routes();
  setMenu(ports, { desk, locking });
  await sweep();
  log.write('started', { ms: Math.round(clock.elapsed()) });
}

/** Puts the Polish menu in place; its own items do what the page's calls do. */
function setMenu({ electron, platform, paths, log }: BootPorts, running: Running): void {
  const { app, dialog, Menu, shell } = electron;
  const { desk, locking } = running;
  const begin = (work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => log.write('menu-error', errorFields(error)));
  };
  const template = menuTemplate({
    platform,
    isPackaged: app.isPackaged,
    actions: {
      lock: () => begin(() => locking.lock(0)),
      showWorkspace: () => begin(async () => desk['workspace.showFolder']({})),
      showLog: () => shell.showItemInFolder(paths.logs),
      about: () =>
        begin(() =>
          dialog.showMessageBox({
            type: 'info',
            title: messages.appName,
            message: messages.about(app.getVersion()),
            detail: messages.aboutDetail,
            buttons: [messages.close],
            defaultId: 0,
            cancelId: 0,
            noLink: true,
          }),
        ),
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
