import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { contract, isCallName } from '../../../src-main/contract/contract.ts';
import type { Envelope } from '../../../src-main/contract/failure.ts';
import { deskRequests } from '../../../src-main/contract/storeRequests.ts';
import { filesBelow } from '../../helpers/files.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import { checkFile } from '../day/check.ts';
import { harnessAt, openByDevice, STAGED_AT, type WriteStage } from './stage.ts';
import type { AnsweredName, Write } from './write.ts';

/** Something that keeps files from being written. */
export interface Obstacle {
  readonly name: string;
  /** Codes by which a call may say so. */
  readonly says: readonly string[];
  put(harness: StoreHarness): void;
  lift(): void;
}

/** A stage that can be put back to how it was made. */
export interface Stand {
  readonly stage: WriteStage;
  /** Where it lies untouched. */
  readonly kept: string;
}

/** What came of trying to write past an obstacle. */
export interface Tried {
  /** Code of the failure; null: there was still a way. */
  readonly refused: string | null;
  readonly broken: readonly string[];
}

/** Outcomes that mean that it was done. */
const DONE = new Set(['saved', 'closed', 'confirmed', 'done', 'opened']);
/**
 * What lies about while a database is open, or could not be opened for want of room, and what says that the backups'
 * key files are to be written again.
 */
const VOLATILE =
  /^workspace\/(?:strefownik\.db|lock\.db|open\.marker$|key\.json\.spreading$)|strefownik\.db-(?:wal|shm)$/;
const IN_BACKUPS = /^(?:backups|stick)\//;
/** A whole sealed file without a row: the sweep takes it when it is an hour old. */
const ORPHAN = /^workspace\/files\/[0-9a-f]{2}\/[0-9a-f]{32}$/;
/** A clear copy for another program, which is made again whenever it is wanted. */
const CLEAR_COPY = /^outgoing\/.*\.(?:eml|pdf)$/;

function putBack({ stage, kept }: Stand): void {
  for (const name of readdirSync(stage.base))
    rmSync(join(stage.base, name), { recursive: true, force: true });
  cpSync(kept, stage.base, { recursive: true });
}

function answer(
  harness: StoreHarness,
  name: AnsweredName,
  input: unknown,
): Promise<Envelope<unknown>> {
  const { input: schema } = isCallName(name) ? contract[name] : deskRequests[name];
  return harness.server.answer(name, schema.parse(input));
}

function wasDone(envelope: Envelope<unknown>): string | null {
  if (!envelope.ok) return envelope.failure.code;
  const { value } = envelope;
  if (typeof value !== 'object' || value === null || !('outcome' in value)) return null;
  const { outcome } = value; // of an agenda item it is a field of its own, and null
  if (outcome === null) return null;
  const said = typeof outcome === 'string' ? outcome : JSON.stringify(outcome);
  return DONE.has(said) ? null : said;
}

function hashesIn(base: string): Map<string, string> {
  return new Map(
    [...filesBelow(base)]
      .filter(([path]) => !VOLATILE.test(path))
      .map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );
}

function* changedFiles(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { makesBackups }: Write,
): Generator<string> {
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) continue;
    if (makesBackups && IN_BACKUPS.test(path) && (old === undefined || now === undefined)) continue;
    if (old === undefined && ORPHAN.test(path)) continue;
    if (now !== undefined && CLEAR_COPY.test(path)) continue;
    const what = old === undefined ? 'was left' : now === undefined ? 'is gone' : 'was changed';
    yield `${path} ${what}`;
  }
}

/** Rows that a refused write leaves on purpose: what is tried again at the next opening, and why a copy failed. */
const LEFT_ON_PURPOSE = /erasure\.leftovers|secondProblem/;

/** Every other row. */
function rowsOf(harness: StoreHarness): string {
  const { setting = [], ...tables } = harness.dump();
  const kept = setting.filter((row) => !LEFT_ON_PURPOSE.test(JSON.stringify(row)));
  return JSON.stringify({ ...tables, kept });
}

async function isOpen(harness: StoreHarness): Promise<boolean> {
  return (await harness.call('workspace.status', {})).state === 'open';
}

