import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreFailure } from './failures.ts';

/** Length of the data key in bytes. */
export const DATA_KEY_BYTES = 32;

/** What every connection to a workspace must say of itself; a test reads it back. */
export const CONNECTION_PRAGMAS = {
  // Temporary files would be plain text on the disk.
  temp_store: 2,
  // The compiled default in WAL is 1: the last commit could go with the power.
  synchronous: 2,
  // macOS answers a plain fsync before the disk has it; elsewhere these change nothing.
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  // Deleted rows are overwritten, not only unlinked.
  secure_delete: 1,
  foreign_keys: 1,
  // The upkeep worker checkpoints; on the calling thread it stalls a save for hundreds of milliseconds.
  wal_autocheckpoint: 0,
} as const;

/** How to open: an existing file only, or one that may be made. */
export interface OpenOptions {
  readonly mustExist: boolean;
  readonly readonly?: boolean;
}

/**
 * Opens an encrypted database (SQLCipher scheme) with the raw 32-byte data key.
 * Throws not-a-database for an empty file that must exist, EROFS and EACCES for one that cannot be written, else the driver's error: SQLITE_NOTADB when the key is
 * wrong or the file is not a database.
 */
export function openKeyed(
  path: string,
  dataKey: Uint8Array,
  options: OpenOptions,
): Database.Database {
  if (dataKey.byteLength !== DATA_KEY_BYTES) throw new Error('A data key has 32 bytes');
  // SQLite would open it for reading only, and stay so when the disk can be written again.
  if (options.mustExist && options.readonly !== true) accessSync(path, constants.W_OK);
  const db = new Database(path, {
    fileMustExist: options.mustExist,
    readonly: options.readonly ?? false,
  });
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    // As a raw key in hexadecimal: no key derivation by SQLite (170 ms at every open), scrypt has done that.
    db.pragma(`key = "x'${Buffer.from(dataKey).toString('hex')}'"`);
    const tables = db.prepare('select count(*) from sqlite_master').pluck().get();
    // SQLite takes an empty file for a new database, and would make one where a workspace was lost.
    if (options.mustExist && tables === 0) throw new StoreFailure('not-a-database');
    if (!(options.readonly ?? false)) db.pragma('journal_mode = WAL');
    for (const [name, value] of Object.entries(CONNECTION_PRAGMAS)) db.pragma(`${name} = ${value}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
