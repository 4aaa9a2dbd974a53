import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreContents } from '../../domain/backup.ts';
import { instantOf } from '../../domain/calendar.ts';
import { openAndCheck } from '../../files/checkFiles.ts';
import { sealedFilesIn } from '../../files/copying.ts';
import { sealedBytes } from '../../files/encryptedFile.ts';
import { storeOn, type Store } from '../db.ts';
import { asStoreFailure, StoreFailure } from '../failures.ts';
import { openKeyed } from '../openKeyed.ts';
import { contentsOf } from './contents.ts';
import { poolMarks, readMarks, writeMarks } from './fileMarks.ts';
import { poolFolder, readFileList, writeManifest, type FoundBackup } from './places.ts';
import { knownFiles } from './pool.ts';

/** Reads every page of a database, which its seals check, and its structure. Quick: indexes are not compared. */
export function isWhole(store: Store): boolean {
  try {
    const answer: unknown = store.connection.pragma('quick_check(1)', { simple: true });
    return answer === 'ok';
  } catch {
    return false; // a page that does not open is told as an error
  }
}

/** Whether all sealed files of a backup are in its place, with the right sizes. */
function filesAreThere(backup: FoundBackup): boolean {
  const pool = poolFolder(backup.place);
  return readFileList(backup.paths).every(({ path, bytes }) => {
    const target = join(pool, path);
    return existsSync(target) && statSync(target).size === sealedBytes(bytes);
  });
}

/** Reads those shared files of a backup that were never read, or were bad then; the rest is read again in turn. */
function newFilesAreGood(
  { place, paths }: FoundBackup,
  store: Store,
  dataKey: Uint8Array,
  now: number,
): boolean {
  const marks = readMarks(poolMarks(place));
  const listed = readFileList(paths);
  const unread = listed.filter(({ path }) => marks.get(path)?.state !== 'good');
  if (unread.length === 0) return true;
  const pool = poolFolder(place);
  const hashes = new Map(knownFiles(store).map(({ path, sha256 }) => [path, sha256]));
  for (const { path } of unread) {
    const state = openAndCheck(pool, dataKey, { path, sha256: hashes.get(path) ?? null });
    marks.set(path, { at: now, state });
  }
  writeMarks(poolMarks(place), marks, sealedFilesIn(pool));
  return unread.every(({ path }) => marks.get(path)?.state === 'good');
}

function lookInside(backup: FoundBackup, dataKey: Uint8Array, now: number): StoreContents | null {
  const connection = openKeyed(backup.paths.database, dataKey, { mustExist: true });
  try {
    const store = storeOn(connection);
    if (!isWhole(store)) return null;
    return newFilesAreGood(backup, store, dataKey, now) ? contentsOf(store) : null;
  } finally {
    connection.close();
  }
}

/** Codes that say something of the place that a database lies in, and nothing of the database. */
export const CANNOT_TELL: ReadonlySet<string> = new Set(['disk-full', 'no-write-access']);

/** Codes that say that a database, or a fresh copy of it, cannot be read whole. */
const DAMAGE: ReadonlySet<string> = new Set(['backup-damaged', 'file-damaged', 'not-a-database']);

/** Whether something failed because a database cannot be read whole. */
export function isDamage(error: unknown): boolean {
  const known = asStoreFailure(error);
  return known instanceof StoreFailure && DAMAGE.has(known.code);
}

function contentsIfWhole(
  backup: FoundBackup,
  dataKey: Uint8Array,
  now: number,
): StoreContents | null {
  try {
    return filesAreThere(backup) ? lookInside(backup, dataKey, now) : null;
  } catch (error) {
    // A place that was unplugged just now says nothing about the copy.
    if (!existsSync(backup.paths.folder))
      throw new StoreFailure('place-missing', {}, { cause: error });
    // Neither does a disk on which nothing can be written: opening a database needs a little room.
    const known = asStoreFailure(error);
    if (known instanceof StoreFailure && CANNOT_TELL.has(known.code)) throw known;
    return null;
  }
}

/**
 * Reopens a backup, checks it whole, counts what it holds and notes that, or the failure, in its manifest.
 * Answers whether it is whole. Throws place-missing, disk-full, no-write-access and the file system's errors.
 */
export function verifyBackup(backup: FoundBackup, dataKey: Uint8Array, now: number): boolean {
  if (backup.manifest === null) return false;
  const contents = contentsIfWhole(backup, dataKey, now);
  const at = instantOf(now);
  writeManifest(
    backup.paths,
    contents === null
      ? { ...backup.manifest, verified: null, failedAt: at }
      : { ...backup.manifest, verified: { at, contents }, failedAt: null },
  );
  return contents !== null;
}