function wrongInside(harness: StoreHarness): string[] {
  return [...checkFile(harness.opened().workspace.store)];
}

async function openAgain(harness: StoreHarness, { opensBy }: Write, stage: WriteStage) {
  if (opensBy === undefined) await openByDevice(harness, stage);
  else
    await harness.call('workspace.unlock', {
      passphrase: opensBy === '' ? stage.passphrase : opensBy,
    });
}

/** The refused call, seen from before and after. */
async function* wrongAfterRefusal(
  harness: StoreHarness,
  stand: Stand,
  write: Write,
  before: { readonly rows: string | null; readonly files: ReadonlyMap<string, string> },
): AsyncGenerator<string> {
  yield* changedFiles(before.files, hashesIn(stand.stage.base), write);
  if (before.rows === null) {
    if (await isOpen(harness)) yield 'it is open although it was refused';
    return;
  }
  if (!(await isOpen(harness))) {
    if (write.closes !== true) yield 'it is closed';
    await openByDevice(harness, stand.stage);
  }
  if (rowsOf(harness) !== before.rows) yield 'the rows are others';
  yield* wrongInside(harness);
}

async function* wrongAtTheEnd(
  harness: StoreHarness,
  stage: WriteStage,
  write: Write,
): AsyncGenerator<string> {
  if (write.closes === true) await openAgain(harness, write, stage);
  const rows = rowsOf(harness);
  await harness.server.close();
  await openAgain(harness, write, stage);
  if (rowsOf(harness) !== rows) yield 'what was there at the end is not there after a start';
  yield* wrongInside(harness);
  const damaged = (await harness.call('backup.list', {})).filter(
    ({ state }) => state === 'damaged',
  );
  if (damaged.length > 0) yield 'a damaged backup is listed';
  for (const path of hashesIn(stage.base).keys())
    if (path.includes('.part')) yield `${path} was left`;
}

async function attempt(
  harness: StoreHarness,
  stand: Stand,
  write: Write,
  obstacle: Obstacle,
): Promise<Tried> {
  const { stage } = stand;
  const broken: string[] = [];
  if (write.fromOutside !== true) await openByDevice(harness, stage);
  const input = await write.input(harness, stage);
  const rows = write.fromOutside === true ? null : rowsOf(harness);
  const before = { rows, files: hashesIn(stage.base) };
  obstacle.put(harness);
  let envelope: Envelope<unknown>;
  try {
    envelope = await answer(harness, write.name, input);
    const closedNow = !envelope.ok && rows !== null && !(await isOpen(harness));
    if (closedNow && write.closes !== true) broken.push('the refusal closed the workspace');
  } finally {
    obstacle.lift();
  }
  const refused = envelope.ok ? null : envelope.failure.code;
  if (refused !== null) {
    if (!obstacle.says.includes(refused)) broken.push(`it says ${refused}`);
    for await (const wrong of wrongAfterRefusal(harness, stand, write, before)) broken.push(wrong);
    envelope = await answer(harness, write.name, input);
  }
  const undone = wasDone(envelope);
  if (undone === null)
    for await (const wrong of wrongAtTheEnd(harness, stage, write)) broken.push(wrong);
  else broken.push(`${refused === null ? 'it' : 'once nothing is in the way it'} says ${undone}`);
  return { refused, broken };
}

/** Lets a call write past an obstacle, and once more when the obstacle is gone. */
export async function tryWrite(stand: Stand, write: Write, obstacle: Obstacle): Promise<Tried> {
  const what = `${write.name}${write.how === undefined ? '' : ` ${write.how}`}, ${obstacle.name}`;
  putBack(stand);
  const { at } = write;
  const harness = harnessAt(stand.stage.base, at === undefined ? STAGED_AT : Date.parse(at));
  try {
    const { refused, broken } = await attempt(harness, stand, write, obstacle);
    return { refused, broken: broken.map((wrong) => `${what}: ${wrong}`) };
  } catch (error) {
    return { refused: null, broken: [`${what}: ${inspect(error)}`] };
  } finally {
    if (existsSync(join(stand.stage.base, 'workspace'))) await harness.server.close();
  }
}
