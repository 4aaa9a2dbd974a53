import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DamagedFileError,
  readEncrypted,
  sealedBytes,
  sealsOpen,
  type WrittenFile,
} from './encryptedFile.ts';

/** How a sealed file was found: as it was written, gone, or not as it was written. */
export type FileState = 'good' | 'missing' | 'damaged';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Is the file there, with the size that its content has once sealed? Nothing is opened. */
export async function lookAtSealed(
  folder: string,
  { path, bytes }: Pick<WrittenFile, 'path' | 'bytes'>,
): Promise<FileState> {
  try {
    const { size } = await stat(join(folder, path));
    return size === sealedBytes(bytes) ? 'good' : 'damaged';
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

/** A disk that cannot read its own sectors any more. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EIO';
}

/** Opens a sealed file and compares its content with its hash; without one its seals decide. */
export function openAndCheck(
  folder: string,
  dataKey: Uint8Array,
  { path, sha256 }: { readonly path: string; readonly sha256: string | null },
): FileState {
  try {
    if (sha256 === null) return sealsOpen(folder, dataKey, path) ? 'good' : 'damaged';
    readEncrypted(folder, dataKey, { path, sha256 });
    return 'good';
  } catch (error) {
    if (isMissing(error)) return 'missing';
    if (error instanceof DamagedFileError || isUnreadable(error)) return 'damaged';
    throw error;
  }
}

/** Bytes that this user may still write where a folder lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** How many files lie in a folder itself; none when there is no such folder. */
export async function countFiles(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

/** The first bytes of a file; fewer when it is shorter. */
export function firstBytes(path: string, length: number): Buffer {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}
