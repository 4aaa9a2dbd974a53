import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import { backupsIn, placeFolder } from '../../../src-main/store/backup/places.ts';
import { readKeyFile } from '../../../src-main/store/keyFile.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import {
  codeOf,
  PASSPHRASE,
  storeHarness,
  type HarnessOptions,
  type StoreHarness,
} from '../../helpers/storeHarness.ts';

const PAGE = 4096;
const opened: StoreHarness[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.dispose();
});

function harnessWith(options: HarnessOptions = {}): StoreHarness {
  const harness = storeHarness(options);
  opened.push(harness);
  return harness;
}

async function hold(harness: StoreHarness, topic: string): Promise<void> {
  const { engagement } = await openProcess(harness, 'library.goldap');
  await harness.call('session.save', sessionForm(engagement.id, { topic }));
}

const first = (id: string): CallInput<'restore.run'>['backup'] => ({ place: 'first', id });
const byPassphrase = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
const current = { kind: 'current' } as const;

/** Topics of all sessions, in the order they were saved. */
const topicsIn = (harness: StoreHarness) =>
  harness
    .opened()
    .workspace.store.all('select topic from coaching_session order by created_at, topic')
    .map((row) => row['topic']);

const asideIn = ({ folder }: StoreHarness) =>
  readdirSync(folder).filter((name) => name.startsWith('odlozone-'));

function flip(path: string, page: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(page * PAGE + 100) ^ 1, page * PAGE + 100);
  writeFileSync(path, bytes);
}

/** A workspace with a passphrase, a backup that holds one session, and a second session after it. */
async function workedOn(options: HarnessOptions = {}): Promise<[StoreHarness, string]> {
  const harness = harnessWith(options);
  await harness.create();
  await hold(harness, 'W kopii');
  const { id } = await harness.call('backup.make', {});
  await hold(harness, 'Po kopii');
  return [harness, id];
}

describe('while the present state is kept', () => {
  test('nothing is saved that neither it nor the restored state would hold', async () => {
    const said: Promise<string>[] = [];
    const harness: StoreHarness = harnessWith({
      step: (name) => {
        if (name !== 'restore.kept') return;
        said.push(codeOf(harness.call('draft.keep', draft('Za późno'))));
      },
    });
    const draft = (body: string) => ({
      entity: 'library' as const,
      entityId: 'library.goldap',
      baseRevision: 1,
      body,
    });
    await harness.createQuickly();
    const { id } = await harness.call('backup.make', {});
    await harness.call('draft.keep', draft('W porę'));
    await harness.call('restore.run', { backup: first(id), key: current });
    expect(await Promise.all(said)).toEqual(['workspace-closed']);
    expect(await harness.call('draft.list', {})).toEqual([]);
    await harness.call('restore.undo', {});
    expect((await harness.call('draft.list', {})).map(({ body }) => body)).toEqual(['W porę']);
  });

  test('a failure leaves the workspace open and answering as before', async () => {
    let failing = true;
    const harness = harnessWith({
      step: (name) => {
        if (failing && name === 'restore.kept') throw new Error('cut');
      },
    });
    await harness.createQuickly();
    const { id } = await harness.call('backup.make', {});
    const restoring = harness.call('restore.run', { backup: first(id), key: current });
    expect(await codeOf(restoring)).toBe('unexpected');
    await hold(harness, 'Dalej');
    expect(topicsIn(harness)).toEqual(['Dalej']);
    failing = false;
    await harness.call('restore.run', { backup: first(id), key: current });
    expect(topicsIn(harness)).toEqual([]);
  });
});

