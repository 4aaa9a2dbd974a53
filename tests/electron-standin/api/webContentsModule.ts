import { StandinBrowserWindow } from './browserWindow.ts';
import { asElectron, guard } from './guard.ts';
import { contentsById } from './registry.ts';

const fake = guard('webContents', {
  getAllWebContents: () => [...contentsById.values()].map((contents) => contents.webContents),
  getFocusedWebContents: () => StandinBrowserWindow.getFocusedWindow()?.webContents ?? null,
  fromId: (id: number) => contentsById.get(id)?.webContents,
  fromDevToolsTargetId: (targetId: string) =>
    [...contentsById.values()].find((contents) => contents.page.targetId === targetId)?.webContents,
});

/** `webContents` under Electron's type. */
export const webContents = asElectron<Omit<typeof Electron.WebContents, 'prototype'>, typeof fake>(
  fake,
);
