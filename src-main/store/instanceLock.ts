import Database from 'better-sqlite3';
import { StoreFailure } from './failures.ts';

/** The workspace is ours until this is let go; the system lets go when the process dies. */
export interface InstanceLock {
  release(): void;
}

// Held here so that no garbage collection can close the connection, and with it the lock.
const held = new Set<Database.Database>();

/** Locks on their way from one owner in this process to the next; null: nobody has let go of it yet. */
const passedOn = new Map<string, Database.Database | null>();

function lockOf(path: string, db: Database.Database): InstanceLock {
  return {
    release: () => {
      if (passedOn.get(path) === null) {
        passedOn.set(path, db);
        return;
      }
      held.delete(db);
      db.close();
    },
  };
}

/**
 * Keeps other processes out while a workspace goes through several hands in this one: what one of them lets go of is
 * what the next one takes.
 */
export async function passingLock<Result>(
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  passedOn.set(path, null);
  try {
    return await work();
  } finally {
    const left = passedOn.get(path);
    passedOn.delete(path);
    if (left != null) lockOf(path, left).release();
  }
}

/** Takes the one-instance lock of a workspace. Throws second-instance when another process holds it. */
export function takeInstanceLock(path: string): InstanceLock {
  const passed = passedOn.get(path);
  if (passed != null) {
    passedOn.set(path, null);
    return lockOf(path, passed);
  }
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
  return lockOf(path, db);
}
