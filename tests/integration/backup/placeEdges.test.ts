import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sealedFilesIn } from '../../../src-main/files/copying.ts';
import { lastChangeIn } from '../../../src-main/store/backup/contents.ts';
import { makeBackup } from '../../../src-main/store/backup/make.ts';
import {
  backupsIn,
  placeFolder,
  poolFolder,
  writeManifest,
} from '../../../src-main/store/backup/places.ts';
import { storeOn } from '../../../src-main/store/db.ts';
import { openKeyed } from '../../../src-main/store/openKeyed.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { secondPlaceFolder } from '../../../src-main/worker/backupRows.ts';
import { startCaretaker } from '../../../src-main/worker/caretaker.ts';
import { eraseFrom, erasureScene, layerPrinter, ZYTA } from '../../helpers/erasureScene.ts';
import { openProcess, sessionForm, standingClock } from '../../helpers/scene.ts';
import {
  PASSPHRASE,
  storeHarness,
  upkeepHere,
  type HarnessOptions,
  type StoreHarness,
} from '../../helpers/storeHarness.ts';

const opened: StoreHarness[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function harnessWith(options: HarnessOptions = {}): StoreHarness {
  const harness = storeHarness(options);
  opened.push(harness);
  return harness;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'strefownik-miejsce-'));
  folders.push(folder);
  return folder;
}

const workspaceIdOf = (harness: StoreHarness) => harness.opened().workspace.workspaceId;
const placeOf = (harness: StoreHarness) => placeFolder(harness.backups, workspaceIdOf(harness));

function upkeepOf(harness: StoreHarness, now: () => number = Date.now) {
  return upkeepHere(harness.opened().workspace, harness.backups, now);
}

/** Chooses a second place; answers where the copies of this workspace lie in it. */
async function plug(harness: StoreHarness): Promise<string> {
  const stick = newFolder();
  await harness.ask('desk.setSecondPlace', { path: stick });
  return secondPlaceFolder(stick, workspaceIdOf(harness));
}

/** A session whose report is closed: a sealed file. */
async function closeOne(harness: StoreHarness): Promise<void> {
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const presentIds = team.map(({ id }) => id);
  const form = sessionForm(engagement.id, { topic: 'Pierwsza', presentIds, reportNotes: 'Było.' });
  const { id } = await harness.call('session.save', form);
  const closed = await harness.call('report.close', { kind: 'coaching-session', subjectId: id });
  expect(closed.outcome).toBe('closed');
}

