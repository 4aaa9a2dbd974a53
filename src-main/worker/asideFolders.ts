import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../domain/calendar.ts';
import { foldersIn } from '../files/copying.ts';

/** How the folders begin that take what could not be backed up before a restore. */
const ASIDE = 'odlozone-';

/** A new name for the folder, in the workspace's own, that takes what could not be backed up. */
export function asideName(now: number): string {
  return `${ASIDE}${instantOf(now).slice(0, 19).replaceAll(':', '-')}`;
}

/** Whether a database lies set aside in a workspace's folder. */
export function hasAsideDatabase(workspaceFolder: string): boolean {
  return foldersIn(workspaceFolder).some(
    (name) => name.startsWith(ASIDE) && existsSync(join(workspaceFolder, name, 'strefownik.db')),
  );
}
