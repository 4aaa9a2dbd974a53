import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { SCHEMA_VERSION } from '../../../src-main/store/migrate.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyed } from '../../../src-main/store/openKeyed.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { filesBelow } from '../../helpers/files.ts';
import { codeOf, PASSPHRASE, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const base = mkdtempSync(join(tmpdir(), 'strefownik-opening-'));
const original = storeHarness({ folder: join(base, 'original') });
let dataKey: Buffer;
let count = 0;

beforeAll(async () => {
  await original.createQuickly();
  dataKey = Buffer.from(original.opened().workspace.dataKey);
  await original.server.close();
});
afterAll(() => rmSync(base, { recursive: true }));

/** A harness over a copy of the closed workspace. */
function copied(): StoreHarness {
  count += 1;
  const folder = join(base, String(count));
  mkdirSync(folder);
  cpSync(original.folder, join(folder, 'workspace'), { recursive: true });
  return storeHarness({ folder });
}

/** What the window is told, and whether the workspace's files are as they were. */
async function openingOf(harness: StoreHarness): Promise<{ says: string; untouched: boolean }> {
  const whole = () =>
    new Map([...filesBelow(harness.folder)].filter(([path]) => !path.startsWith('lock.db')));
  const before = whole();
  const status = await harness.call('workspace.status', {});
  const says = status.state === 'problem' ? status.failure.code : status.state;
  const after = whole();
  const untouched =
    before.size === after.size &&
    [...before].every(([path, bytes]) => after.get(path)?.equals(bytes) === true);
  await harness.server.close();
  return { says, untouched };
}

const databaseOf = (harness: StoreHarness) => workspacePaths(harness.folder).database;

test('a whole workspace opens', async () => {
  expect((await openingOf(copied())).says).toBe('open');
});

describe('a database that is not one is told, and stays as it is', () => {
  test('any other file', async () => {
    const harness = copied();
    writeFileSync(databaseOf(harness), 'Drogi pamiętniku! '.repeat(1000));
    expect(await openingOf(harness)).toEqual({ says: 'not-a-database', untouched: true });
  });

  test('a plain SQLite database', async () => {
    const harness = copied();
    rmSync(databaseOf(harness));
    const plain = new Database(databaseOf(harness));
    plain.exec('create table setting (key text, value text)');
    plain.close();
    expect(await openingOf(harness)).toEqual({ says: 'not-a-database', untouched: true });
  });

  test('an empty file, of which SQLite would make a new database', async () => {
    const harness = copied();
    truncateSync(databaseOf(harness), 0);
    expect(await openingOf(harness)).toEqual({ says: 'not-a-database', untouched: true });
  });

  test('the database of another workspace', async () => {
    const harness = copied();
    const other = openKeyed(join(base, 'other.db'), new Uint8Array(32).fill(7), {
      mustExist: false,
    });
    other.exec('create table setting (key text)');
    other.close();
    cpSync(join(base, 'other.db'), databaseOf(harness));
    expect(await openingOf(harness)).toEqual({ says: 'not-a-database', untouched: true });
  });

  test('none at all', async () => {
    const harness = copied();
    rmSync(databaseOf(harness));
    expect(await openingOf(harness)).toEqual({ says: 'file-missing', untouched: true });
  });
});

test('a database with a page overwritten is refused, not shown in part', async () => {
  const harness = copied();
  const bytes = readFileSync(databaseOf(harness));
  bytes.fill(0x5a, 4096, 8192);
  writeFileSync(databaseOf(harness), bytes);
  const { says } = await openingOf(harness);
  expect(['file-damaged', 'not-a-database']).toContain(says);
});

test('a newer schema is told with both versions, and the file stays byte for byte', async () => {
  const harness = copied();
  const newer = openKeyed(databaseOf(harness), dataKey, { mustExist: true });
  newer.pragma('user_version = 99');
  newer.pragma('wal_checkpoint(TRUNCATE)');
  newer.close();
  const before = readFileSync(databaseOf(harness));
  const status = await harness.call('workspace.status', {});
  expect(status).toMatchObject({
    state: 'problem',
    failure: { code: 'newer-schema', params: { found: 99, known: SCHEMA_VERSION } },
  });
  expect(readFileSync(databaseOf(harness)).equals(before)).toBe(true);
});

describe('the key file', () => {
  test('gone', async () => {
    const harness = copied();
    rmSync(workspacePaths(harness.folder).key);
    expect(await openingOf(harness)).toEqual({ says: 'key-file-missing', untouched: true });
    expect(await codeOf(harness.create())).toBe('key-file-missing');
  });

  test.each([
    ['damaged', '{"format":', 'key-file-damaged'],
    ['newer', '{"format":"strefownik-key","version":9}', 'newer-key-file'],
  ])('%s', async (_name, text, says) => {
    const harness = copied();
    writeFileSync(workspacePaths(harness.folder).key, text);
    expect(await openingOf(harness)).toEqual({ says, untouched: true });
  });
});

describe('a passphrase', () => {
  test('opens when it is right; a wrong or short one changes nothing', async () => {
    const harness = storeHarness({ folder: join(base, 'passphrase') });
    expect(await codeOf(harness.create({ passphrase: 'krótkie' }))).toBe('passphrase-too-short');
    expect((await harness.call('workspace.status', {})).state).toBe('none');
    await harness.create();
    expect(await codeOf(harness.create())).toBe('workspace-exists');
    await harness.server.close();
    expect(await openingOf(harness)).toEqual({ says: 'locked', untouched: true });
    expect(await codeOf(harness.call('library.list', {}))).toBe('workspace-closed');
    const unlock = (passphrase: string) => harness.call('workspace.unlock', { passphrase });
    const before = filesBelow(harness.folder);
    expect(await codeOf(unlock('sowa nad rzeką 8'))).toBe('wrong-passphrase');
    expect(filesBelow(harness.folder)).toEqual(before);
    expect(await unlock(PASSPHRASE)).toMatchObject({ state: 'open', demonstration: false });
    await harness.server.close();
  });
});

describe('a folder that cannot be written to', () => {
  test('because a file stands in its place', async () => {
    const file = join(base, 'a-file');
    writeFileSync(file, 'treść');
    const harness = storeHarness({ folder: file });
    expect(await codeOf(harness.create())).toBe('no-write-access');
    expect(readFileSync(file, 'utf8')).toBe('treść');
  });
});

describe('making a workspace', () => {
  test('that fails half-way leaves nothing behind', async () => {
    const harness = storeHarness({
      folder: join(base, 'failing'),
      printer: { render: () => Promise.reject(new Error('No paper')) },
    });
    const making = harness.create({ start: 'demonstration', passphrase: '' });
    expect(await codeOf(making)).toBe('unexpected');
    expect([...filesBelow(harness.folder).keys()]).toEqual([]);
    expect((await openingOf(harness)).says).toBe('none');
  });

  test('that was cut off counts as not made, and can be made again', async () => {
    const harness = copied();
    writeFileSync(workspacePaths(harness.folder).makingMarker, '');
    expect((await harness.call('workspace.status', {})).state).toBe('none');
    await harness.create({ start: 'empty' });
    expect(await harness.call('library.list', {})).toEqual([]);
    await harness.server.close();
    expect((await openingOf(harness)).says).toBe('locked');
  });
});
