import type { MenuItemConstructorOptions } from 'electron/main';
import { messages } from './messages.ts';

/** What the menu can do besides Electron's own roles. */
export interface MenuActions {
  readonly lock: () => void;
  readonly showWorkspace: () => void;
  readonly showLog: () => void;
  readonly about: () => void;
}

/** What the menu depends on. */
export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Tools for developers are left out of the packaged application. */
  readonly isPackaged: boolean;
  readonly actions: MenuActions;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/**
 * The application's menu. Every role has its Polish label here, because Electron's own are English;
 * nothing is on Ctrl+Alt, which is AltGr and types Polish letters.
 */
export function menuTemplate({ platform, isPackaged, actions }: MenuOptions): Item[] {
  const { menu } = messages;
  const isMac = platform === 'darwin';
  const about: Item = { label: menu.about, click: actions.about };

  const application: Item = {
    label: messages.appName,
    submenu: [
      about,
      SEPARATOR,
      { role: 'services', label: menu.services, submenu: [] },
      SEPARATOR,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.unhide },
      SEPARATOR,
      { role: 'quit', label: menu.quit },
    ],
  };

  const file: Item = {
    label: menu.file,
    submenu: [
      { label: menu.lock, accelerator: 'CmdOrCtrl+Shift+L', click: actions.lock },
      { label: menu.showWorkspace, click: actions.showWorkspace },
      SEPARATOR,
      isMac
        ? { role: 'close', label: menu.closeWindow }
        : { role: 'quit', label: menu.quit, accelerator: 'Ctrl+Q' },
    ],
  };

  const edit: Item = {
    label: menu.edit,
    submenu: [
      { role: 'undo', label: menu.undo },
      { role: 'redo', label: menu.redo },
      SEPARATOR,
      { role: 'cut', label: menu.cut },
      { role: 'copy', label: menu.copy },
      { role: 'paste', label: menu.paste },
      // Its usual shortcut on a Mac has Option, which types Polish letters as AltGr does.
      { role: 'pasteAndMatchStyle', label: menu.pastePlain, accelerator: 'CmdOrCtrl+Shift+V' },
      { role: 'delete', label: menu.delete },
      SEPARATOR,
      { role: 'selectAll', label: menu.selectAll },
    ],
  };

  const developer: Item[] = [
    SEPARATOR,
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.developerTools, accelerator: 'F12' },
  ];
  const view: Item = {
    label: menu.view,
    submenu: [
      { role: 'resetZoom', label: menu.actualSize },
      { role: 'zoomIn', label: menu.zoomIn },
      { role: 'zoomOut', label: menu.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: menu.fullScreen },
      ...(isPackaged ? [] : developer),
    ],
  };

  const window: Item = {
    role: 'window',
    label: menu.window,
    submenu: [
      { role: 'minimize', label: menu.minimize },
      ...(isMac
        ? [
            { role: 'zoom', label: menu.zoomWindow } satisfies Item,
            SEPARATOR,
            { role: 'front', label: menu.front } satisfies Item,
          ]
        : []),
    ],
  };

  const help: Item = {
    role: 'help',
    label: menu.help,
    submenu: [
      { label: menu.showLog, click: actions.showLog },
      ...(isMac ? [] : [SEPARATOR, about]),
    ],
  };

  return [...(isMac ? [application] : []), file, edit, view, window, help];
}
