import { app, lifecycle } from './app.ts';
import { BrowserWindow, StandinBrowserWindow } from './browserWindow.ts';
import { clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { absent } from './guard.ts';
import { ipcMain } from './ipcMain.ts';
import { Menu, MenuItem } from './menu.ts';
import { setFocusedWindow, setQuitRole } from './menuRoles.ts';
import { nativeImage } from './nativeImage.ts';
import { nativeTheme } from './nativeTheme.ts';
import { powerMonitor } from './powerMonitor.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safeStorage.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { webContents } from './webContentsModule.ts';

setQuitRole(() => lifecycle.quit());
setFocusedWindow(() => StandinBrowserWindow.getFocusedWindow());

/** What the stand-in has. */
const present = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
};

/** Everything a main process can import: `electron`, `electron/main` and `electron/common` are one. */
type MainExports = typeof Electron.Main & typeof Electron.Common;

/** What Electron has besides; the compiler keeps this list complete. */
const missing: Readonly<Record<Exclude<keyof MainExports, keyof typeof present>, true>> = {
  autoUpdater: true,
  BaseWindow: true,
  BrowserView: true,
  ClipboardItem: true,
  contentTracing: true,
  crashReporter: true,
  desktopCapturer: true,
  globalShortcut: true,
  ImageView: true,
  inAppPurchase: true,
  IpcMainServiceWorker: true,
  MessageChannelMain: true,
  net: true,
  netLog: true,
  Notification: true,
  powerSaveBlocker: true,
  pushNotifications: true,
  sharedTexture: true,
  ShareMenu: true,
  systemPreferences: true,
  TouchBar: true,
  Tray: true,
  utilityProcess: true,
  View: true,
  WebContentsView: true,
  webFrameMain: true,
  WebSocket: true,
};

/** The exports of the `electron` module by name; those the stand-in lacks throw when they are used. */
export const electronModule: Readonly<Record<keyof MainExports, unknown>> = {
  ...present,
  ...absentOnes(missing),
};

function absentOnes<Name extends string>(
  names: Readonly<Record<Name, true>>,
): Record<Name, object> {
  const entries = Object.keys(names).map((name) => [name, absent(name)]);
  return Object.fromEntries(entries) as Record<Name, object>;
}
