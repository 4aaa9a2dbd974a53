import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Network and FUSE folders that cannot be synced say so with one of these; the file itself is there. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS']);

/** Makes a rename in a folder survive a power cut; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!CANNOT_SYNC.has(code)) throw error;
  } finally {
    closeSync(handle);
  }
}

/** What Windows says while a virus scanner or an indexer holds a file for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** How long to wait before each further try. Milliseconds. */
const PAUSES = [10, 30, 60, 100, 200];

/** Renames; where another program holds one of the names for a moment, tries again a few times before it gives up. */
export function renameStubborn(
  from: string,
  to: string,
  platform: NodeJS.Platform = process.platform,
  rename: (from: string, to: string) => void = renameSync,
): void {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!HELD.has(code)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  rename(from, to);
}

/** Writes all bytes, however many calls the system takes for it. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.byteLength) written += writeSync(handle, bytes, written);
}

/**
 * Makes or replaces a file: complete and on the disk before this returns, or the old one stays.
 * `fill` writes the content through the open handle.
 */
export function writeWholeWith(path: string, fill: (handle: number) => void): void {
  const temporary = `${path}.part`;
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      fill(handle);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameStubborn(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes or replaces a file with the given content; see `writeWholeWith`. */
export function writeWhole(path: string, content: Uint8Array): void {
  writeWholeWith(path, (handle) => writeAll(handle, content));
}

/** A file to be written whole. */
export interface WholeFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Makes or replaces two files that belong together: where the second cannot be written, the first does not stay. */
export function writeBoth(first: WholeFile, second: WholeFile): void {
  writeWhole(first.path, first.content);
  try {
    writeWhole(second.path, second.content);
  } catch (error) {
    rmSync(first.path, { force: true });
    throw error;
  }
}
