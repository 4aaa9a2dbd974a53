import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONNECTION_PRAGMAS, openKeyed } from '../../../src-main/store/openKeyed.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { filesBelow, filesHolding } from '../../helpers/files.ts';
import { goalForm, openProcess, sessionForm } from '../../helpers/scene.ts';
import { PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
const paths = workspacePaths(harness.folder);
beforeAll(() => harness.create());
afterAll(() => harness.dispose());

function pragmasOf(connection: Database.Database): unknown {
  const names = Object.keys(CONNECTION_PRAGMAS);
  return {
    ...Object.fromEntries(names.map((name) => [name, connection.pragma(name, { simple: true })])),
    cipher: connection.pragma('cipher', { simple: true }),
    journal_mode: connection.pragma('journal_mode', { simple: true }),
  };
}

const EXPECTED = { ...CONNECTION_PRAGMAS, cipher: 'sqlcipher', journal_mode: 'wal' };

describe('every connection', () => {
  test('is made in two places only: the keyed one, and the lock that holds no data', () => {
    const made = [...filesBelow(join(import.meta.dirname, '../../../src-main'))]
      .filter(([, bytes]) => bytes.includes('new Database('))
      .map(([path]) => path);
    expect(made).toEqual(['store/instanceLock.ts', 'store/openKeyed.ts']);
  });

  test('of the store worker says the pragmas back', () => {
    expect(pragmasOf(harness.opened().workspace.store.connection)).toEqual(EXPECTED);
  });

  test.each([false, true])('beside it says them back too (read-only: %s)', (readonly) => {
    const { dataKey } = harness.opened().workspace;
    const connection = openKeyed(paths.database, dataKey, { mustExist: true, readonly });
    try {
      expect(pragmasOf(connection)).toEqual(EXPECTED);
    } finally {
      connection.close();
    }
  });

  test('needs a key of 32 bytes', () => {
    const open = () => openKeyed(paths.database, new Uint8Array(16), { mustExist: true });
    expect(open).toThrow('A data key has 32 bytes');
  });

  test('is refused with another key', () => {
    const open = () => openKeyed(paths.database, new Uint8Array(32), { mustExist: true });
    expect(open).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
  });
});

test('the lock is a database without a page, held exclusively', () => {
  expect(readFileSync(paths.lock)).toHaveLength(0);
  const other = new Database(paths.lock, { timeout: 0 });
  expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(
    expect.objectContaining({ code: 'SQLITE_BUSY' }),
  );
  other.close();
});

describe('on the disk', () => {
  const secret = {
    privateNote: 'Zmartwiona sową spod Ełku',
    privateDraft: 'Niedokończona myśl o żurawiu',
    goal: 'Klub złotej rybki w Łapach',
    person: 'Bronisława Wielbłądzka',
    notes: 'Zespół rozmawiał o jesiotrach',
    deleted: 'Zdanie, którego już nie ma',
  };

  beforeAll(async () => {
    const { engagement, team } = await openProcess(harness, 'library.goldap');
    const form = sessionForm(engagement.id, {
      reportNotes: secret.deleted,
      presentIds: team.map((one) => one.id),
    });
    const session = await harness.call('session.save', form);
    const { id, revision } = session;
    await harness.call('session.save', { ...form, id, revision, reportNotes: secret.notes });
    await harness.call('goal.save', goalForm(engagement.id, { title: secret.goal }));
    const note = { sessionId: id, revision: null, body: secret.privateNote };
    await harness.call('privateNote.save', note);
    await harness.call('draft.keep', {
      entity: 'privateNote',
      entityId: id,
      baseRevision: 1,
      body: JSON.stringify({ body: secret.privateDraft }),
    });
    await harness.call('person.save', {
      id: null,
      revision: null,
      name: secret.person,
      form: 'feminine',
      roles: ['trainer'],
      email: '',
      phone: '',
    });
    const closed = await harness.call('report.close', { kind: 'coaching-session', subjectId: id });
    if (closed.outcome !== 'closed') throw new Error(closed.outcome);
  });

  const look = () => {
    const { dataKey } = harness.opened().workspace;
    const files = filesBelow(harness.folder);
    const words = [...Object.values(secret), PASSPHRASE, dataKey.toString('hex')];
    const raw = [...files].filter(([, bytes]) => bytes.includes(dataKey)).map(([path]) => path);
    return [...raw, ...words.flatMap((word) => filesHolding(files, word))];
  };

  test('the looking finds what lies in clear', () => {
    const files = new Map([
      ['a', Buffer.from(`... ${secret.goal} ...`)],
      ['b', Buffer.from(Buffer.from(secret.goal).toString('base64'))],
      ['c', Buffer.from(secret.goal, 'utf16le')],
      ['d', Buffer.from('nic')],
    ]);
    expect(filesHolding(files, secret.goal)).toEqual(['a', 'b', 'c']);
  });

  test('nothing lies in clear while the workspace is open', () => {
    const names = [...filesBelow(harness.folder).keys()].map((path) =>
      path.replace(/^files.*/, 'files'),
    );
    expect(new Set(names)).toEqual(
      new Set([
        'files',
        'key.json',
        'lock.db',
        'lock.db-journal',
        'open.marker',
        'strefownik.db',
        'strefownik.db-shm',
        'strefownik.db-wal',
      ]),
    );
    expect(look()).toEqual([]);
  });

  test('the header is not that of a plain SQLite file', () => {
    expect(readFileSync(paths.database).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    );
  });

  test('nothing lies in clear after closing, and the database alone is left', async () => {
    const found = look();
    await harness.server.close();
    expect(found).toEqual([]);
    const files = filesBelow(harness.folder);
    const top = [...files.keys()].filter((path) => !path.startsWith('files'));
    expect(top).toEqual(['key.json', 'lock.db', 'strefownik.db']);
    const leaks = [...Object.values(secret), PASSPHRASE].flatMap((word) =>
      filesHolding(files, word),
    );
    expect(leaks).toEqual([]);
  });
});
