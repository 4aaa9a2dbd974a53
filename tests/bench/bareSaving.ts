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
import { openPlain, plainCopy } from './plainCopy.ts';
import { copyWorkspace } from './surroundings.ts';

/** A statement that wrote, with its values. */
interface Write {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

function dataKeyOf(workspace: string): Buffer {
  const dataKey = openDataKey(readKeyFile(workspacePaths(workspace).key));
  if (dataKey === null) throw new Error(`${workspace} has a passphrase`);
  return dataKey;
}

/** Runs what the store wrote for one save in one transaction, and nothing else: milliseconds. */
function bareSaves(connection: Database.Database): (writes: readonly Write[]) => number {
  const statements = new Map<string, Database.Statement>();
  const write = connection.transaction((writes: readonly Write[]) => {
    for (const { sql, values } of writes) statements.get(sql)?.run(...values);
  });
  return (writes) => {
    for (const { sql } of writes)
      if (!statements.has(sql)) statements.set(sql, connection.prepare(sql));
    const began = performance.now();
    write.immediate(writes);
    return performance.now() - began;
  };
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

/** Milliseconds of each save. */
export interface TimedSaves {
  /** In the store itself: input checked as at the door, use case, transaction. */
  readonly own: readonly number[];
  /** The bare transaction of the same rows. */
  readonly bare: readonly number[];
  /** The same without encryption. */
  readonly plain: readonly number[];
}

/** The first saves run code that is not compiled yet; they are not counted. */
const WARM_UP = 20;

/** Saves each text by the store, and at once what it wrote by the others, so that all feel the same disk. */
async function saveSideBySide(
  base: string,
  session: Recorded<CoachingSession>,
  texts: readonly string[],
  others: { readonly bare: Database.Database; readonly plain: Database.Database },
): Promise<TimedSaves> {
  const harness = storeHarness({ folder: base });
  const [own, bare, plain]: [number[], number[], number[]] = [[], [], []];
  const [writeBare, writePlain] = [bareSaves(others.bare), bareSaves(others.plain)];
  try {
    await harness.call('workspace.status', {});
    const writes = noteWrites(harness.opened().workspace.store.connection);
    let { revision } = session;
    for (const reportNotes of [...texts.slice(0, WARM_UP), ...texts]) {
      writes.length = 0;
      const form = { ...formOf(session), revision, reportNotes };
      const began = performance.now();
      const envelope = await harness.knock('session.save', form);
      own.push(performance.now() - began);
      if (!envelope.ok) throw new Error(`session.save: ${envelope.failure.code}`);
      ({ revision } = envelope.value as Recorded<CoachingSession>); // what this call answers
      bare.push(writeBare(writes));
      plain.push(writePlain(writes));
    }
  } finally {
    await harness.server.close();
  }
  const counted = (times: readonly number[]) => times.slice(WARM_UP);
  return { own: counted(own), bare: counted(bare), plain: counted(plain) };
}

/**
 * Times the store's own saves beside bare transactions: the very rows that saving writes, by the very
 * statements, with the same key and pragmas, but nothing around them: no page, no door, no worker, no use case.
 * @param workspace the original; it stays as it is
 * @param folder an empty one for the copies
 */
export async function timeBareSaves(
  workspace: string,
  folder: string,
  session: Recorded<CoachingSession>,
  texts: readonly string[],
): Promise<TimedSaves> {
  const copy = join(folder, 'bare');
  copyWorkspace(workspace, join(folder, 'workspace'));
  copyWorkspace(workspace, copy);
  const dataKey = dataKeyOf(copy);
  const bare = openKeyed(workspacePaths(copy).database, dataKey, { mustExist: true });
  const plain = openPlain(
    plainCopy(workspacePaths(workspace).database, dataKey, join(folder, 'plain.db')),
  );
  try {
    return await saveSideBySide(folder, session, texts, { bare, plain });
  } finally {
    bare.close();
    plain.close();
  }
}
