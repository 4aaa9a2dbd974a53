import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySynced, makeFolderSynced, moveSynced } from '../../files/copying.ts';
import { StoreFailure } from '../failures.ts';
import type { Step } from './make.ts';
import {
  backupPaths,
  backupsIn,
  clearUnfinished,
  poolFolder,
  readBackup,
  readFileList,
  unfinishedFolder,
  writeManifest,
  type FoundBackup,
} from './places.ts';
import { bytesToCome, fillPool, PLAIN_COPIES, requireRoom } from './pool.ts';

/** Errors of a place that is taken away while it is used; its name may be there for a moment longer. */
const TAKEN_AWAY = new Set(['ENOENT', 'EIO', 'ENODEV', 'ENXIO', 'ENOTCONN', 'ESTALE']);

/** Whether something failed because a place was taken away. */
export function wasTakenAway(root: string, error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return TAKEN_AWAY.has(code) || !existsSync(root);
}

/** The largest file that FAT32 takes; Windows has no name for going beyond it. Bytes. */
const MOST_IN_FAT = 4 * 1024 ** 3 - 1;

function isTooLarge(error: unknown, bytes: number): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'EFBIG' || (code === 'UNKNOWN' && bytes > MOST_IN_FAT);
}

/**
 * Copies a backup to another place (a stick, a network folder), with those of its files that are not there yet.
 * Throws place-missing when the place cannot be reached, before or half-way; nothing that looks whole is left then.
 * Throws disk-full before anything is written where there is no room, and file-too-large.
 */
export function copyBackupTo(
  backup: FoundBackup,
  root: string,
  place: string,
  step?: Step,
): FoundBackup {
  if (!existsSync(root)) throw new StoreFailure('place-missing');
  if (backup.manifest === null) throw new StoreFailure('backup-damaged');
  const growing = unfinishedFolder(place, backup.id);
  try {
    makeFolderSynced(poolFolder(place));
    clearUnfinished(place);
    const highest = Math.max(0, ...backupsIn(place).map(({ manifest }) => manifest?.ordinal ?? 0));
    const there = readBackup(place, backup.id);
    if (there.manifest !== null) return there;
    rmSync(there.paths.folder, { recursive: true, force: true });
    const files = readFileList(backup.paths);
    requireRoom(place, backup.manifest.databaseBytes + bytesToCome(files, place));
    mkdirSync(growing, { mode: 0o700 });
    step?.('second.folder-made');
    const to = backupPaths(growing);
    fillPool(files, poolFolder(backup.place), place, PLAIN_COPIES);
    step?.('second.files-copied');
    copySynced(backup.paths.database, to.database);
    copySynced(backup.paths.key, to.key);
    copySynced(backup.paths.fileList, to.fileList);
    step?.('second.database-copied');
    writeManifest(to, {
      ...backup.manifest,
      // On another laptop, or in an emptied place, numbers began anew: what comes now is newer than all that is there.
      ordinal: Math.max(backup.manifest.ordinal, highest + 1),
      // Verified here is not verified there: the copy is reopened in its new place.
      verified: null,
    });
    moveSynced(growing, join(place, backup.id));
    step?.('second.renamed');
    return readBackup(place, backup.id);
  } catch (error) {
    if (wasTakenAway(root, error)) throw new StoreFailure('place-missing', {}, { cause: error });
    rmSync(growing, { recursive: true, force: true });
    throw isTooLarge(error, backup.manifest.databaseBytes)
      ? new StoreFailure('file-too-large', {}, { cause: error })
      : error;
  }
}