describe('damage', () => {
  test('in what a copy itself reads does not stand in the way of restoring', async () => {
    const harness = harnessWith();
    await harness.createQuickly();
    await hold(harness, 'W kopii');
    const { id } = await harness.call('backup.make', {});
    const { store } = harness.opened().workspace;
    const root = store.get(`select rootpage as page from sqlite_master where name = 'change'`);
    await harness.server.close();
    flip(workspacePaths(harness.folder).database, Number(root?.['page']) - 1);
    expect((await harness.call('workspace.status', {})).state).toBe('open');
    expect(await codeOf(harness.call('backup.make', {}))).toBe('file-damaged');
    await harness.call('restore.run', { backup: first(id), key: current });
    expect(topicsIn(harness)).toEqual(['W kopii']);
    expect(asideIn(harness)).toHaveLength(1);
  });

  test('in what is read first is told as a problem, and a backup can be looked at and restored', async () => {
    const harness = harnessWith();
    await harness.createQuickly();
    const { id } = await harness.call('backup.make', {});
    const { store } = harness.opened().workspace;
    const roots = store.all(
      `select rootpage as page from sqlite_master where name in ('person', 'library')`,
    );
    await harness.server.close();
    for (const { page } of roots) flip(workspacePaths(harness.folder).database, Number(page) - 1);
    await harness.knock('workspace.status', {}); // opens it
    expect(await harness.call('workspace.status', {})).toMatchObject({
      state: 'problem',
      failure: { code: 'file-damaged' },
    });
    expect((await harness.call('restore.look', first(id))).now).toBeNull();
    await harness.call('restore.run', { backup: first(id), key: current });
    expect(await harness.call('library.list', {})).toHaveLength(25);
  });

  test('of a copy is told as the copy’s, and the present state stays open', async () => {
    const harness = harnessWith();
    await harness.createQuickly();
    const { id } = await harness.call('backup.make', {});
    const [backup] = backupsIn(
      placeFolder(harness.backups, harness.opened().workspace.workspaceId),
    );
    flip(backup?.paths.database ?? '', 0);
    const restoring = harness.call('restore.run', { backup: first(id), key: current });
    expect(await codeOf(restoring)).toBe('backup-damaged');
    expect(await harness.call('library.list', {})).toHaveLength(25);
  });
});

describe('the key file alone', () => {
  test('comes back where it is gone, and nothing since the backup is lost', async () => {
    const [harness, id] = await workedOn();
    await harness.server.close();
    rmSync(join(harness.folder, 'key.json'));
    const input = { backup: first(id), key: byPassphrase };
    expect(await harness.call('restore.keyOnly', input)).toMatchObject({
      outcome: 'opened',
      status: { state: 'open' },
    });
    expect(topicsIn(harness)).toEqual(['W kopii', 'Po kopii']);
    expect(asideIn(harness)).toEqual([]);
    await harness.server.close();
    await harness.call('workspace.unlock', { passphrase: PASSPHRASE });
  });

  test('comes back where it is damaged, which is set aside; another passphrase changes nothing', async () => {
    const [harness, id] = await workedOn();
    await harness.server.close();
    const { key } = workspacePaths(harness.folder);
    writeFileSync(key, 'zepsuty');
    const wrong = { kind: 'passphrase', passphrase: 'nie to hasło' } as const;
    const trying = harness.call('restore.keyOnly', { backup: first(id), key: wrong });
    expect(await codeOf(trying)).toBe('wrong-passphrase');
    expect(readFileSync(key, 'utf8')).toBe('zepsuty');
    await harness.call('restore.keyOnly', { backup: first(id), key: byPassphrase });
    expect(topicsIn(harness)).toEqual(['W kopii', 'Po kopii']);
    const [aside = ''] = asideIn(harness);
    expect(readFileSync(join(harness.folder, aside, 'key.json'), 'utf8')).toBe('zepsuty');
  });

  test('comes back where its passphrase was forgotten and a copy elsewhere has an older one', async () => {
    const [harness, id] = await workedOn();
    const place = placeFolder(harness.backups, harness.opened().workspace.workspaceId);
    const older = readFileSync(join(place, id, 'key.json'));
    await harness.call('passphrase.change', { current: PASSPHRASE, next: 'zapomniane hasło' });
    writeFileSync(join(place, id, 'key.json'), older); // it lay on a stick that was not there
    await harness.server.close();
    await harness.call('restore.keyOnly', { backup: first(id), key: byPassphrase });
    expect(topicsIn(harness)).toEqual(['W kopii', 'Po kopii']);
    await harness.server.close();
    await harness.call('workspace.unlock', { passphrase: PASSPHRASE });
  });

  test('is not it where the key is good or the database is damaged: nothing is changed', async () => {
    const [harness, id] = await workedOn();
    await harness.server.close();
    const paths = workspacePaths(harness.folder);
    const input = { backup: first(id), key: byPassphrase };
    expect(await harness.call('restore.keyOnly', input)).toEqual({ outcome: 'not-it' });
    rmSync(paths.key);
    flip(paths.database, 0);
    const before = readFileSync(paths.database);
    expect(await harness.call('restore.keyOnly', input)).toEqual({ outcome: 'not-it' });
    expect(existsSync(paths.key)).toBe(false);
    expect(readFileSync(paths.database).equals(before)).toBe(true);
  });
});