describe('the second place', () => {
  test('takes a copy as the newest, even when numbers began anew', async () => {
    const harness = harnessWith();
    await harness.createQuickly();
    const there = await plug(harness);
    for (let made = 0; made < 3; made += 1) await harness.call('backup.make', {});
    await harness.call('backup.copyToSecond', {});
    rmSync(harness.backups, { recursive: true }); // as on a new laptop
    const { id } = await harness.call('backup.make', {});
    await harness.call('backup.copyToSecond', {});
    expect(backupsIn(there).map((backup) => [backup.id === id, backup.manifest?.ordinal])).toEqual([
      [true, 4],
      [false, 3],
    ]);
  });

  test('that is full makes room with its own older copies', async () => {
    let refuse = 0;
    const harness: StoreHarness = harnessWith({
      step: (name) => {
        if (name !== 'second.folder-made' || refuse === 0) return;
        refuse -= 1;
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    await harness.createQuickly();
    const there = await plug(harness);
    for (let made = 0; made < 3; made += 1) {
      await harness.call('backup.make', {});
      await harness.call('backup.copyToSecond', {});
    }
    const before = backupsIn(there).map(({ id }) => id);
    const { id } = await harness.call('backup.make', {});
    refuse = 1;
    await harness.call('backup.copyToSecond', {});
    const after = backupsIn(there).map((backup) => backup.id);
    expect(after).toEqual([id, ...before.slice(0, -1)]);
    expect(backupsIn(placeOf(harness))).toHaveLength(4);
  });

  test('lets go of copies that hold an erased person, as the protocol promised', async () => {
    const clock = standingClock();
    const harness = harnessWith({ now: clock.now, printer: layerPrinter });
    await harness.createQuickly();
    const there = await plug(harness);
    const scene = await erasureScene(harness, ZYTA);
    const { id } = await harness.call('backup.make', {});
    await harness.call('backup.copyToSecond', {});
    clock.set('2026-11-24T09:05:00.000Z');
    await eraseFrom(harness, scene);
    clock.set('2026-12-23T09:00:00.000Z');
    await harness.call('backup.make', {});
    await harness.call('backup.copyToSecond', {});
    expect(backupsIn(there).map((backup) => backup.id)).toContain(id);
    clock.set('2026-12-26T09:00:00.000Z');
    await harness.call('backup.make', {});
    await harness.call('backup.copyToSecond', {});
    expect(backupsIn(there).map((backup) => backup.id)).not.toContain(id);
  });
});

test('an erasure outlives the restore of a locked workspace, whatever the clock said', async () => {
  const clock = standingClock();
  const harness = harnessWith({ now: clock.now, printer: layerPrinter });
  await harness.create();
  const scene = await erasureScene(harness, ZYTA);
  const { id } = await harness.call('backup.make', {});
  clock.set('2026-11-20T09:00:00.000Z'); // set back: the erasure looks older than the backup
  await eraseFrom(harness, scene);
  await harness.server.close();
  await harness.call('restore.run', {
    backup: { place: 'first', id },
    key: { kind: 'passphrase', passphrase: PASSPHRASE },
  });
  const { store } = harness.opened().workspace;
  expect(store.all('select id from participant where name = ?', ZYTA.name)).toEqual([]);
  expect(await harness.call('erasure.list', {})).toHaveLength(1);
});

describe('shared files', () => {
  test('cut short in the place are put there anew; cut short here they are left out', async () => {
    const harness = harnessWith({ printer: layerPrinter });
    await harness.createQuickly();
    await closeOne(harness);
    const first = await harness.call('backup.make', {});
    const pool = poolFolder(placeOf(harness));
    const [path = ''] = [...sealedFilesIn(pool)];
    rmSync(join(pool, path)); // a copy of its own, as where the place knows no links
    writeFileSync(join(pool, path), 'krótki');
    expect((await harness.call('backup.make', {})).state).toBe('verified');
    rmSync(join(pool, path));
    truncateSync(join(workspacePaths(harness.folder).files, path), 10);
    expect((await harness.call('backup.make', {})).state).toBe('verified');
    expect([first.state, existsSync(join(pool, path))]).toEqual(['verified', false]);
  });

  test('come back with a restore, whatever became of the list of them', async () => {
    const harness = harnessWith({ printer: layerPrinter });
    await harness.createQuickly();
    await closeOne(harness);
    const { id } = await harness.call('backup.make', {});
    const [path = ''] = [...sealedFilesIn(poolFolder(placeOf(harness)))];
    const here = join(workspacePaths(harness.folder).files, path);
    const whole = readFileSync(here);
    rmSync(here);
    writeFileSync(here, 'krótki');
    writeFileSync(join(placeOf(harness), id, 'files.list'), 'zepsuta');
    await harness.call('restore.run', {
      backup: { place: 'first', id },
      key: { kind: 'current' },
    });
    expect(readFileSync(here).equals(whole)).toBe(true);
  });

  test('that only a database set aside knows are not swept', async () => {
    const harness = harnessWith();
    await harness.createQuickly();
    const { files } = workspacePaths(harness.folder);
    const orphan = join(files, 'ab', 'ab'.repeat(16));
    mkdirSync(join(files, 'ab'));
    writeFileSync(orphan, 'zapieczętowany');
    utimesSync(orphan, new Date(0), new Date(0));
    const aside = join(harness.folder, 'odlozone-2026-11-24T09-00-00');
    mkdirSync(aside);
    writeFileSync(join(aside, 'strefownik.db'), 'uszkodzona');
    const upkeep = upkeepOf(harness);
    expect(await upkeep.ask({ kind: 'sweep' })).toBe(0);
    expect(existsSync(orphan)).toBe(true);
    rmSync(aside, { recursive: true });
    expect(await upkeep.ask({ kind: 'sweep' })).toBe(1);
    await upkeep.end();
  });
});

test('damaged copies do not pile up, and are the first to make room', async () => {
  const harness = harnessWith();
  await harness.createQuickly();
  const ids: string[] = [];
  for (let made = 0; made < 6; made += 1) ids.push((await harness.call('backup.make', {})).id);
  for (const { id, paths, manifest } of backupsIn(placeOf(harness))) {
    if (manifest === null || id === ids[0]) continue;
    writeManifest(paths, { ...manifest, verified: null, failedAt: manifest.createdAt });
  }
  const upkeep = upkeepOf(harness);
  expect(await upkeep.ask({ kind: 'thin', erasedAt: null })).toBe(2);
  await upkeep.end();
  const left = backupsIn(placeOf(harness)).map(({ id }) => id);
  expect(left).toEqual([ids[5], ids[4], ids[3], ids[0]]);
});

test('a backup promises nothing that was saved after its log was brought over', async () => {
  const harness = harnessWith();
  await harness.createQuickly();
  const { workspace } = harness.opened();
  const paths = workspacePaths(harness.folder);
  const connection = openKeyed(paths.database, workspace.dataKey, { mustExist: true });
  const store = storeOn(connection);
  const before = lastChangeIn(store);
  const saving = new Proxy(connection, {
    get(target, name) {
      if (name !== 'pragma') return Reflect.get(target, name) as unknown;
      return (source: string, options?: { simple: boolean }) => {
        const answer: unknown = target.pragma(source, options);
        if (source.startsWith('wal_checkpoint'))
          workspace.store.inTransaction((db) =>
            db.run(
              `insert into change (entity, entity_id, revision, parent_revision, origin_workspace, at, action, fields, batch) ` +
                `select entity, entity_id, 999, 998, origin_workspace, at, 'changed', '{}', batch from change limit 1`,
            ),
          );
        return answer;
      };
    },
  });
  const { manifest } = makeBackup(
    {
      store: { ...store, connection: saving },
      databasePath: paths.database,
      keyPath: paths.key,
      filesFolder: paths.files,
      dataKey: workspace.dataKey,
      place: placeOf(harness),
      appVersion: '0.0.0-test',
      now: Date.now,
    },
    'hourly',
  );
  expect(manifest?.lastChange).toBe(before);
  expect(lastChangeIn(store)).toBeGreaterThan(before);
  connection.close();
});

test('what looks after backups lets nobody remove any while one is made, and stops when it is to end', async () => {
  const harness = harnessWith();
  await harness.createQuickly();
  const { workspace } = harness.opened();
  const asked: string[] = [];
  let go = (): void => undefined;
  const held = new Promise<void>((settle) => (go = settle));
  const care = startCaretaker({
    workspace: { ...workspace, demonstration: false },
    upkeep: {
      ask: async ({ kind }) => {
        asked.push(kind);
        await held;
        throw new Error('Not this time');
      },
      end: async () => undefined,
    },
    secondUpkeep: upkeepOf(harness),
    backupsFolder: harness.backups,
    now: Date.now,
    changed: () => undefined,
    emptyBin: () => undefined,
    seeClock: () => undefined,
    unexpected: () => undefined,
  });
  const round = care.round();
  let removed = false;
  const removing = care.alone(() => (removed = true));
  await new Promise((settle) => setImmediate(settle));
  expect([asked, removed]).toEqual([['sweep'], false]);
  const ending = care.end(false);
  go();
  await Promise.all([round, removing, ending]);
  expect([asked, removed]).toEqual([['sweep'], true]);
});

test('a migration that was cut off copies an unchanged database only once', async () => {
  const base = newFolder();
  cpSync(join(import.meta.dirname, '../../fixtures/release-1'), base, { recursive: true });
  const facts: unknown = JSON.parse(readFileSync(join(base, 'facts.json'), 'utf8'));
  const { passphrase } = z.object({ passphrase: z.string() }).parse(facts);
  const harness = storeHarness({
    folder: base,
    step: (name) => {
      if (name === 'migration.backup-made') throw new Error('cut');
    },
  });
  for (let opening = 0; opening < 2; opening += 1)
    await expect(harness.call('workspace.unlock', { passphrase })).rejects.toThrow('backup-first');
  expect(await harness.call('backup.list', {})).toHaveLength(1);
});

test('a folder that nobody may look into does not hide the backups beside it', async () => {
  const harness = harnessWith();
  await harness.createQuickly();
  await harness.call('backup.make', {});
  const stick = newFolder();
  cpSync(placeOf(harness), join(stick, 'kopie'), { recursive: true });
  openFor(stick);
  mkdirSync(join(stick, 'System Volume Information'), { mode: 0o000 });
  expect(countedByOthers(stick)).toBe('1');
});

function openFor(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openFor(path);
    else chmodSync(path, 0o644);
  }
}

/** How many backups somebody finds below a folder who is not root, who may look everywhere. */
function countedByOthers(folder: string): string {
  const places = pathToFileURL(
    join(import.meta.dirname, '../../../src-main/store/backup/places.ts'),
  ).href;
  const script = `import { backupsBelow } from ${JSON.stringify(places)}; console.log(backupsBelow(${JSON.stringify(folder)}).length)`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...nobody,
    encoding: 'utf8',
  });
  return ran.stdout.trim() + ran.stderr;
}
