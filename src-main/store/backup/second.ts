import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySynced, copyWhole, makeFolderSynced } from '../../files/copying.ts';
import { syncFolder } from '../../files/wholeFile.ts';
import { StoreFailure } from '../failures.ts';
import { fillPool, type Step } from './make.ts';
import {
  backupPaths,
  clearUnfinished,
  poolFolder,
  readBackup,
  readFileList,
  unfinishedFolder,
  type FoundBackup,
} from './places.ts';

/**
 * Copies a backup to another place (a stick, a network folder), with those of its files that are not there yet.
 * Throws place-missing when the place cannot be reached, before or half-way; nothing that looks whole is left then.
 */
export function copyBackupTo(
  backup: FoundBackup,
  root: string,
  place: string,
  step?: Step,
): FoundBackup {
  if (!existsSync(root)) throw new StoreFailure('place-missing');
  const growing = unfinishedFolder(place, backup.id);
  try {
    makeFolderSynced(poolFolder(place));
    clearUnfinished(place);
    const there = readBackup(place, backup.id);
    if (there.manifest !== null) return there;
    rmSync(there.paths.folder, { recursive: true, force: true });
    mkdirSync(growing, { mode: 0o700 });
    step?.('second.folder-made');
    const to = backupPaths(growing);
    fillPool(readFileList(backup.paths), poolFolder(backup.place), place, copyWhole);
    step?.('second.files-copied');
    copySynced(backup.paths.database, to.database);
    copySynced(backup.paths.key, to.key);
    copySynced(backup.paths.fileList, to.fileList);
    step?.('second.database-copied');
    // Verified here is not verified there: the copy is reopened in its new place.
    copyFileSync(backup.paths.manifest, to.manifest);
    renameSync(growing, join(place, backup.id));
    syncFolder(place);
    step?.('second.renamed');
    return readBackup(place, backup.id);
  } catch (error) {
    if (!existsSync(root)) throw new StoreFailure('place-missing', {}, { cause: error });
    rmSync(growing, { recursive: true, force: true });
    throw error;
  }
}
