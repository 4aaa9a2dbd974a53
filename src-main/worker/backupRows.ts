import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupPlace, BackupRef, BackupRow, SecondPlace } from '../contract/safetyCalls.ts';
import { instantOf, type Instant } from '../domain/calendar.ts';
import { foldersIn } from '../files/copying.ts';
import {
  backupsBelow,
  backupsIn,
  newestFirst,
  placeFolder,
  type FoundBackup,
} from '../store/backup/places.ts';
import { StoreFailure } from '../store/failures.ts';
import { readKeyFile } from '../store/keyFile.ts';
import { workspacePaths } from '../store/workspace.ts';
import type { SecondSeen } from './upkeepProtocol.ts';

/** Folder of our backups below what the person chose as the second place. */
export const BACKUPS_FOLDER_NAME = 'Strefownik - kopie zapasowe';

/** A copy in the second place older than this is a reason for a reminder. Milliseconds. */
const SECOND_DUE_AFTER = 7 * 24 * 60 * 60 * 1000;

/** Where to look for backups. */
export interface BackupRoots {
  readonly workspaceFolder: string;
  readonly backupsFolder: string;
  /** What the person chose as the second place, if anything and if known. */
  readonly second: string | null;
  /** The folder that the person pointed at last. */
  readonly other: string | null;
  readonly isOpen: boolean;
}

function workspaceIdIn(folder: string): string | null {
  try {
    return readKeyFile(workspacePaths(folder).key).workspaceId;
  } catch {
    return null; // no key file, or a damaged one: the backups of any workspace are shown then
  }
}

function inFirstPlace({ workspaceFolder, backupsFolder, isOpen }: BackupRoots): FoundBackup[] {
  const workspaceId = workspaceIdIn(workspaceFolder);
  const own = workspaceId === null ? [] : backupsIn(placeFolder(backupsFolder, workspaceId));
  // What a key file calls itself is certain once it has opened: damage may have given it a name without backups.
  if (isOpen || own.length > 0) return own;
  return foldersIn(backupsFolder)
    .flatMap((name) => backupsIn(join(backupsFolder, name)))
    .toSorted(newestFirst);
}

/** The place of a workspace's backups in a folder that the person chose for copies. */
export function secondPlaceFolder(root: string, workspaceId: string): string {
  return placeFolder(join(root, BACKUPS_FOLDER_NAME), workspaceId);
}

/** Backups in one place, newest first. */
export function backupsAt(place: BackupPlace, roots: BackupRoots): FoundBackup[] {
  if (place === 'first') return inFirstPlace(roots);
  const root = place === 'second' ? roots.second : roots.other;
  if (root === null) return [];
  const ours = backupsBelow(join(root, BACKUPS_FOLDER_NAME));
  return ours.length > 0 || place === 'second' ? ours : backupsBelow(root);
}

/** The backup that a reference means. Throws backup-missing. */
export function findBackup({ place, id }: BackupRef, roots: BackupRoots): FoundBackup {
  const found = backupsAt(place, roots).find((backup) => backup.id === id);
  if (found === undefined) throw new StoreFailure('backup-missing');
  return found;
}

function stateOf({ manifest }: FoundBackup): BackupRow['state'] {
  if (manifest === null || manifest.failedAt !== null) return 'damaged';
  return manifest.verified === null ? 'waiting' : 'verified';
}

/** When a backup without a readable manifest was made, as its folder tells. */
function folderTime({ paths }: FoundBackup): number {
  try {
    return Math.min(
      ...readdirSync(paths.folder).map((name) => statSync(join(paths.folder, name)).mtimeMs),
      statSync(paths.folder).mtimeMs,
    );
  } catch {
    return 0; // unplugged while it was read
  }
}

/** A backup as a line of the list. */
export function rowOf(backup: FoundBackup, place: BackupPlace): BackupRow {
  const { manifest } = backup;
  return {
    id: basename(backup.paths.folder),
    place,
    createdAt: manifest?.createdAt ?? instantOf(folderTime(backup)),
    reason: manifest?.reason ?? null,
    state: stateOf(backup),
    contents: manifest?.verified?.contents ?? null,
    bytes: backup.bytes,
    appVersion: manifest?.appVersion ?? '',
  };
}

function laterOf(one: Instant | null, other: Instant | null): Instant | null {
  return (
    [one, other]
      .flatMap((at) => at ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

/** How the second place stands, as it was last seen; `remembered` and `problem` are noted of the last copy. */
export function secondPlaceView(
  path: string,
  { present, newestAt }: Pick<SecondSeen, 'present' | 'newestAt'>,
  remembered: SecondPlace['lastCopyAt'],
  problem: string | null,
  now: number,
): SecondPlace {
  // A stick that was emptied or changed holds nothing, whatever is remembered of it.
  const lastCopyAt = present && newestAt === null ? null : laterOf(remembered, newestAt);
  return {
    path,
    present,
    lastCopyAt,
    due: lastCopyAt === null || now - Date.parse(lastCopyAt) > SECOND_DUE_AFTER,
    problem,
  };
}
