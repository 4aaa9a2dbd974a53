import type Database from 'better-sqlite3';
import { StoreFailure } from './failures.ts';
import type { Migration } from './migrations/migration.ts';
import { migration0001 } from './migrations/migration0001.ts';
import { migration0002 } from './migrations/migration0002.ts';

/** All migrations in order; the last one's version is the schema that this program knows. */
export const MIGRATIONS: readonly Migration[] = [migration0001, migration0002];

/** The schema version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The schema version of an open database; 0 when nothing was ever made in it. */
export function schemaVersion(db: Database.Database): number {
  const version: unknown = db.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}

/**
 * Brings a database to this program's schema: each step and its version in one transaction.
 * Throws newer-schema, having changed nothing, when the file comes from a newer program.
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const found = schemaVersion(db);
  const known = migrations.at(-1)?.version ?? 0;
  if (found > known) throw new StoreFailure('newer-schema', { found, known });
  for (const migration of migrations) {
    if (migration.version <= found) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).exclusive();
  }
}
