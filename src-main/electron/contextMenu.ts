import type { BrowserWindow, ContextMenuParams, MenuItemConstructorOptions } from 'electron/main';
import { messages } from './messages.ts';
import type { ElectronParts } from './ports.ts';

/** What a right click offers: editing in fields, copying of marked text, else nothing. */
export function contextMenuTemplate({
  isEditable,
  selectionText,
  editFlags,
}: Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'editFlags'
>): MenuItemConstructorOptions[] {
  const { menu } = messages;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: menu.copy,
    enabled: editFlags.canCopy,
  };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'undo', label: menu.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: menu.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll },
  ];
}

/** Gives a window the context menu that Electron does not bring along. */
export function addContextMenu(window: BrowserWindow, Menu: ElectronParts['Menu']): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = contextMenuTemplate(params);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
