import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { CoachingSession } from '../../src-main/domain/coachingSession.ts';
import type { Recorded } from '../../src-main/domain/noun.ts';
import type { SqlValue } from '../../src-main/store/db.ts';
import { openDataKey, readKeyFile } from '../../src-main/store/keyFile.ts';
import { openKeyed } from '../../src-main/store/openKeyed.ts';
import { workspacePaths } from '../../src-main/store/workspace.ts';
import type { FormOf } from '../../src-main/usecases/tools.ts';
import { storeHarness } from '../helpers/storeHarness.ts';
import { copyWorkspace } from './surroundings.ts';

/** A statement that wrote, with its values. */
interface Write {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

function openBare(workspace: string): Database.Database {
  const paths = workspacePaths(workspace);
  const dataKey = openDataKey(readKeyFile(paths.key));
  if (dataKey === null) throw new Error(`${workspace} has a passphrase`);
  return openKeyed(paths.database, dataKey, { mustExist: true });
}

/** Notes every statement that a connection runs to write, while it runs it. */
function noteWrites(connection: Database.Database): Write[] {
  const writes: Write[] = [];
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const run = statement.run.bind(statement);
    statement.run = (...values: unknown[]) => {
      writes.push({ sql, values: values as SqlValue[] }); // the store hands over nothing else
      return run(...values);
    };
    return statement;
  }) as typeof connection.prepare; // its generic result is the statement's own
  return writes;
}

/** What the application's own store writes for each text: one list of statements a save. */
async function recordSaves(
  base: string,
  session: Recorded<CoachingSession>,
  texts: readonly string[],
): Promise<Write[][]> {
  const harness = storeHarness({ folder: base });
  try {
    await harness.call('workspace.status', {});
    const writes = noteWrites(harness.opened().workspace.store.connection);
    const saves: Write[][] = [];
    let { revision } = session;
    for (const reportNotes of texts) {
      writes.length = 0;
      const form = { ...formOf(session), revision, reportNotes };
      ({ revision } = await harness.call('session.save', form));
      saves.push([...writes]);
    }
    return saves;
  } finally {
    await harness.server.close();
  }
}

/** A saved session as its form sends it. */
export function formOf({
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  originWorkspace: _originWorkspace,
  deletedAt: _deletedAt,
  ...form
}: Recorded<CoachingSession>): FormOf<CoachingSession> {
  return form;
}

/**
 * Times the bare transactions: the very rows that saving writes, by the very statements, with the
 * same key and pragmas, but nothing around them: no page, no door, no worker, no use case.
 * @param workspace the original; it stays as it is
 * @param folder an empty one for the two copies
 * @returns milliseconds of each transaction
 */
export async function timeBareSaves(
  workspace: string,
  folder: string,
  session: Recorded<CoachingSession>,
  texts: readonly string[],
): Promise<number[]> {
  const bare = join(folder, 'bare');
  copyWorkspace(workspace, join(folder, 'workspace'));
  copyWorkspace(workspace, bare);
  const saves = await recordSaves(folder, session, texts);
  const connection = openBare(bare);
  try {
    const statements = new Map<string, Database.Statement>();
    for (const { sql } of saves.flat())
      if (!statements.has(sql)) statements.set(sql, connection.prepare(sql));
    const write = connection.transaction((writes: readonly Write[]) => {
      for (const { sql, values } of writes) statements.get(sql)?.run(...values);
    });
    return saves.map((writes) => {
      const began = performance.now();
      write.immediate(writes);
      return performance.now() - began;
    });
  } finally {
    connection.close();
  }
}
