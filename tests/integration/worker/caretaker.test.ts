import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { backupsIn } from '../../../src-main/store/backup/places.ts';
import { startCaretaker, type Caretaker } from '../../../src-main/worker/caretaker.ts';
import { saveNote } from '../../../src-main/worker/safetySettings.ts';
import { storeHarness, upkeepHere } from '../../helpers/storeHarness.ts';

const HOUR = 60 * 60 * 1000;
const START = Date.parse('2026-03-02T08:00:00.000Z');
let now = START;
const harness = storeHarness({ now: () => now });
const stick = mkdtempSync(join(tmpdir(), 'strefownik-stick-'));
const kept: Caretaker[] = [];
let emptied = 0;
let told = 0;

beforeAll(() => harness.create());
afterEach(async () => {
  for (const one of kept.splice(0)) await one.end(false);
});
afterAll(async () => {
  await harness.dispose();
  rmSync(stick, { recursive: true, force: true });
});

function caretaker(): Caretaker {
  const { workspace } = harness.opened();
  const care = startCaretaker({
    workspace,
    upkeep: upkeepHere(workspace, harness.backups, () => now),
    secondUpkeep: upkeepHere(workspace, harness.backups, () => now),
    backupsFolder: harness.backups,
    now: () => now,
    changed: () => (told += 1),
    emptyBin: () => (emptied += 1),
    seeClock: () => undefined,
    unexpected: (name, error) => {
      throw new Error(name, { cause: error });
    },
  });
  kept.push(care);
  return care;
}

async function work(name: string): Promise<void> {
  const library = { name, town: name, voivodeship: '', latitude: null, longitude: null };
  await harness.call('library.save', {
    id: null,
    revision: null,
    ...library,
    population: null,
    populationYear: null,
    address: '',
    email: '',
    phone: '',
    note: '',
  });
}

const reasons = (care: Caretaker) =>
  backupsIn(care.place)
    .map(({ manifest }) => manifest?.reason)
    .toReversed();

test('makes a daily backup, hourly ones while there is work, and none without', async () => {
  const care = caretaker();
  await care.round();
  expect(reasons(care)).toEqual(['daily']);
  now += HOUR;
  await care.round();
  expect(reasons(care)).toEqual(['daily']);
  await work('Pierwsza');
  await care.round();
  expect(reasons(care)).toEqual(['daily', 'hourly']);
  now += 21 * HOUR;
  await work('Druga');
  await care.round();
  expect(reasons(care)).toEqual(['daily', 'hourly', 'daily']);
  expect(told).toBeGreaterThan(0);
});

test('empties the bin only with a verified backup, and notes its check of the whole database', async () => {
  expect(emptied).toBeGreaterThan(0);
  const { lastCheck } = await harness.call('safety.get', {});
  expect(lastCheck?.good).toBe(true);
});

test('makes an unverified copy on quitting, which the next round verifies', async () => {
  await work('Trzecia');
  const first = caretaker();
  await first.end(true);
  expect(backupsIn(first.place)[0]?.manifest).toMatchObject({ reason: 'closing', verified: null });
  const next = caretaker();
  await next.end(true);
  expect(reasons(next).filter((reason) => reason === 'closing')).toHaveLength(1);
  const later = caretaker();
  await later.round();
  expect(backupsIn(later.place)[0]?.manifest?.verified).not.toBeNull();
});

test('goes on with a clock that was set back', async () => {
  const care = caretaker();
  const before = backupsIn(care.place).length;
  now = START - 400 * 24 * HOUR;
  await work('Czwarta');
  await care.round();
  const [newest, previous] = backupsIn(care.place);
  expect(newest?.manifest?.ordinal).toBeGreaterThan(previous?.manifest?.ordinal ?? 0);
  expect(backupsIn(care.place)).toHaveLength(before + 1);
  expect(newest?.manifest?.verified?.contents.libraries).toBe(29);
  now = START + 48 * HOUR;
});

test('copies to the second place once a day while it is there', async () => {
  const { store } = harness.opened().workspace;
  store.inTransaction((db) => saveNote(db, 'secondPlace', { path: stick, lastCopyAt: null }));
  const care = caretaker();
  await care.round();
  expect(care.second.view()).toMatchObject({ present: true, due: false });
  rmSync(stick, { recursive: true });
  now += 8 * 24 * HOUR;
  await work('Piąta');
  await care.round();
  expect(care.second.view()).toMatchObject({ present: false, due: true });
  mkdirSync(stick);
  now += HOUR;
  await care.round();
  expect(care.second.view()).toMatchObject({ present: true, due: false });
});

test('tells why a backup could not be made, and that it could again', async () => {
  const care = caretaker();
  rmSync(harness.backups, { recursive: true });
  writeFileSync(harness.backups, 'a file where the folder belongs');
  await expect(care.backup('by-hand')).rejects.toThrow('ENOTDIR');
  expect(care.problem()).not.toBeNull();
  rmSync(harness.backups);
  await care.backup('by-hand');
  expect(care.problem()).toBeNull();
});
