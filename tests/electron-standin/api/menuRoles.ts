import { notImplemented } from './guard.ts';

type Role = NonNullable<Electron.MenuItemConstructorOptions['role']>;

interface RoleModel {
  /** Electron's own English label; the application should give its own. */
  readonly label: string;
  readonly accelerator?: string;
  readonly run?: (window: Electron.BaseWindow) => void;
}

/** Electron's zoom step per level. */
const ZOOM_STEP = 0.5;

const contents = (window: Electron.BaseWindow): Electron.WebContents | undefined => {
  const found: unknown = 'webContents' in window ? window.webContents : undefined;
  // Every window of the stand-in is a BrowserWindow.
  return found as Electron.WebContents | undefined;
};

const zoom =
  (by: (level: number) => number) =>
  (window: Electron.BaseWindow): void => {
    const target = contents(window);
    target?.setZoomLevel(by(target.getZoomLevel()));
  };

/** What Electron's menu does by itself for a role, as on Linux; roles that need no window have none. */
const ROLES: Readonly<Partial<Record<Role, RoleModel>>> = {
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', run: (w) => contents(w)?.undo() },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', run: (w) => contents(w)?.redo() },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', run: (w) => contents(w)?.cut() },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', run: (w) => contents(w)?.copy() },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', run: (w) => contents(w)?.paste() },
  delete: { label: 'Delete', run: (w) => contents(w)?.delete() },
  selectAll: {
    label: 'Select All',
    accelerator: 'CommandOrControl+A',
    run: (w) => contents(w)?.selectAll(),
  },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (w) => contents(w)?.reload() },
  forceReload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (w) => contents(w)?.reloadIgnoringCache(),
  },
  toggleDevTools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    run: (w) => contents(w)?.toggleDevTools(),
  },
  resetZoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', run: zoom(() => 0) },
  zoomIn: {
    label: 'Zoom In',
    accelerator: 'CommandOrControl+Plus',
    run: zoom((level) => level + ZOOM_STEP),
  },
  zoomOut: {
    label: 'Zoom Out',
    accelerator: 'CommandOrControl+-',
    run: zoom((level) => level - ZOOM_STEP),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: (w) => w.setFullScreen(!w.isFullScreen()),
  },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', run: (w) => w.minimize() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', run: (w) => w.close() },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q' },
  about: { label: 'About' },
  help: { label: 'Help' },
  window: { label: 'Window' },
};

/** @throws Error for a role the stand-in does not have */
function modelOf(role: Role): RoleModel {
  const model = ROLES[role];
  if (!model) throw notImplemented(`the menu role ${role}`);
  return model;
}

/** The label Electron gives an item that has a role and no label. */
export function labelOfRole(role: Role): string {
  return modelOf(role).label;
}

/** The keys Electron gives an item that has a role and no accelerator. */
export function roleAccelerator(role: Role): string | null {
  return modelOf(role).accelerator ?? null;
}

let quit: () => void = () => undefined;

/** Says how the role `quit` quits. */
export function setQuitRole(run: () => void): void {
  quit = run;
}

let focusedWindow: () => Electron.BaseWindow | null = () => null;

/** Says which window a role acts on when none is given. */
export function setFocusedWindow(find: () => Electron.BaseWindow | null): void {
  focusedWindow = find;
}

/** Does what Electron does by itself for a role. */
export function runRole(role: Role, window: Electron.BaseWindow | undefined): void {
  const model = modelOf(role);
  if (role === 'quit') quit();
  const target = window ?? focusedWindow();
  if (target) model.run?.(target);
}
