import { existsSync } from 'node:fs';
import { DeskFailure } from './deskFailure.ts';
import type { ElectronParts } from './ports.ts';

type Shell = Pick<ElectronParts['shell'], 'openPath' | 'showItemInFolder'>;

/** The answer of a call that has nothing to tell. */
export const DONE = { done: true } as const;

/** Marks a file in the system's file manager. @throws {DeskFailure} `file-missing` */
export function showInFolder(path: string, shell: Shell): void {
  if (!existsSync(path)) throw new DeskFailure('file-missing');
  shell.showItemInFolder(path);
}

/** Opens a folder where a file manager takes it, else marks it in the folder above. */
export async function showFolder(path: string, shell: Shell): Promise<void> {
  const refused = await shell.openPath(path);
  if (refused !== '') shell.showItemInFolder(path);
}
