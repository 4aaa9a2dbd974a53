import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { CallInput, StoreCallName } from '../../../src-main/contract/contract.ts';
import type { Envelope } from '../../../src-main/contract/failure.ts';
import { readEncrypted } from '../../../src-main/files/encryptedFile.ts';
import { textIn } from '../../../src-main/store/db.ts';
import { textOf } from '../../helpers/everyRead.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import { checkFile } from '../day/check.ts';
import { comparableRows, learnTruth, putBack, type Before } from '../damage/truth.ts';
import { AT_REST, OF_WORKSPACE, woundIn, type Target, type Wound } from '../damage/wounds.ts';
import { diceOf, type Dice } from '../dice.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';
import { harnessAt } from '../writes/stage.ts';

// Files hurt by chance, and then everything that the application says about them.

const TIMES = 60;
const SHORT_TIMES = 10;
/** How often each target is hurt, in a dozen or so. */
const TARGETS: readonly Target[] = [...AT_REST, 'database', 'database', 'sealed', 'log', 'log'];

/** How a page says that one of many files could not be read. */
const UNREADABLE = 'nie udało się odczytać';

const unnamed = (envelope: Envelope<unknown>): boolean =>
  !envelope.ok && envelope.failure.code === 'unexpected';

/** Opens by each of the ways in until one does; what each of the others said. */
async function open(harness: StoreHarness, { stage }: Before): Promise<string[]> {
  const { device, passphrase } = stage;
  const tries = [
    () => harness.server.answer('desk.unlockByDevice', { secret: device }),
    () => harness.server.answer('workspace.unlock', { passphrase }),
  ];
  const said: string[] = [];
  for (const one of tries) {
    const envelope = await one();
    if (envelope.ok) return said;
    said.push(envelope.failure.code);
  }
  return said;
}

async function isOpen(harness: StoreHarness): Promise<boolean> {
  return (await harness.call('workspace.status', {})).state === 'open';
}

/** What reads answer: nothing that is not true, and nothing without a name. Counts those that refused. */
async function readAll(
  harness: StoreHarness,
  { truths }: Before,
): Promise<{ wrong: string[]; refused: number }> {
  const wrong: string[] = [];
  let refused = 0;
  for (const { name, input, text } of truths) {
    const envelope = await harness.knock(name, input);
    if (!envelope.ok || textOf(envelope.value).includes(UNREADABLE)) refused += 1;
    else if (textOf(envelope.value) !== text)
      wrong.push(`${name} shows something else: ${textOf(envelope.value).slice(0, 300)}`);
    if (unnamed(envelope)) wrong.push(`${name} says unexpected`);
  }
  return { wrong, refused };
}

/** Which checks of the self-test are bad; null: it could not be made, and said so. */
async function selfTest(harness: StoreHarness): Promise<readonly string[] | null> {
  const envelope = await harness.server.answer('diagnostics.run', {});
  if (unnamed(envelope)) throw new Error('diagnostics.run says unexpected');
  if (!envelope.ok) return null;
  const { checks } = await harness.call('diagnostics.run', {});
  return checks.filter(({ state }) => state === 'bad').map(({ key }) => key);
}

const TOLD_BY: { readonly [One in Target]?: string } = { database: 'integrity', sealed: 'files' };

/** Restores the newest backup, which is whole, and looks whether it is what was there when it was made. */
async function* restoreNewest(
  harness: StoreHarness,
  before: Before,
  wound: Wound,
): AsyncGenerator<string> {
  const wasOpen = await isOpen(harness);
  const { passphrase } = before.stage;
  const key: CallInput<'restore.run'>['key'] = wasOpen
    ? { kind: 'current' }
    : { kind: 'passphrase', passphrase };
  const list = await harness.call('backup.list', {});
  const row = list.find(({ id, place }) => id === before.newest && place === 'first');
  if (row === undefined || row.state === 'damaged') {
    yield 'the newest good backup is not listed';
    return;
  }
  const envelope = await harness.server.answer('restore.run', {
    backup: { place: 'first', id: before.newest },
    key,
  });
  if (!envelope.ok) {
    yield `restoring says ${envelope.failure.code}`;
    return;
  }
  if (comparableRows(harness) !== before.rows) yield 'what was restored is something else';
  const { workspace, tools } = harness.opened();
  yield* checkFile(workspace.store);
  for (const file of workspace.store.all('select path, sha256 from stored_file')) {
    const [path, sha256] = [textIn(file, 'path'), textIn(file, 'sha256')];
    try {
      readEncrypted(tools.files.folder, tools.files.dataKey, { path, sha256 });
    } catch (error) {
      yield `after restoring, ${String(error)}`;
    }
  }
  if (!wasOpen) yield* notSetAside(harness.folder, wound);
}

