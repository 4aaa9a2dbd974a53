import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sealedFilesIn } from '../../../src-main/files/copying.ts';
import { checkOldest, type FileMarks } from '../../../src-main/store/backup/fileMarks.ts';
import {
  backupsIn,
  placeFolder,
  poolFolder,
  readFileList,
} from '../../../src-main/store/backup/places.ts';
import { knownFiles } from '../../../src-main/store/backup/pool.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { secondPlaceFolder } from '../../../src-main/worker/backupRows.ts';
import { startCaretaker, type Caretaker } from '../../../src-main/worker/caretaker.ts';
import { layerPrinter } from '../../helpers/erasureScene.ts';
import { openProcess, sessionForm, standingClock } from '../../helpers/scene.ts';
import { storeHarness, upkeepHere, type StoreHarness } from '../../helpers/storeHarness.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const clock = standingClock();

/** A workspace with one closed report, whose sealed file has the path that is answered. */
async function withOneFile(): Promise<{ harness: StoreHarness; path: string; here: string }> {
  const harness = storeHarness({ now: clock.now, printer: layerPrinter });
  ends.push(() => harness.dispose());
  await harness.createQuickly();
  const path = await closeOne(harness, 'Pierwsza');
  return { harness, path, here: join(workspacePaths(harness.folder).files, path) };
}

async function closeOne(harness: StoreHarness, topic: string): Promise<string> {
  const before = new Set(knownFiles(harness.opened().workspace.store).map(({ path }) => path));
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const presentIds = team.map(({ id }) => id);
  const form = sessionForm(engagement.id, { topic, presentIds, reportNotes: 'Było.' });
  const { id } = await harness.call('session.save', form);
  await harness.call('report.close', { kind: 'coaching-session', subjectId: id });
  const made = knownFiles(harness.opened().workspace.store).find(({ path }) => !before.has(path));
  if (made === undefined) throw new Error('Closing wrote no file');
  return made.path;
}

const placeOf = (harness: StoreHarness) =>
  placeFolder(harness.backups, harness.opened().workspace.workspaceId);
const inPool = (harness: StoreHarness, path: string) => join(poolFolder(placeOf(harness)), path);
const damageOf = async (harness: StoreHarness) => (await harness.call('safety.get', {})).fileDamage;

/** Turns one byte over where it lies, as a disk does that goes bad: every name of the file sees it. */
function rot(path: string): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
  writeFileSync(path, bytes);
}

function caretakerOf(harness: StoreHarness): Caretaker {
  const { workspace } = harness.opened();
  const upkeep = () => upkeepHere(workspace, harness.backups, clock.now);
  const care = startCaretaker({
    workspace: { ...workspace, demonstration: false },
    upkeep: upkeep(),
    secondUpkeep: upkeep(),
    backupsFolder: harness.backups,
    now: clock.now,
    changed: () => undefined,
    emptyBin: () => undefined,
    seeClock: () => undefined,
    unexpected: (name, error) => {
      throw new Error(name, { cause: error });
    },
  });
  ends.push(() => care.end(false));
  return care;
}

test('backups have a copy of their own, which all of them share', async () => {
  const { harness, path, here } = await withOneFile();
  const whole = readFileSync(here);
  await harness.call('backup.make', {});
  const first = statSync(inPool(harness, path)).ino;
  await harness.call('backup.make', {});
  expect(statSync(inPool(harness, path)).ino).toBe(first);
  rot(here);
  expect(readFileSync(inPool(harness, path)).equals(whole)).toBe(true);
});

test('what backups had only as a second name of the live file becomes a copy', async () => {
  const { harness, path, here } = await withOneFile();
  await harness.call('backup.make', {});
  rmSync(inPool(harness, path));
  linkSync(here, inPool(harness, path));
  await harness.call('backup.make', {});
  expect(statSync(inPool(harness, path)).nlink).toBe(1);
});

test('a file that went bad is told by the round, and comes back with a backup made now', async () => {
  const { harness, path, here } = await withOneFile();
  const whole = readFileSync(here);
  const { createdAt } = await harness.call('backup.make', {});
  const care = caretakerOf(harness);
  await care.round();
  expect(await damageOf(harness)).toBeNull();
  rot(here);
  clock.set(new Date(clock.now() + 21 * 60 * 60 * 1000).toISOString());
  await care.round();
  expect(await damageOf(harness)).toMatchObject({ damaged: 1, missing: 0, inBackup: 1 });
  expect((await damageOf(harness))?.backupOf).toBe(createdAt);
  const { checks } = await harness.call('diagnostics.run', {});
  expect(checks.find(({ key }) => key === 'files')).toMatchObject({
    state: 'bad',
    values: { damaged: 1, why: 'in-backup', at: createdAt },
  });
  const made = await harness.call('backup.make', {});
  expect(made.state).toBe('verified');
  await harness.call('restore.run', {
    backup: { place: 'first', id: made.id },
    key: { kind: 'current' },
  });
  expect(readFileSync(here).equals(whole)).toBe(true);
  expect(statSync(here).nlink).toBe(1);
  expect(existsSync(inPool(harness, path))).toBe(true);
  await harness.call('diagnostics.run', {});
  expect(await damageOf(harness)).toBeNull();
});

