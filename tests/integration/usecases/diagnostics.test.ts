import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src-main/domain/calendar.ts';
import { StoredFileId } from '../../../src-main/domain/report.ts';
import { writeEncrypted } from '../../../src-main/files/encryptedFile.ts';
import { storedFiles } from '../../../src-main/store/reports.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import {
  runDiagnostics,
  type Check,
  type CheckKey,
} from '../../../src-main/usecases/diagnostics.ts';
import { stampOf } from '../../../src-main/usecases/tools.ts';
import { ME, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

let harness: StoreHarness;
beforeEach(async () => {
  harness = storeHarness();
  await harness.createQuickly();
});
afterEach(() => harness.dispose());

/** An encrypted file with its row, as a closed report has one; answers where it lies. */
function addFile(content: string): string {
  const { tools } = harness.opened();
  const { folder, dataKey } = tools.files;
  const written = writeEncrypted(folder, dataKey, Buffer.from(content));
  tools.store.inTransaction((db) =>
    storedFiles.insert(db, stampOf(tools), {
      ...written,
      id: StoredFileId.parse(tools.newId()),
      mediaType: 'application/pdf',
    }),
  );
  return join(folder, written.path);
}

function flipByte(path: string, at: number): void {
  const byte = readFileSync(path)[at] ?? 0;
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.from([byte ^ 0xff]), 0, 1, at);
  closeSync(handle);
}

async function check(key: CheckKey): Promise<Check> {
  const { checks } = await harness.call('diagnostics.run', {});
  const found = checks.find((one) => one.key === key);
  if (found === undefined) throw new Error(`The self-test did not look at ${key}`);
  return found;
}

describe('a healthy workspace', () => {
  test('is good in everything that the worker can see, and says nothing of what is in it', async () => {
    addFile('raport pierwszy');
    addFile('raport drugi');
    await harness.call('backup.make', {});
    const { checks } = await harness.call('diagnostics.run', {});
    const states = Object.fromEntries(checks.map(({ key, state }) => [key, state]));
    expect(states).toMatchObject({
      integrity: 'good',
      files: 'good',
      backup: 'good',
      encryption: 'good',
      recovery: 'good',
      runtime: 'good',
      'second-place': 'warning',
    });
    expect(checks.find(({ key }) => key === 'files')?.values).toEqual({ count: 2, opened: 2 });
    const said = JSON.stringify(checks);
    expect(said).not.toContain(ME.name);
    expect(said).not.toContain(harness.folder);
  });

  test('without a backup says so', async () => {
    expect(await check('backup')).toMatchObject({ state: 'bad', values: { why: 'none' } });
  });
});

describe('files', () => {
  test('one that is gone is missing', async () => {
    addFile('zostaje');
    rmSync(addFile('znika'));
    expect(await check('files')).toMatchObject({
      state: 'bad',
      values: { missing: 1, damaged: 0, count: 2 },
    });
  });

  test('one with a flipped byte is damaged', async () => {
    addFile('zostaje');
    const path = addFile('psuje się');
    flipByte(path, statSync(path).size - 20);
    expect(await check('files')).toMatchObject({
      state: 'bad',
      values: { missing: 0, damaged: 1, count: 2 },
    });
  });

  test('one that is too short is damaged even when it is not opened', async () => {
    const path = addFile('urwany');
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    expect(await check('files')).toMatchObject({ values: { missing: 0, damaged: 1 } });
  });
});

describe('the database', () => {
  test('with a flipped byte in its last page is bad', async () => {
    const { store } = harness.opened().workspace;
    store.connection.pragma('wal_checkpoint(TRUNCATE)');
    const { database } = workspacePaths(harness.folder);
    flipByte(database, statSync(database).size - 100);
    expect(await check('integrity')).toMatchObject({ state: 'bad' });
  });

  test('is looked through on its own connection where nobody else does it', async () => {
    const { tools } = harness.opened();
    const { checkIntegrity: _others, safety: _facts, ...alone } = tools;
    const { checks } = await runDiagnostics(alone, { node: '24.0.0' });
    expect(checks.map(({ key }) => key)).toEqual([
      'integrity',
      'files',
      'free-space',
      'encryption',
      'runtime',
    ]);
    expect(checks[0]).toMatchObject({ key: 'integrity', state: 'good' });
  });

  test('says when a setting of its connection strays', async () => {
    harness.opened().workspace.store.connection.pragma('secure_delete = 0');
    expect(await check('encryption')).toMatchObject({
      state: 'bad',
      values: { why: 'settings', settings: 'secure_delete' },
    });
  });

  test('with a passphrase must have no open key beside it', async () => {
    const other = storeHarness();
    await other.create();
    const { key } = workspacePaths(other.folder);
    const file = JSON.parse(readFileSync(key, 'utf8')) as { wraps: unknown[] };
    const dataKey = other.opened().workspace.dataKey.toString('hex');
    const open = { ...file, wraps: [...file.wraps, { kind: 'demonstration', dataKey }] };
    writeFileSync(key, JSON.stringify(open));
    const { checks } = await other.call('diagnostics.run', {});
    expect(checks.find((one) => one.key === 'encryption')).toMatchObject({
      state: 'bad',
      values: { why: 'open-key' },
    });
    await other.dispose();
  });
});

test('an old backup grows from fresh to old', async () => {
  let now = Date.parse('2026-11-24T09:00:00.000Z');
  const aged = storeHarness({ now: () => now });
  await aged.createQuickly();
  await aged.call('backup.make', {});
  const stateAfter = async (days: number): Promise<string | undefined> => {
    now = Date.parse('2026-11-24T09:00:00.000Z') + days * 86_400_000;
    const { checks } = await aged.call('diagnostics.run', {});
    return checks.find(({ key }) => key === 'backup')?.state;
  };
  expect(await stateAfter(1)).toBe('good');
  expect(await stateAfter(3)).toBe('warning');
  expect(await stateAfter(8)).toBe('bad');
  expect(instantOf(now)).toBe('2026-12-02T09:00:00.000Z');
  await aged.dispose();
});
