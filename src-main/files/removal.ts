import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './wholeFile.ts';

/** Removes sealed files for good; answers those that are still there (another program holds them). */
export function removeSealed(folder: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    try {
      rmSync(join(folder, path), { force: true });
      syncFolder(dirname(join(folder, path)));
      return false;
    } catch (error) {
      // Its shelf is gone, and the file with it.
      return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    }
  });
}

/** Removes every clear copy, which can all be made again; answers whether none is left. */
export function clearOutgoing(folder: string): boolean {
  try {
    for (const name of readdirSync(folder))
      rmSync(join(folder, name), { recursive: true, force: true });
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
