import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import type { Obstacle } from './trying.ts';

const FULL = ['disk-full', 'backup-first'];
const CHUNK = Buffer.alloc(1024 * 1024, 7);

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Writes a file until so many bytes are left, or none. */
function fill(folder: string, ballast: string, leave: number): void {
  const handle = openSync(ballast, 'w');
  try {
    for (;;) {
      const room = freeBytes(folder) - leave;
      if (room <= 0) return;
      writeSync(handle, CHUNK, 0, Math.min(room, CHUNK.length));
    }
  } finally {
    closeSync(handle);
  }
}

/** A small disk that is full but for so many bytes. */
export function fullDisk(disk: string, leave: number): Obstacle {
  const ballast = join(disk, 'ballast');
  return {
    name: leave === 0 ? 'full disk' : `${leave} bytes left`,
    says: FULL,
    put: () => fill(disk, ballast, leave),
    lift: () => rmSync(ballast, { force: true }),
  };
}

/** A database that may not grow: as near to a full disk as it comes without one. */
export function fullDatabase(): Obstacle {
  let limited: StoreHarness | undefined;
  const limit = (pages: string): void => {
    limited?.opened().workspace.store.connection.pragma(`max_page_count = ${pages}`);
  };
  return {
    name: 'no page left in the database',
    says: FULL,
    put(harness) {
      limited = harness;
      const { connection } = harness.opened().workspace.store;
      limit(String(connection.pragma('page_count', { simple: true })));
    },
    lift: () => limit('1000000'),
  };
}

function command(name: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
}

/** A folder on which nothing can be written, not even by the system's owner; for processes with mounts of their own. */
export function readOnlyFolder(base: string, place: string): Obstacle {
  const folder = join(base, place);
  let put = false;
  return {
    name: `${place} is read-only`,
    says: ['no-write-access', 'backup-first'],
    put() {
      if (!existsSync(folder)) return;
      command('mount', '--bind', folder, folder);
      put = true;
      command('mount', '-o', 'remount,bind,ro', folder);
    },
    lift() {
      // A connection that was opened meanwhile may still have files there.
      if (put) command('umount', '-l', folder);
      put = false;
    },
  };
}
