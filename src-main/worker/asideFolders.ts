import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AsideFolder } from '../contract/safetyCalls.ts';
import { instantOf, type Instant } from '../domain/calendar.ts';
import { byText } from '../domain/order.ts';
import { foldersIn } from '../files/copying.ts';
import { syncFolder } from '../files/wholeFile.ts';
import { StoreFailure } from '../store/failures.ts';

/** How the folders begin that take what could not be backed up before a restore. */
const ASIDE = 'odlozone-';
const NAME = /^odlozone-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)$/;

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

/** When a folder was set aside, as its name tells; null: it is none of ours. */
function setAsideAt(name: string): Instant | null {
  const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.000Z`);
  return Number.isNaN(at) ? null : instantOf(at);
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** What was set aside in a workspace's folder, newest first. */
export function asideFolders(workspaceFolder: string): AsideFolder[] {
  return foldersIn(workspaceFolder)
    .flatMap((name) => {
      const at = setAsideAt(name);
      if (at === null) return [];
      const folder = join(workspaceFolder, name);
      const holds = existsSync(join(folder, 'strefownik.db')) ? 'database' : 'key';
      return [{ name, at, bytes: bytesIn(folder), holds } as const];
    })
    .toSorted((one, other) => byText(other.name, one.name));
}

/** Removes for good what a person no longer wants to keep. Throws not-found. */
export function removeAside(workspaceFolder: string, name: string): void {
  if (setAsideAt(name) === null || !foldersIn(workspaceFolder).includes(name))
    throw new StoreFailure('not-found', { entity: 'aside' });
  rmSync(join(workspaceFolder, name), { recursive: true });
  syncFolder(workspaceFolder);
}
