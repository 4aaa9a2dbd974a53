import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { environment } from '../../helpers/children.ts';
import { diceOf, type Dice } from '../dice.ts';
import {
  harnessIn,
  readStage,
  writeStage,
  type Operation,
  type Stage,
} from '../faults/operation.ts';
import { operations } from '../faults/operations.ts';
import { comparable, namesIn, stateOf, type State } from '../faults/state.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';

// Each operation is done once to learn its steps, and then once for every step, in a process that kills itself there.

/** The short form: so many operations, each cut at so many steps, by chance. */
const SHORT_OPERATIONS = 4;
const SHORT_STEPS = 1;
const AT_ONCE = 2;

const script = new URL('../children/faultPoint.ts', import.meta.url);

interface Ended {
  readonly signal: string | null;
  readonly code: number | null;
  readonly steps: string[];
  readonly errors: string;
}

async function runChild(operation: Operation, folder: string, wanted: string): Promise<Ended> {
  const child = spawn(process.execPath, [script.pathname, operation.name, folder, wanted], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]; // as Node documents it
  return { code, signal, errors, steps: output.split('\n').filter((line) => line !== '') };
}

/** One operation with a folder that can be put back to how it was before. */
interface Stand {
  readonly operation: Operation;
  readonly stage: Stage;
  readonly folder: string;
  readonly putBack: () => void;
}

async function prepare(operation: Operation, parent: string): Promise<Stand> {
  const name = operation.name.replaceAll(' ', '-');
  // Paths are part of what is prepared, so it is always the same folder that is worked in.
  const folder = join(parent, name);
  const kept = join(parent, `${name}.before`);
  mkdirSync(folder);
  const stage = await operation.prepare(folder);
  writeStage(folder, stage);
  cpSync(folder, kept, { recursive: true });
  const putBack = (): void => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(kept, folder, { recursive: true });
  };
  return { operation, stage: readStage(folder), folder, putBack };
}

/** How it was, how it should become, and what comparing must not stumble over. */
interface Ends {
  readonly before: State;
  readonly after: State;
  readonly known: ReadonlySet<string>;
}

function isLike(state: State, end: State, known: ReadonlySet<string>): boolean {
  return (
    isDeepStrictEqual(
      [state.passphrase, state.code, state.failure],
      [end.passphrase, end.code, end.failure],
    ) && isDeepStrictEqual(comparable(state.rows, known), comparable(end.rows, known))
  );
}

/** Whether every row is one of either end. */
function isOfBoth(state: State, { before, after, known }: Ends): boolean {
  const ends = new Set([...comparable(before.rows, known), ...comparable(after.rows, known)]);
  return comparable(state.rows, known).every((row) => ends.has(row));
}

type Verdict = 'before' | 'after' | 'between';

function verdictOn({ operation }: Stand, state: State, ends: Ends): Verdict {
  if (isLike(state, ends.after, ends.known)) return 'after';
  if (isLike(state, ends.before, ends.known)) return 'before';
  return operation.piecewise === true && isOfBoth(state, ends) ? 'before' : 'between';
}

/** Some of what a state has that an end has not, and the other way round. */
function difference(state: State, end: State, known: ReadonlySet<string>): string {
  const [rows, wanted] = [comparable(state.rows, known), comparable(end.rows, known)];
  const more = rows.filter((row) => !wanted.includes(row)).map((row) => `has ${row}`);
  const less = wanted.filter((row) => !rows.includes(row)).map((row) => `lacks ${row}`);
  return [...more.slice(0, 3), ...less.slice(0, 3)].map((row) => row.slice(0, 300)).join(' | ');
}

/** What is wrong with the state that a cut has left. */
function wrongIn(stand: Stand, state: State, ends: Ends, verdict: Verdict): string[] {
  const wrong = [...state.wrong];
  if (verdict === 'between')
    wrong.push(
      `neither before nor after (secrets ${state.passphrase} and ${state.code}, ${state.failure ?? 'open'}); ` +
        `beside before it ${difference(state, ends.before, ends.known)}; ` +
        `beside after it ${difference(state, ends.after, ends.known)}`,
    );
  if (state.backups < Math.min(ends.before.backups, ends.after.backups))
    wrong.push('a backup is gone');
  const old = [...ends.before.files].filter((path) => !ends.after.files.has(path));
  if (
    stand.operation.oldFilesGo === true &&
    verdict === 'after' &&
    old.some((path) => state.lying.has(path))
  )
    wrong.push('old files are still there');
  return wrong;
}

