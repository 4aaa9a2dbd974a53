import { join } from 'node:path';
import type { Instant } from '../domain/calendar.ts';
import { openAndCheck } from '../files/checkFiles.ts';
import { copyWhole, makeFolderSynced, sealedFilesIn } from '../files/copying.ts';
import type { BackupSource } from '../store/backup/make.ts';
import {
  checkOldest,
  poolMarks,
  readMarks,
  workspaceMarks,
  writeMarks,
  type CheckBounds,
  type FileMark,
  type FileMarks,
} from '../store/backup/fileMarks.ts';
import { backupsIn, poolFolder, readFileList } from '../store/backup/places.ts';
import { knownFiles, type KnownFile } from '../store/backup/pool.ts';
import { CANNOT_TELL } from '../store/backup/verify.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';

// Sealed files are read again in turn, the workspace's own and those that backups share: a disk that goes bad says
// nothing by itself. One call reads a bounded share, so that other jobs wait for a moment only.

/** A sealed file of the workspace that cannot be read whole. */
export interface BadFile extends KnownFile {
  readonly state: 'missing' | 'damaged';
  /** The newest backup of the first place that has it whole; null: none has. */
  readonly inBackupOf: Instant | null;
}

/** What a share of the check found. */
export interface FileCheck {
  /** Whether more is due. */
  readonly more: boolean;
  /** All that is known to be bad in the workspace now, whenever it was read. */
  readonly bad: readonly BadFile[];
}

/** The place's shared files with their hashes, where this database knows them. */
function poolFilesOf(place: string, known: ReadonlyMap<string, KnownFile>) {
  return [...sealedFilesIn(poolFolder(place))].map(
    (path) => known.get(path) ?? { path, bytes: 0, sha256: null },
  );
}

/** Does what only saves reading again later; where nothing can be written now, the check itself still answers. */
function ifWritable(work: () => void): void {
  try {
    work();
  } catch (error) {
    const known = asStoreFailure(error);
    if (!(known instanceof StoreFailure && CANNOT_TELL.has(known.code))) throw error;
  }
}

/** Replaces what went bad in a pool by the same file from elsewhere, where that is whole. */
function mend(
  place: string,
  marks: FileMarks,
  from: string,
  { dataKey, now }: { readonly dataKey: Uint8Array; readonly now: number },
  hashOf: (path: string) => string | null,
): void {
  for (const [path, { state }] of marks) {
    const file = { path, sha256: hashOf(path) };
    if (state !== 'damaged' || openAndCheck(from, dataKey, file) !== 'good') continue;
    copyWhole(join(from, path), join(poolFolder(place), path));
    marks.set(path, { at: now, state: openAndCheck(poolFolder(place), dataKey, file) });
  }
}

function newestBackupWith(place: string): (path: string) => Instant | null {
  const lists = backupsIn(place).flatMap(({ manifest, paths }) => {
    if (manifest?.verified == null) return [];
    try {
      return [
        { at: manifest.createdAt, files: new Set(readFileList(paths).map(({ path }) => path)) },
      ];
    } catch {
      return []; // a damaged list names nothing
    }
  });
  return (path) => lists.find(({ files }) => files.has(path))?.at ?? null;
}

function isBad(mark: FileMark | undefined): mark is FileMark & { state: BadFile['state'] } {
  return mark !== undefined && mark.state !== 'good';
}

/** Those of the workspace that are marked as bad, with where they are whole. */
function badOnes(
  { place, dataKey }: Pick<BackupSource, 'place' | 'dataKey'>,
  known: Iterable<KnownFile>,
  marks: FileMarks,
): BadFile[] {
  const bad = [...known].flatMap((file) => {
    const mark = marks.get(file.path);
    return isBad(mark) ? [{ ...file, state: mark.state }] : [];
  });
  if (bad.length === 0) return [];
  const backupWith = newestBackupWith(place);
  return bad.map((file) => {
    const isThere = openAndCheck(poolFolder(place), dataKey, file) === 'good';
    return { ...file, inBackupOf: isThere ? backupWith(file.path) : null };
  });
}

/**
 * Reads the sealed files, of the workspace and of its backups, that were not read for the longest time. A shared one
 * that went bad is replaced from the workspace where that has it whole. `again`: what was bad is read once more first.
 */
export function checkFiles(
  { store, place, dataKey, filesFolder, now: clock }: BackupSource,
  mostBytes: number,
  again: boolean,
): FileCheck {
  ifWritable(() => makeFolderSynced(place));
  const bounds: CheckBounds = { mostBytes: mostBytes / 2, now: clock() };
  const known = new Map(knownFiles(store).map((file) => [file.path, file]));
  const own = readMarks(workspaceMarks(place));
  if (again) for (const [path, mark] of own) if (isBad(mark)) own.delete(path);
  const moreOwn = checkOldest(filesFolder, dataKey, [...known.values()], own, bounds);
  ifWritable(() => writeMarks(workspaceMarks(place), own, new Set(known.keys())));

  const shared = poolFilesOf(place, known);
  const pool = readMarks(poolMarks(place));
  if (again) for (const [path, mark] of pool) if (isBad(mark)) pool.delete(path);
  const moreShared = checkOldest(poolFolder(place), dataKey, shared, pool, bounds);
  const context = { dataKey, now: bounds.now };
  ifWritable(() => {
    mend(place, pool, filesFolder, context, (path) => known.get(path)?.sha256 ?? null);
    writeMarks(poolMarks(place), pool, new Set(shared.map(({ path }) => path)));
  });
  return { more: moreOwn || moreShared, bad: badOnes({ place, dataKey }, known.values(), own) };
}

/** Reads those shared files of the second place that were not read for the longest time; bad ones come anew. */
export function checkSecondPool(
  place: string,
  { place: firstPlace, dataKey }: Pick<BackupSource, 'place' | 'dataKey'>,
  bounds: CheckBounds,
): void {
  const shared = poolFilesOf(place, new Map());
  const marks = readMarks(poolMarks(place));
  checkOldest(poolFolder(place), dataKey, shared, marks, bounds);
  mend(place, marks, poolFolder(firstPlace), { dataKey, now: bounds.now }, () => null);
  writeMarks(poolMarks(place), marks, new Set(shared.map(({ path }) => path)));
}

/** Brings files that neither the workspace nor the first place has whole from the second one into the first's pool. */
export function rescueFiles(
  { place, dataKey }: Pick<BackupSource, 'place' | 'dataKey'>,
  secondPlace: string,
  files: readonly KnownFile[],
): number {
  const [from, to] = [poolFolder(secondPlace), poolFolder(place)];
  let rescued = 0;
  for (const file of files) {
    if (openAndCheck(to, dataKey, file) === 'good') continue;
    if (openAndCheck(from, dataKey, file) !== 'good') continue;
    makeFolderSynced(join(to, file.path, '..'));
    copyWhole(join(from, file.path), join(to, file.path));
    rescued += 1;
  }
  return rescued;
}
