import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { renameStubborn, syncFolder } from './wholeFile.ts';

/** Bytes that this user may still write where a path lies; endless where the file system does not tell. */
export function freeBytesAt(path: string): number {
  const { bavail, blocks, bsize } = statfsSync(path);
  return blocks === 0 ? Infinity : bavail * bsize;
}

/** Makes a folder with its parents, readable by its owner only, and waits until their names are on the disk. */
export function makeFolderSynced(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  let parent = folder;
  do {
    parent = dirname(parent);
    syncFolder(parent);
  } while (parent !== dirname(first));
}

/** Copies a file and waits until it is on the disk; shares blocks where the file system can. */
export function copySynced(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  // Writable, because Windows syncs no handle that was opened for reading only.
  const handle = openSync(to, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Copies a file so that it is there whole or not at all; what was there is replaced in one go. */
export function copyWhole(from: string, to: string): void {
  try {
    copySynced(from, `${to}.part`);
    renameStubborn(`${to}.part`, to);
  } catch (error) {
    rmSync(`${to}.part`, { force: true });
    throw error;
  }
}

/** Errors that say that this file system, or this pair of them, knows no hard links. */
const CANNOT_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/** Gives an immutable file a second name; copies it where that cannot be. One that is there already stays. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return;
    if (!CANNOT_LINK.has(code)) throw error;
    copyWhole(from, to);
  }
}

/** Moves a file or folder and waits until the move is on the disk. */
export function moveSynced(from: string, to: string): void {
  renameStubborn(from, to);
  syncFolder(dirname(to));
}

/** Paths `shelf/name` of all sealed files below a folder; empty where there is none. */
export function sealedFilesIn(folder: string): Set<string> {
  const found = new Set<string>();
  for (const shelf of foldersIn(folder)) {
    for (const name of readdirSync(`${folder}/${shelf}`)) {
      if (!name.endsWith('.part')) found.add(`${shelf}/${name}`);
    }
  }
  return found;
}

/** Names of the folders in a folder; empty where it is not there. */
export function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