/** Can the bytes still be read as a key file, however wrong? Then they went into the backup of the present state. */
function isReadable(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

function* notSetAside(workspace: string, { path, bytes, target }: Wound): Generator<string> {
  if (bytes === null || !(target === 'database' || (target === 'key' && !isReadable(bytes))))
    return;
  const name = path.split('/').at(-1) ?? '';
  const folders = readdirSync(workspace).filter((one) => one.startsWith('odlozone-'));
  const kept = folders
    .map((folder) => join(workspace, folder, name))
    .filter((one) => existsSync(one));
  if (!kept.some((one) => bytes.equals(readFileSync(one)))) yield `${name} was not set aside`;
}

/** Whether every row can be read and is as it was. */
function holdsEverything(harness: StoreHarness, { rows }: Before): boolean {
  try {
    const wrong = [...checkFile(harness.opened().workspace.store)];
    return wrong.length === 0 && comparableRows(harness) === rows;
  } catch {
    return false; // a page that does not open
  }
}

/** A workspace that was hurt: told, never shown wrong, and restored whole. */
async function* afterHurtingIt(
  harness: StoreHarness,
  before: Before,
  wound: Wound,
): AsyncGenerator<string> {
  const said = await open(harness, before);
  if (said.includes('unexpected')) yield 'opening says unexpected';
  let told = said.length > 0;
  if (await isOpen(harness)) {
    const { wrong, refused } = await readAll(harness, before);
    yield* wrong;
    const bad = await selfTest(harness);
    const expected = TOLD_BY[wound.target];
    told ||= refused > 0 || bad === null;
    const isTold = expected === undefined || bad === null || bad.includes(expected);
    // A free page holds nothing, and nobody reads it.
    const isHarmless = refused === 0 && holdsEverything(harness, before);
    if (!isTold && !isHarmless) yield `the self-test does not tell (${bad.join(', ')})`;
  }
  if (wound.target === 'key' && !told) return; // a part of it that nobody needs: the keys still open
  yield* restoreNewest(harness, before, wound);
}

/** A backup that was hurt: the workspace is as it was, and what does not hold the whole is never put in its place. */
async function* afterHurtingBackup(harness: StoreHarness, before: Before): AsyncGenerator<string> {
  const said = await open(harness, before);
  if (said.length > 0) yield `opening says ${said.join(', ')}`;
  yield* (await readAll(harness, before)).wrong;
  const names: StoreCallName[] = [
    'backup.list',
    'safety.get',
    'diagnostics.run',
    'lostLaptop.read',
  ];
  for (const name of names)
    if (unnamed(await harness.server.answer(name, {}))) yield `${name} says unexpected`;
  const backup = { place: 'first', id: before.newest } as const;
  const envelope = await harness.server.answer('restore.run', { backup, key: { kind: 'current' } });
  if (unnamed(envelope)) yield 'restoring says unexpected';
  if (!(await isOpen(harness))) yield 'the workspace is closed after restoring';
  else if (comparableRows(harness) !== before.rows) yield 'restoring has changed something';
  const made = await harness.server.answer('backup.make', {});
  if (!made.ok) yield `the next backup says ${made.failure.code}`;
}

/**
 * So many saves may be missing from the end untold: a crash leaves the last one torn, and a damaged place may hide the
 * end of another.
 */
const UNTOLD = 2;

/** A log that was hurt: the last saves may be missing, from the end, and that is told unless the log just ends there. */
async function* afterHurtingLog(
  harness: StoreHarness,
  before: Before,
  { what }: Wound,
): AsyncGenerator<string> {
  const said = await open(harness, before);
  if (said.includes('unexpected')) yield 'opening says unexpected';
  if (!(await isOpen(harness))) return;
  const { store } = harness.opened().workspace;
  let rows: string;
  try {
    rows = comparableRows(harness);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT') return; // told at the first read
    throw error;
  }
  yield* checkFile(store);
  const found = before.states.indexOf(rows);
  if (found < 0) yield 'it shows what never was';
  const missing = before.states.length - 1 - found;
  if (missing <= UNTOLD || what.startsWith('cut')) return;
  const { lostLog } = await harness.call('safety.get', {});
  if (!lostLog) yield `the last ${missing} saves are missing, untold`;
}

/** What nobody hurt is told to be whole: a log as a crash leaves it. */
async function* afterCrashOnly(before: Before): AsyncGenerator<string> {
  putBack(before.keptOpen, before.stage.base);
  const harness = harnessAt(before.stage.base);
  try {
    await open(harness, before);
    if (comparableRows(harness) !== before.states.at(-1)) yield 'a crash alone has lost saves';
    if ((await harness.call('safety.get', {})).lostLog) yield 'a crash alone is told as a loss';
  } finally {
    await harness.server.close();
  }
}

async function hurtOnce(before: Before, target: Target, dice: Dice): Promise<string[]> {
  const { base } = before.stage;
  putBack(target === 'log' ? before.keptOpen : before.kept, base);
  const wound = woundIn(base, target, before.newest, dice);
  const harness = harnessAt(base);
  const wrong: string[] = [];
  try {
    const status = await harness.server.answer('workspace.status', {});
    if (!status.ok) wrong.push(`workspace.status says ${status.failure.code}`);
    const checks =
      target === 'log'
        ? afterHurtingLog(harness, before, wound)
        : OF_WORKSPACE.has(target)
          ? afterHurtingIt(harness, before, wound)
          : afterHurtingBackup(harness, before);
    for await (const one of checks) wrong.push(one);
  } catch (error) {
    wrong.push(inspect(error));
  } finally {
    await harness.server.close().catch(() => undefined); // a damaged log cannot be brought over
  }
  return wrong.map((one) => `${wound.path}, ${wound.what}: ${one}`);
}

async function run({ short, seed, times, folder }: TortureOptions): Promise<Finding> {
  const before = await learnTruth(folder);
  const dice = diceOf(seed);
  const count = times ?? (short ? SHORT_TIMES : TIMES);
  const broken: string[] = [];
  for await (const wrong of afterCrashOnly(before)) broken.push(wrong);
  const order = dice.below(TARGETS.length);
  for (let time = 0; time < count; time += 1) {
    // Each target in turn, so that a short run does not try one of them ten times.
    const target = TARGETS[(order + time) % TARGETS.length] ?? 'database';
    const wrong = await hurtOnce(before, target, dice.part(time));
    broken.push(...wrong.map((one) => `time ${time}, ${one}`));
  }
  const done = `${count} files hurt, ${before.truths.length} reads compared after each`;
  return { done, broken, notTried: [] };
}

/** Bits flipped, files cut, emptied and taken away. */
export const damage: Scenario = {
  name: 'damage',
  title: 'what is damaged is told, never shown as data, and a backup brings it back',
  run,
};
