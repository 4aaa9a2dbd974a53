import Database from 'better-sqlite3';
import { StoreFailure } from './failures.ts';

/** The workspace is ours until this is let go; the system lets go when the process dies. */
export interface InstanceLock {
  release(): void;
}

// Held here so that no garbage collection can close the connection, and with it the lock.
const held = new Set<Database.Database>();

/** Takes the one-instance lock of a workspace. Throws second-instance when another process holds it. */
export function takeInstanceLock(path: string): InstanceLock {
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) {
      throw new StoreFailure('second-instance', {}, { cause: error });
    }
    throw error;
  }
  held.add(db);
  return {
    release: () => {
      held.delete(db);
      db.close();
    },
  };
}