test('a restore over locked but whole data keeps them, and can be taken back', async () => {
  const [harness, id] = await workedOn();
  await harness.server.close();
  await harness.call('restore.run', { backup: first(id), key: byPassphrase });
  expect(topicsIn(harness)).toEqual(['W kopii']);
  expect(asideIn(harness)).toEqual([]);
  expect((await harness.call('safety.get', {})).lastRestore).not.toBeNull();
  await harness.call('restore.undo', {});
  expect(topicsIn(harness)).toEqual(['W kopii', 'Po kopii']);
});

test('a restore cannot be taken back once what was there before is gone', async () => {
  const harness = harnessWith();
  await harness.createQuickly();
  const { id } = await harness.call('backup.make', {});
  await hold(harness, 'Po kopii');
  await harness.call('restore.run', { backup: first(id), key: current });
  const undo = (await harness.call('safety.get', {})).lastRestore?.undo;
  if (undo === undefined) throw new Error('It can be taken back');
  await hold(harness, 'Nowa');
  await hold(harness, 'Nowsza');
  await harness.call('backup.make', {});
  await harness.call('backup.remove', undo);
  expect((await harness.call('safety.get', {})).lastRestore).toBeNull();
});

test('a demonstration is restored over another workspace without any key', async () => {
  const demonstration = harnessWith();
  await demonstration.createQuickly();
  const { id } = await demonstration.call('backup.make', {});
  const harness = harnessWith();
  await harness.create();
  await harness.ask('desk.lookAtBackups', { path: demonstration.backups });
  const ref = { place: 'other', id } as const;
  expect((await harness.call('restore.look', ref)).needsKey).toBe(false);
  const status = await harness.call('restore.run', { backup: ref, key: current });
  expect(status).toMatchObject({ state: 'open', demonstration: true });
  expect(readKeyFile(join(harness.folder, 'key.json')).workspaceId).toBe(
    demonstration.opened().workspace.workspaceId,
  );
});

test('the copy on quitting is made after a restore even when history has come as far as before', async () => {
  const [harness, id] = await workedOn();
  await harness.call('restore.run', { backup: first(id), key: current });
  await hold(harness, 'Inna');
  const before = await harness.call('backup.list', {});
  await harness.server.close(true);
  await harness.call('workspace.unlock', { passphrase: PASSPHRASE });
  const after = await harness.call('backup.list', {});
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]?.reason).toBe('closing');
});

test('whoever is ended while the last copy is made has not lost the log', async () => {
  const marked: boolean[] = [];
  const harness: StoreHarness = harnessWith({
    step: (name) => {
      if (name === 'backup.folder-made')
        marked.push(existsSync(workspacePaths(harness.folder).openMarker));
    },
  });
  await harness.create();
  await harness.call('backup.make', {});
  await hold(harness, 'Ostatnia');
  await harness.server.close(true);
  expect(marked).toEqual([true, false]);
});
