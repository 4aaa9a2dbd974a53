import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorFields, type Log } from './log.ts';

/** Clear copies older than this are removed. Milliseconds. */
export const OUTGOING_LIFETIME = 24 * 60 * 60 * 1000;

/**
 * Makes the outgoing folder readable by its owner alone and removes clear copies older than a day.
 * Never rejects: a copy that another program still holds open goes at the next sweep.
 */
export async function sweepOutgoing(folder: string, now: number, log: Log): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700); // the mode above is cut by the umask and ignored where the folder exists
    for (const name of await readdir(folder)) await removeIfOld(join(folder, name), now, log);
  } catch (error) {
    log.write('outgoing-sweep-failed', errorFields(error));
  }
}

async function removeIfOld(path: string, now: number, log: Log): Promise<void> {
  try {
    const { mtimeMs } = await lstat(path);
    if (now - mtimeMs <= OUTGOING_LIFETIME) return;
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    log.write('outgoing-copy-stays', errorFields(error));
  }
}
