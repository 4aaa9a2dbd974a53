import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupsIn, placeFolder, poolFolder } from '../../../src-main/store/backup/places.ts';
import { readKeyFile } from '../../../src-main/store/keyFile.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { codeOf, PASSPHRASE, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
beforeAll(() => harness.create());
afterAll(() => harness.dispose());

const placeOf = ({ backups, opened }: StoreHarness) =>
  placeFolder(backups, opened().workspace.workspaceId);

async function holdSession(of: StoreHarness, topic: string) {
  const { engagement } = await openProcess(of, 'library.goldap');
  return of.call('session.save', sessionForm(engagement.id, { topic, reportNotes: 'Notatka' }));
}

/** Numbers that tell whether all rows of the nouns are as they were; keys that a restore itself writes left out. */
function rowsOf(of: StoreHarness) {
  const { setting: _setting, change: _change, ...rest } = of.dump();
  return rest;
}

describe('a backup', () => {
  test('is reopened, checked, counted, and shares its files', async () => {
    await holdSession(harness, 'Pierwsza');
    const row = await harness.call('backup.make', {});
    expect(row).toMatchObject({ place: 'first', reason: 'by-hand', state: 'verified' });
    expect(row.contents).toMatchObject({ libraries: 25, sessions: 1, reports: 0 });
    expect(readdirSync(join(placeOf(harness), row.id)).toSorted()).toEqual([
      'files.list',
      'key.json',
      'manifest.json',
      'strefownik.db',
    ]);
    expect((await harness.call('backup.list', {})).map(({ id }) => id)).toEqual([row.id]);
    const { lastBackup, backupProblem } = await harness.call('safety.get', {});
    expect([lastBackup, backupProblem]).toEqual([{ at: row.createdAt, verified: true }, null]);
  });

  test('is nothing that can be read without the key', async () => {
    const [backup] = backupsIn(placeOf(harness));
    if (backup === undefined) throw new Error('A backup was made');
    const whole = Object.values(backup.paths)
      .filter((path) => existsSync(path) && statSync(path).isFile())
      .map((path) => readFileSync(path).toString('latin1'))
      .join('\n');
    for (const word of ['SQLite format', 'Gołdap', 'Pierwsza', 'Notatka', PASSPHRASE])
      expect(whole).not.toContain(Buffer.from(word, 'utf8').toString('latin1'));
  });

  test('of a changed state does not touch an older one', async () => {
    const [first] = await harness.call('backup.list', {});
    await holdSession(harness, 'Druga');
    const second = await harness.call('backup.make', {});
    expect(second.contents?.sessions).toBe(2);
    const list = await harness.call('backup.list', {});
    expect(list.map(({ contents }) => contents?.sessions)).toEqual([2, 1]);
    expect(list[1]).toEqual(first);
  });

  test('that lost bytes is told as damaged and cannot be restored', async () => {
    await holdSession(harness, 'Trzecia');
    const made = await harness.call('backup.make', {});
    const { database } = backupsIn(placeOf(harness)).find(({ id }) => id === made.id)?.paths ?? {};
    if (database === undefined) throw new Error('A backup was made');
    truncateSync(database, 0);
    const list = await harness.call('backup.list', {});
    expect(list.find(({ id }) => id === made.id)?.state).toBe('damaged');
    const before = rowsOf(harness);
    const restoring = harness.call('restore.run', {
      backup: { place: 'first', id: made.id },
      key: { kind: 'current' },
    });
    expect(await codeOf(restoring)).toBe('backup-damaged');
    expect(rowsOf(harness)).toEqual(before);
  });
});

describe('restoring', () => {
  test('brings the copied state back, keeps the present one and can be taken back', async () => {
    const then = await harness.call('backup.make', {});
    const rowsThen = rowsOf(harness);
    await holdSession(harness, 'Po kopii');
    const rowsNow = rowsOf(harness);
    const ref = { place: 'first', id: then.id } as const;
    const look = await harness.call('restore.look', ref);
    expect(look.needsKey).toBe(false);
    expect([look.backup.contents?.sessions, look.now?.sessions]).toEqual([3, 4]);
    const status = await harness.call('restore.run', { backup: ref, key: { kind: 'current' } });
    expect(status.state).toBe('open');
    expect(rowsOf(harness)).toEqual(rowsThen);
    const { lastRestore } = await harness.call('safety.get', {});
    expect(lastRestore?.from).toBe(then.createdAt);
    await harness.call('restore.undo', {});
    expect(rowsOf(harness)).toEqual(rowsNow);
    const reasons = (await harness.call('backup.list', {})).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'before-restore')).toHaveLength(2);
  });
});

describe('a damaged workspace', () => {
  test('is set aside, not removed, and the newest good backup takes its place', async () => {
    const made = await harness.call('backup.make', {});
    const rows = rowsOf(harness);
    await harness.server.close();
    const database = join(harness.folder, 'strefownik.db');
    const bytes = readFileSync(database);
    bytes.fill(7, 0, 4096);
    writeFileSync(database, bytes);
    expect(await codeOf(harness.call('workspace.unlock', { passphrase: PASSPHRASE }))).toBe(
      'not-a-database',
    );
    const [newest] = await harness.call('backup.list', {});
    expect(newest?.id).toBe(made.id);
    await harness.call('restore.run', {
      backup: { place: 'first', id: made.id },
      key: { kind: 'passphrase', passphrase: PASSPHRASE },
    });
    expect(rowsOf(harness)).toEqual(rows);
    const aside = readdirSync(harness.folder).find((name) => name.startsWith('odlozone-'));
    expect(readFileSync(join(harness.folder, aside ?? '', 'strefownik.db')).equals(bytes)).toBe(
      true,
    );
  });

  test('whose key file is gone opens by the one in the backup', async () => {
    const made = await harness.call('backup.make', {});
    await harness.server.close();
    rmSync(join(harness.folder, 'key.json'));
    const status = await harness.call('workspace.status', {});
    expect(status.state === 'problem' ? status.failure.code : status.state).toBe(
      'key-file-missing',
    );
    expect((await harness.call('backup.list', {})).map(({ id }) => id)).toContain(made.id);
    await harness.call('restore.run', {
      backup: { place: 'first', id: made.id },
      key: { kind: 'passphrase', passphrase: PASSPHRASE },
    });
    expect(readKeyFile(join(harness.folder, 'key.json')).workspaceId).toBe(
      harness.opened().workspace.workspaceId,
    );
  });
});

describe('the second place', () => {
  const stick = mkdtempSync(join(tmpdir(), 'strefownik-stick-'));
  afterAll(() => rmSync(stick, { recursive: true, force: true }));

  test('takes a whole copy with its files, and tells when it was unplugged', async () => {
    const second = await harness.ask('desk.setSecondPlace', { path: stick });
    expect(second).toMatchObject({ path: stick, present: true, lastCopyAt: null, due: true });
    await harness.call('backup.make', {});
    const copied = await harness.call('backup.copyToSecond', {});
    expect(copied.due).toBe(false);
    const rows = await harness.call('backup.list', {});
    expect(rows.filter(({ place }) => place === 'second').map(({ state }) => state)).toEqual([
      'verified',
    ]);
    rmSync(stick, { recursive: true });
    expect(await codeOf(harness.call('backup.copyToSecond', {}))).toBe('place-missing');
    expect((await harness.call('safety.get', {})).second?.present).toBe(false);
    expect(existsSync(poolFolder(placeOf(harness)))).toBe(true);
  });
});
