import { menuItems } from './menu.ts';

/** Electron's names of keys that `KeyboardEvent.key` calls otherwise. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  esc: 'escape',
  return: 'enter',
  space: ' ',
  plus: '+',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

const CTRL = [
  'ctrl',
  'control',
  'cmdorctrl',
  'commandorcontrol',
  'cmd',
  'command',
  'meta',
  'super',
];

/** `CmdOrCtrl+Shift+N` -> `ctrl+shift+n`, as the page writes what was pressed. */
export function pressedKeys(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+');
  const last = parts.pop() ?? '';
  const has = (names: readonly string[]): boolean => parts.some((part) => names.includes(part));
  const keys = [
    has(CTRL) && 'ctrl',
    has(['alt', 'option']) && 'alt',
    has(['shift']) && 'shift',
    KEY_NAMES[last] ?? last,
  ];
  return keys.filter((key) => key !== false).join('+');
}

/** Keys that the page leaves to editing, where Chromium does by itself what the role would do. */
const CHROMIUM_DOES = new Set(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'delete']);

/** The application menu's items by the keys that choose them. */
export function acceleratorsOf(menu: Electron.Menu | null): Map<string, Electron.MenuItem> {
  const byKeys = new Map<string, Electron.MenuItem>();
  for (const item of menuItems(menu)) {
    if (item.accelerator !== null && !CHROMIUM_DOES.has(item.role ?? '')) {
      byKeys.set(pressedKeys(item.accelerator), item);
    }
  }
  return byKeys;
}