test('a file that is bad before its first backup is left out of it, and the backup is whole', async () => {
  const { harness, path, here } = await withOneFile();
  rot(here);
  const { id, state } = await harness.call('backup.make', {});
  const made = backupsIn(placeOf(harness)).find((backup) => backup.id === id);
  if (made === undefined) throw new Error('A backup was made');
  expect([state, readFileList(made.paths)]).toEqual(['verified', []]);
  expect(sealedFilesIn(poolFolder(placeOf(harness))).has(path)).toBe(false);
});

test('a shared copy that went bad is replaced from the workspace', async () => {
  const { harness, path, here } = await withOneFile();
  await harness.call('backup.make', {});
  rot(inPool(harness, path));
  clock.set(new Date(clock.now() + 21 * 60 * 60 * 1000).toISOString());
  await caretakerOf(harness).round();
  expect(readFileSync(inPool(harness, path)).equals(readFileSync(here))).toBe(true);
  expect(await damageOf(harness)).toBeNull();
});

test('what only the second place has whole comes from there', async () => {
  const { harness, path, here } = await withOneFile();
  const whole = readFileSync(here);
  const stick = mkdtempSync(join(tmpdir(), 'strefownik-stick-'));
  ends.push(() => rmSync(stick, { recursive: true, force: true }));
  await harness.ask('desk.setSecondPlace', { path: stick });
  await harness.call('backup.make', {});
  await harness.call('backup.copyToSecond', {});
  rot(here);
  rot(inPool(harness, path));
  clock.set(new Date(clock.now() + 21 * 60 * 60 * 1000).toISOString());
  await caretakerOf(harness).round();
  expect(await damageOf(harness)).toMatchObject({ damaged: 1, inBackup: 1 });
  expect(readFileSync(inPool(harness, path)).equals(whole)).toBe(true);
});

test('a copy in the second place that went bad comes anew with the next copy', async () => {
  const { harness, path, here } = await withOneFile();
  const stick = mkdtempSync(join(tmpdir(), 'strefownik-stick-'));
  ends.push(() => rmSync(stick, { recursive: true, force: true }));
  await harness.ask('desk.setSecondPlace', { path: stick });
  await harness.call('backup.make', {});
  await harness.call('backup.copyToSecond', {});
  const workspaceId = harness.opened().workspace.workspaceId;
  const there = join(poolFolder(secondPlaceFolder(stick, workspaceId)), path);
  rot(there);
  clock.set(new Date(clock.now() + 21 * 60 * 60 * 1000).toISOString());
  await harness.call('backup.make', {});
  await harness.call('backup.copyToSecond', {});
  expect(readFileSync(there).equals(readFileSync(here))).toBe(true);
});

test('reading in turn stays within its bounds, begins with the longest unread, and gets round', async () => {
  const { harness } = await withOneFile();
  for (const topic of ['Druga', 'Trzecia', 'Czwarta']) await closeOne(harness, topic);
  const { workspace } = harness.opened();
  const { files } = workspacePaths(harness.folder);
  const known = knownFiles(workspace.store);
  const marks: FileMarks = new Map();
  const read: string[][] = [];
  for (let round = 1, more = true; more; round += 1) {
    const before = new Set(marks.keys());
    more = checkOldest(files, workspace.dataKey, known, marks, { mostBytes: 1, now: round });
    read.push([...marks.keys()].filter((path) => !before.has(path)));
  }
  expect(read.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  const later = 30 * 60 * 60 * 1000;
  checkOldest(files, workspace.dataKey, known, marks, { mostBytes: 1, now: later });
  expect([...marks].filter(([, { at }]) => at === later).map(([path]) => path)).toEqual(read[0]);
});

test('the self-test tells a bad file also where nothing can be written beside the backups', async () => {
  const { harness, here } = await withOneFile();
  await harness.call('backup.make', {});
  rot(here);
  for (const name of ['checked.list', 'checked-workspace.list'])
    symlinkSync('/dev/full', join(placeOf(harness), `${name}.part`));
  const { checks } = await harness.call('diagnostics.run', {});
  expect(checks.find(({ key }) => key === 'files')).toMatchObject({
    state: 'bad',
    values: { damaged: 1 },
  });
  expect(existsSync(join(placeOf(harness), 'checked-workspace.list'))).toBe(false);
});

test('a marks file that was spoilt only means that all is read anew', async () => {
  const { harness, here } = await withOneFile();
  await harness.call('backup.make', {});
  mkdirSync(dirname(here), { recursive: true });
  writeFileSync(join(placeOf(harness), 'checked.list'), 'zepsuta\n');
  expect((await harness.call('backup.make', {})).state).toBe('verified');
});