/** Does the operation again, after the cut, to its end. */
async function again({ operation, stage, folder }: Stand, found: State): Promise<void> {
  const passphrase = stage.passphrases[found.passphrase] ?? '';
  const harness = harnessIn(folder);
  if (operation.opensFirst) await harness.call('workspace.unlock', { passphrase });
  try {
    await operation.run(harness, stage, { folder, passphrase, step: () => undefined });
  } finally {
    await harness.server.close();
  }
}

async function wrongAgain(
  stand: Stand,
  state: State,
  ends: Ends,
  verdict: Verdict,
): Promise<string[]> {
  if (verdict === 'between' || (verdict === 'after' && !stand.operation.repeatable)) return [];
  try {
    await again(stand, state);
  } catch (error) {
    return [`it cannot be done again: ${String(error)}`];
  }
  const second = await stateOf(stand.folder, stand.stage);
  const wrong = second.wrong.map((one) => `once done again: ${one}`);
  if (verdict === 'before' && !isLike(second, ends.after, ends.known))
    wrong.push(
      `done again, it came to another end: it ${difference(second, ends.after, ends.known)}`,
    );
  return wrong;
}

async function cutAt(stand: Stand, step: string, ends: Ends): Promise<string[]> {
  const at = `${stand.operation.name}, cut at ${step}`;
  stand.putBack();
  const ended = await runChild(stand.operation, stand.folder, step);
  if (ended.signal !== 'SIGKILL')
    return [`${at}: it was not reached (${ended.errors.slice(0, 500)})`];
  const state = await stateOf(stand.folder, stand.stage);
  const verdict = verdictOn(stand, state, ends);
  const wrong = [
    ...wrongIn(stand, state, ends, verdict),
    ...(await wrongAgain(stand, state, ends, verdict)),
  ];
  return wrong.map((one) => `${at}: ${one}`);
}

/** Some of several, by chance, in order; all where there are no more. */
function someOf<Item>(items: readonly Item[], count: number, dice: Dice): Item[] {
  const chosen = new Set<Item>();
  while (chosen.size < Math.min(count, items.length)) chosen.add(dice.oneOf(items));
  return items.filter((item) => chosen.has(item));
}

interface Cuts {
  readonly steps: number;
  readonly broken: string[];
}

async function cutEverywhere(
  operation: Operation,
  { short, folder }: TortureOptions,
  dice: Dice,
): Promise<Cuts> {
  const stand = await prepare(operation, folder);
  const before = await stateOf(stand.folder, stand.stage);
  stand.putBack();
  const whole = await runChild(operation, stand.folder, '');
  if (whole.code !== 0)
    return { steps: 0, broken: [`${operation.name} fails: ${whole.errors.slice(0, 1_000)}`] };
  const after = await stateOf(stand.folder, stand.stage);
  const ends: Ends = { before, after, known: namesIn(before.rows) };
  const broken = [...before.wrong, ...after.wrong].map(
    (one) => `${operation.name}, not cut: ${one}`,
  );
  if (whole.steps.length === 0) broken.push(`${operation.name} passes no fault point`);
  const steps = short ? someOf(whole.steps, SHORT_STEPS, dice) : whole.steps;
  for (const step of steps) broken.push(...(await cutAt(stand, step, ends)));
  for (const one of ['', '.before']) rmSync(stand.folder + one, { recursive: true, force: true });
  return { steps: steps.length, broken };
}

async function run(options: TortureOptions): Promise<Finding> {
  const dice = diceOf(options.seed);
  const chosen = options.short ? someOf(operations, SHORT_OPERATIONS, dice) : operations;
  const waiting = [...chosen.entries()];
  const results: Cuts[] = [];
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const [number, operation] = one;
      results.push(await cutEverywhere(operation, options, dice.part(number)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const steps = results.reduce((sum, one) => sum + one.steps, 0);
  return {
    done: `${chosen.length} of ${operations.length} operations cut at ${steps} steps`,
    broken: results.flatMap(({ broken }) => broken),
    notTried: [],
  };
}

/** Interrupted backup, restore, migration, change of keys and erasure, at every step. */
export const faultPoints: Scenario = {
  name: 'fault-points',
  title: 'what is cut off is as before or as after, never between',
  run,
};
