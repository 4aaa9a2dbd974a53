import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { openAndCheck } from '../../files/checkFiles.ts';
import { copySynced, copyWhole, moveSynced } from '../../files/copying.ts';
import { syncFolder, writeWhole } from '../../files/wholeFile.ts';
import { storeOn, type Store } from '../db.ts';
import { StoreFailure } from '../failures.ts';
import { migrate } from '../migrate.ts';
import { openKeyed } from '../openKeyed.ts';
import type { WorkspacePaths } from '../workspacePaths.ts';
import type { Step } from './make.ts';
import { poolFolder, type FoundBackup } from './places.ts';
import { knownFiles, type KnownFile } from './pool.ts';
import { isDamage, isWhole } from './verify.ts';

/** What finishing a restore must know; written when everything that takes its place is ready. */
const RestoreMarker = z.object({
  format: z.literal('strefownik-restore'),
  version: z.literal(1),
  /** Folder for the files that are replaced, when they could not be backed up; null: they go. */
  aside: z.string().nullable(),
});
type RestoreMarker = z.infer<typeof RestoreMarker>;

/** A restore in preparation. */
export interface RestorePlan {
  readonly backup: FoundBackup;
  readonly dataKey: Uint8Array;
  /** Whether the backup's key file comes with it: another workspace, or ours is gone. */
  readonly withKey: boolean;
  /** What else must be in the restored database from its first moment. */
  readonly prepare: (incoming: Store) => void;
  readonly step?: Step;
}

const DATABASE_SUFFIXES = ['', '-wal', '-shm'] as const;

/** The copy may be damaged where it lay, however whole it was when it was checked; the present data are not meant. */
function openCopy(path: string, dataKey: Uint8Array): ReturnType<typeof openKeyed> {
  try {
    return openKeyed(path, dataKey, { mustExist: true });
  } catch (error) {
    throw isDamage(error) ? new StoreFailure('backup-damaged', {}, { cause: error }) : error;
  }
}

/** Reads, checks and migrates the copy that will take the database's place; answers which sealed files it knows. */
function openIncoming(path: string, { dataKey, prepare }: RestorePlan): KnownFile[] {
  const connection = openCopy(path, dataKey);
  try {
    const store = storeOn(connection);
    if (!isWhole(store)) throw new StoreFailure('backup-damaged');
    migrate(connection);
    prepare(store);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return knownFiles(store);
  } finally {
    connection.close();
  }
}

/** Brings sealed files back that the workspace no longer has whole; answers how many the backup lacks too. */
function bringFiles(
  paths: WorkspacePaths,
  backup: FoundBackup,
  files: readonly KnownFile[],
  dataKey: Uint8Array,
): number {
  const pool = poolFolder(backup.place);
  const shelves = new Set<string>();
  let missing = 0;
  for (const file of files) {
    const here = openAndCheck(paths.files, dataKey, file);
    if (here === 'good') continue;
    if (openAndCheck(pool, dataKey, file) !== 'good') {
      if (here === 'missing') missing += 1;
      continue;
    }
    const target = join(paths.files, file.path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    // A copy of its own again: another name of the backup's would go bad together with it.
    copyWhole(join(pool, file.path), target);
    shelves.add(dirname(target));
  }
  for (const shelf of shelves) syncFolder(shelf);
  if (shelves.size > 0) syncFolder(paths.files); // names of new shelves
  return missing;
}

/**
 * Puts everything that will take the workspace's place beside it, checked and migrated; the workspace itself is not
 * touched. Answers how many sealed files the backup lacks. Throws backup-damaged, newer-schema, disk-full.
 */
export function prepareRestore(paths: WorkspacePaths, plan: RestorePlan): number {
  rmSync(paths.incoming, { recursive: true, force: true });
  mkdirSync(paths.incoming, { recursive: true, mode: 0o700 });
  mkdirSync(paths.files, { recursive: true, mode: 0o700 });
  try {
    copySynced(plan.backup.paths.database, paths.incomingDatabase);
    plan.step?.('restore.incoming-copied');
    const files = openIncoming(paths.incomingDatabase, plan);
    plan.step?.('restore.incoming-checked');
    if (plan.withKey) copySynced(plan.backup.paths.key, paths.incomingKey);
    const missing = bringFiles(paths, plan.backup, files, plan.dataKey);
    plan.step?.('restore.files-brought');
    return missing;
  } catch (error) {
    rmSync(paths.incoming, { recursive: true, force: true });
    throw error;
  }
}

/** From here on the restore happens, now or at the next opening. `aside` null: the present files were backed up. */
export function commitRestore(paths: WorkspacePaths, aside: string | null, step?: Step): void {
  const marker: RestoreMarker = { format: 'strefownik-restore', version: 1, aside };
  syncFolder(paths.incoming);
  writeWhole(paths.restoreMarker, Buffer.from(JSON.stringify(marker), 'utf8'));
  step?.('restore.committed');
  finishRestore(paths, step);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) moveSynced(from, to);
}

function replaceDatabase(paths: WorkspacePaths, aside: string | null, step?: Step): void {
  for (const suffix of DATABASE_SUFFIXES) {
    const present = paths.database + suffix;
    if (aside !== null) moveIfThere(present, join(aside, `strefownik.db${suffix}`));
    // A log of the old database beside the new one would be read into it; the database itself is replaced in one go.
    else if (suffix !== '') rmSync(present, { force: true });
  }
  step?.('restore.old-gone');
  moveSynced(paths.incomingDatabase, paths.database);
  step?.('restore.database-moved');
}

/** Finishes a restore that was decided, wherever it was cut off; does nothing when there is none. */
export function finishRestore(paths: WorkspacePaths, step?: Step): void {
  if (!existsSync(paths.restoreMarker)) {
    rmSync(paths.incoming, { recursive: true, force: true });
    return;
  }
  const { aside } = RestoreMarker.parse(JSON.parse(readFileSync(paths.restoreMarker, 'utf8')));
  const asideFolder = aside === null ? null : join(paths.folder, aside);
  if (asideFolder !== null) mkdirSync(asideFolder, { recursive: true, mode: 0o700 });
  if (existsSync(paths.incomingDatabase)) replaceDatabase(paths, asideFolder, step);
  if (existsSync(paths.incomingKey)) {
    if (asideFolder !== null && existsSync(paths.key)) {
      copyFileSync(paths.key, join(asideFolder, 'key.json'));
    }
    moveSynced(paths.incomingKey, paths.key);
    step?.('restore.key-moved');
  }
  rmSync(paths.incoming, { recursive: true, force: true });
  for (const marker of [paths.openMarker, paths.makingMarker]) rmSync(marker, { force: true });
  rmSync(paths.restoreMarker, { force: true });
  syncFolder(paths.folder);
  step?.('restore.finished');
}
