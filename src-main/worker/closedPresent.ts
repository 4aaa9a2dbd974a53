import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../store/backup/make.ts';
import type { FoundBackup } from '../store/backup/places.ts';
import { isDamage } from '../store/backup/verify.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { takeInstanceLock } from '../store/instanceLock.ts';
import { readKeyFile, writeKeyFile } from '../store/keyFile.ts';
import { openKeyed } from '../store/openKeyed.ts';
import { settleFolder, workspacePaths, type WorkspacePaths } from '../store/workspace.ts';
import { asideName } from './asideFolders.ts';
import {
  backupNeeded,
  copyHere,
  reopenWorkspace,
  type Opened,
  type OpeningParts,
} from './openWorkspaces.ts';
import { carriedOver, type CarriedOver, type RestoreAccess } from './restoring.ts';

// What a restore meets in a folder that nobody has opened: whole data whose passphrase was forgotten or whose key
// file is gone, damaged data, another workspace's, or nothing.

const NOTHING: CarriedOver = { secondPlace: null, erasures: [], undo: null };

/** The present workspace, if the backup's key opens it. Throws second-instance. */
function openPresent(opening: OpeningParts, dataKey: Uint8Array): Opened | null {
  try {
    return reopenWorkspace(opening, Buffer.from(dataKey));
  } catch (error) {
    const known = asStoreFailure(error);
    if (known instanceof StoreFailure && known.code === 'second-instance') throw known;
    return null; // nothing, another's, or too damaged: it is set aside as it is
  }
}

function copyPresent(opening: OpeningParts, { workspace }: Opened): FoundBackup | null {
  const { store, folder, dataKey } = workspace;
  try {
    return copyHere(opening, store, workspacePaths(folder), dataKey, 'before-restore');
  } catch (error) {
    if (isDamage(error)) return null;
    throw backupNeeded(error);
  }
}

function closeAnyhow({ workspace }: Opened): void {
  try {
    workspace.close();
  } catch (error) {
    // A log that cannot be brought over stays beside the database: it was copied, or is set aside with it.
    if (!(asStoreFailure(error) instanceof StoreFailure)) throw error;
  }
}

/**
 * Keeps the state of a closed workspace before a restore takes its place, so that it can be taken back; what the
 * backup's key does not open is only set aside. Throws second-instance, disk-full, no-write-access, backup-first.
 */
export function keepClosedPresent(
  opening: OpeningParts,
  backup: FoundBackup,
  { dataKey }: RestoreAccess,
): CarriedOver {
  const present = openPresent(opening, dataKey);
  if (present === null) return NOTHING;
  try {
    return carriedOver(present.workspace, backup, copyPresent(opening, present));
  } finally {
    closeAnyhow(present);
  }
}

/** A key file of a newer program is not replaced by an older one. Throws newer-key-file. */
function refuseNewer({ key }: WorkspacePaths): void {
  try {
    readKeyFile(key);
  } catch (error) {
    if (error instanceof StoreFailure && error.code === 'newer-key-file') throw error;
  }
}

function opensWith({ database }: WorkspacePaths, dataKey: Uint8Array): boolean {
  if (!existsSync(database)) return false;
  try {
    openKeyed(database, dataKey, { mustExist: true }).close();
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/**
 * Brings only the key file back from a backup, where nothing else is in the way: the present one is gone, damaged or
 * not opened by what opens the backup. The database stays as it is, with everything since the backup; the present key
 * file is set aside. Answers how to take that back, for the case that the workspace does not open then; null: it would
 * not help, and nothing was changed.
 */
export function bringKeyBack(
  workspaceFolder: string,
  backup: FoundBackup,
  { dataKey, withKey }: RestoreAccess,
  now: number,
  step?: Step,
): (() => void) | null {
  settleFolder(workspaceFolder);
  const paths = workspacePaths(workspaceFolder);
  if (!existsSync(paths.database)) return null;
  const lock = takeInstanceLock(paths.lock);
  try {
    refuseNewer(paths);
    if (!withKey || !opensWith(paths, dataKey)) return null;
    const aside = existsSync(paths.key) ? join(workspaceFolder, asideName(now)) : null;
    if (aside !== null) {
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      renameSync(paths.key, join(aside, 'key.json'));
    }
    step?.('key.set-aside');
    writeKeyFile(paths.key, readKeyFile(backup.paths.key));
    step?.('key.brought-back');
    return () => {
      if (aside === null) {
        rmSync(paths.key, { force: true });
        return;
      }
      renameSync(join(aside, 'key.json'), paths.key);
      rmdirSync(aside);
    };
  } finally {
    lock.release();
  }
}
