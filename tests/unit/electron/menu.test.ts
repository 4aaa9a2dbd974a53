import type { MenuItemConstructorOptions } from 'electron/main';
import { describe, expect, it } from 'vitest';
import { contextMenuTemplate } from '../../../src-main/electron/contextMenu.ts';
import { menuTemplate } from '../../../src-main/electron/menu.ts';

const actions = {
  lock: () => undefined,
  showWorkspace: () => undefined,
  showLog: () => undefined,
  about: () => undefined,
};

/** Shortcuts that Electron gives a role by itself (lib/browser/api/menu-item-roles.ts). */
const ROLE_SHORTCUTS: Readonly<Record<string, string>> = {
  undo: 'CmdOrCtrl+Z',
  redo: 'Shift+CmdOrCtrl+Z',
  cut: 'CmdOrCtrl+X',
  copy: 'CmdOrCtrl+C',
  paste: 'CmdOrCtrl+V',
  selectall: 'CmdOrCtrl+A',
  resetzoom: 'CmdOrCtrl+0',
  zoomin: 'CmdOrCtrl+Plus',
  zoomout: 'CmdOrCtrl+-',
  minimize: 'CmdOrCtrl+M',
  close: 'CmdOrCtrl+W',
  quit: 'CmdOrCtrl+Q',
  reload: 'CmdOrCtrl+R',
  hide: 'Command+H',
  hideothers: 'Command+Alt+H',
  togglefullscreen: 'F11',
};

function itemsOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : []),
  ]);
}

function shortcutOf({ role, accelerator }: MenuItemConstructorOptions): string[] {
  const shortcut = accelerator ?? ROLE_SHORTCUTS[role?.toLowerCase() ?? ''];
  if (typeof shortcut !== 'string') return [];
  return [
    shortcut
      .replace(/CmdOrCtrl|Ctrl|Command/, 'Mod')
      .split('+')
      .toSorted()
      .join('+'),
  ];
}

const platforms = ['linux', 'win32', 'darwin'] as const;

describe.each(platforms)('the menu on %s', (platform) => {
  const items = [false, true].map((isPackaged) =>
    itemsOf(menuTemplate({ platform, isPackaged, actions })),
  );

  it('names every item in Polish', () => {
    for (const all of items) {
      const nameless = all.filter(({ type, label }) => type !== 'separator' && !label);
      expect(nameless).toStrictEqual([]);
    }
    const english = /\b(undo|redo|cut|copy|paste|quit|close|zoom|window|help|view|edit|file)\b/i;
    expect(items.flat().filter(({ label }) => english.test(label ?? ''))).toStrictEqual([]);
  });

  it('gives no shortcut twice and none on Ctrl+Alt', () => {
    for (const all of items) {
      const shortcuts = all.flatMap(shortcutOf);
      expect(shortcuts.filter((one, index) => shortcuts.indexOf(one) !== index)).toStrictEqual([]);
      const own = all.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []));
      expect(own.filter((one) => /Alt|Option/.test(one))).toStrictEqual([]);
    }
  });

  it('keeps tools for developers out of the packaged application', () => {
    const [loose, packed] = items.map((all) => all.map(({ role }) => role));
    expect(loose).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(packed).not.toEqual(expect.arrayContaining(['toggleDevTools']));
    expect(packed).not.toEqual(expect.arrayContaining(['reload']));
  });

  it('uses no role that would build an English submenu', () => {
    const composite = ['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'shareMenu'];
    expect(items.flat().filter(({ role }) => composite.includes(role ?? ''))).toStrictEqual([]);
  });
});

describe('the context menu', () => {
  const editFlags = {
    canUndo: true,
    canRedo: false,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canDelete: true,
    canSelectAll: true,
    canEditRichly: false,
  };
  const labels = (template: MenuItemConstructorOptions[]): string[] =>
    template.flatMap(({ label }) => label ?? []);

  it('edits in a field, copies marked text, and is absent elsewhere', () => {
    const menus = [
      { isEditable: true, selectionText: '', editFlags },
      { isEditable: false, selectionText: 'Gołdap', editFlags },
      { isEditable: false, selectionText: ' ', editFlags },
    ].map((params) => labels(contextMenuTemplate(params)));
    expect(menus).toStrictEqual([
      ['Cofnij', 'Ponów', 'Wytnij', 'Kopiuj', 'Wklej', 'Zaznacz wszystko'],
      ['Kopiuj'],
      [],
    ]);
  });
});
