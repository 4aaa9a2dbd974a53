import { cpSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CONNECTION_PRAGMAS, openKeyed } from '../../src-main/store/openKeyed.ts';

/** Copies a database and takes the encryption out of the copy, to tell what encryption costs. Answers its path. */
export function plainCopy(encrypted: string, dataKey: Uint8Array, target: string): string {
  cpSync(encrypted, target);
  const db = openKeyed(target, dataKey, { mustExist: true });
  db.pragma('journal_mode = DELETE');
  db.pragma(`rekey = ''`);
  db.close();
  return target;
}

/** Opens an unencrypted copy with the application's own pragmas. */
export function openPlain(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true });
  db.pragma('journal_mode = WAL');
  for (const [name, value] of Object.entries(CONNECTION_PRAGMAS)) db.pragma(`${name} = ${value}`);
  return db;
}
