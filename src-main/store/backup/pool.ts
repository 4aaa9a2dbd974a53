import { existsSync, mkdirSync, rmSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { openAndCheck } from '../../files/checkFiles.ts';
import { copyWhole, freeBytesAt, linkOrCopy, sealedFilesIn } from '../../files/copying.ts';
import { sealedBytes } from '../../files/encryptedFile.ts';
import { syncFolder } from '../../files/wholeFile.ts';
import { numberIn, textIn, type Store } from '../db.ts';
import { StoreFailure } from '../failures.ts';
import { poolMarks, readMarks } from './fileMarks.ts';
import { poolFolder, sizeOf, type ListedFile } from './places.ts';

/** A sealed file as a database knows it. */
export interface KnownFile extends ListedFile {
  /** Of its clear content. */
  readonly sha256: string;
}

/** All sealed files that a database knows. */
export function knownFiles(store: Store): KnownFile[] {
  return store.all('select path, bytes, sha256 from stored_file').map((row) => ({
    path: textIn(row, 'path'),
    bytes: numberIn(row, 'bytes'),
    sha256: textIn(row, 'sha256'),
  }));
}

/** Whether a sealed file is there in its full length. */
export function isSealedThere(path: string, bytes: number): boolean {
  return sizeOf(path) === sealedBytes(bytes);
}

/** All backups of a place together take at most so much, and at most this share of what is free. */
const MOST_BYTES = 5 * 1024 ** 3;
const MOST_SHARE_OF_FREE = 0.1;

/** What all backups of a place together may take. Bytes. */
export function mostBytesAt(place: string): number {
  return Math.min(MOST_BYTES, MOST_SHARE_OF_FREE * freeBytesAt(place));
}

/**
 * Throws disk-full where so many bytes do not fit, with how many are wanting: better before gigabytes are written than
 * half-way.
 */
export function requireRoom(place: string, bytes: number): void {
  const wanting = bytes - freeBytesAt(place);
  if (wanting > 0) throw new StoreFailure('disk-full', { wanting });
}

/** Bytes that files take which a place's pool does not have in their full length. */
export function bytesToCome(files: readonly ListedFile[], place: string): number {
  const pool = poolFolder(place);
  return files
    .filter(({ path, bytes }) => !isSealedThere(join(pool, path), bytes))
    .reduce((sum, { bytes }) => sum + sealedBytes(bytes), 0);
}

/** Bytes of shared files that lie nowhere else: those with one name only. */
export function poolOwnBytes(place: string): number {
  const pool = poolFolder(place);
  let bytes = 0;
  for (const path of sealedFilesIn(pool)) {
    const { nlink, size } = statSync(join(pool, path));
    if (nlink === 1) bytes += size;
  }
  return bytes;
}

/** How files come into a pool. */
export interface PoolWay<File extends ListedFile> {
  /** Whether a file that is to be copied is as it was written. */
  readonly isGood: (file: File) => boolean;
  /** Whether what is in the pool under a second name only should be copied now. */
  readonly copiesLinked: (bytes: number) => boolean;
  readonly put: (from: string, to: string) => void;
}

/**
 * Into the pool beside the workspace: a copy of its own, so that what goes bad in one does not go bad in the other.
 * Once those take half of what backups may, a second name, which takes nothing and guards against removal only.
 */
export function ownCopies(from: string, place: string, dataKey: Uint8Array): PoolWay<KnownFile> {
  let left: number | undefined;
  const fits = (bytes: number): boolean => {
    left ??= mostBytesAt(place) / 2 - poolOwnBytes(place);
    return bytes <= left;
  };
  return {
    isGood: (file) => openAndCheck(from, dataKey, file) === 'good',
    copiesLinked: fits,
    put(source, target) {
      const bytes = sizeOf(source);
      if (!fits(bytes)) {
        linkOrCopy(source, target);
        return;
      }
      copyWhole(source, target);
      left = (left ?? 0) - bytes;
    },
  };
}

/** Into the pool of another place; reopening the backup there tells whether the copies are good. */
export const PLAIN_COPIES: PoolWay<ListedFile> = {
  isGood: () => true,
  copiesLinked: () => false,
  put: copyWhole,
};

function statOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

/** Puts every sealed file into a place's pool that is not in it yet, or not whole; answers those that are in it now. */
export function fillPool<File extends ListedFile>(
  files: readonly File[],
  from: string,
  place: string,
  way: PoolWay<File>,
): File[] {
  const pool = poolFolder(place);
  const there = sealedFilesIn(pool);
  const marks = readMarks(poolMarks(place));
  const shelves = new Set<string>();

  /** Whether the pool has the file afterwards. */
  const settle = (file: File): boolean => {
    const [source, target] = [join(from, file.path), join(pool, file.path)];
    const present = there.has(file.path) ? statOf(target) : null;
    const known = marks.get(file.path)?.state ?? 'good';
    const isKept = present?.size === sealedBytes(file.bytes) && known === 'good';
    if (isKept && (present.nlink === 1 || !way.copiesLinked(present.size))) return true;
    // Gone from the workspace or not as it was written: the self-test tells, a backup keeps the rest.
    if (!isSealedThere(source, file.bytes) || !way.isGood(file)) return isKept;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    if (present !== null && !isKept) rmSync(target, { force: true });
    try {
      way.put(source, target);
      shelves.add(dirname(target));
      return true;
    } catch (error) {
      if (existsSync(source)) throw error;
      return isKept; // erased this very moment
    }
  };

  const settled = files.filter(settle);
  for (const shelf of shelves) syncFolder(shelf);
  if (shelves.size > 0) syncFolder(pool);
  return settled;
}
