import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreCallName } from '../../../src-main/contract/contract.ts';
import { readEverything, textOf } from '../../helpers/everyRead.ts';
import { sessionForm } from '../../helpers/scene.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';
import { harnessAt, makeWriteStage, openByDevice, type WriteStage } from '../writes/stage.ts';

/** A read call with what it answered while everything was whole. */
export interface True {
  readonly name: StoreCallName;
  readonly input: unknown;
  readonly text: string;
}

/** A folder as it was before anything was hurt, and what was true then. */
export interface Before {
  readonly stage: WriteStage;
  /** Where the folder lies untouched, closed. */
  readonly kept: string;
  /** The same workspace as a process leaves it that dies: the last saves are in its log. */
  readonly keptOpen: string;
  readonly truths: readonly True[];
  /** Rows of the closed workspace, and after each of the saves that are in the log. */
  readonly rows: string;
  readonly states: readonly string[];
  /** Folder of the newest backup, which holds `rows`. */
  readonly newest: string;
}

/** Calls whose answers are about the damage itself. */
const TELLING: ReadonlySet<string> = new Set([
  'workspace.status',
  'backup.list',
  'restore.look',
  'safety.get',
  'diagnostics.run',
  'lostLaptop.read',
  'erasure.preview',
]);
const SAVES = 6;

/** Rows without what looking, checking and restoring note of themselves. */
export function comparableRows(harness: StoreHarness): string {
  const { setting: _notes, ...tables } = harness.dump();
  const shadowless = Object.entries(tables).filter(([name]) => !/_words(?:_|$)/.test(name));
  return JSON.stringify(shadowless);
}

/** Puts a folder back, in the same place: paths are written in it. */
export function putBack(kept: string, base: string): void {
  for (const name of readdirSync(base)) rmSync(join(base, name), { recursive: true, force: true });
  cpSync(kept, base, { recursive: true });
}

async function answers(base: string, stage: WriteStage, asked: readonly Omit<True, 'text'>[]) {
  const harness = harnessAt(base);
  await openByDevice(harness, stage);
  const texts: (string | null)[] = [];
  for (const { name, input } of asked) {
    const envelope = await harness.knock(name, input);
    texts.push(envelope.ok ? textOf(envelope.value) : null);
  }
  await harness.server.close();
  return texts;
}

async function truthsIn(base: string, stage: WriteStage, kept: string): Promise<True[]> {
  const harness = harnessAt(base);
  await openByDevice(harness, stage);
  const { passphrase } = stage;
  const knowing: StoreHarness = {
    ...harness,
    call: (name, input) => {
      const given = name === 'recovery.begin' ? { passphrase } : input;
      return harness.call(name, given as typeof input); // the input of that very call
    },
  };
  const readings = await readEverything(knowing, { words: ['diag', 'zyta', 'sala', 'telefon'] });
  await harness.server.close();
  putBack(kept, base);
  const asked = readings
    .filter(({ name }) => !TELLING.has(name))
    .map(({ name, input }) => ({ name, input }));
  const [once, again] = [await answers(base, stage, asked), await answers(base, stage, asked)];
  // What answers otherwise each time, or only in that state, cannot be compared.
  return asked.flatMap((one, index) => {
    const text = once[index];
    return text != null && text === again[index] ? [{ ...one, text }] : [];
  });
}

/** Prepares a folder and learns everything that is true of it. */
export async function learnTruth(folder: string): Promise<Before> {
  const [base, kept, keptOpen] = ['base', 'kept', 'kept-open'].map((name) => join(folder, name));
  if (base === undefined || kept === undefined || keptOpen === undefined) throw new Error('Three');
  const stage = await makeWriteStage(base);
  cpSync(base, kept, { recursive: true });
  const truths = await truthsIn(base, stage, kept);
  putBack(kept, base);
  const harness = harnessAt(base);
  await openByDevice(harness, stage);
  const rows = comparableRows(harness);
  const [newest] = await harness.call('backup.list', {});
  const states: string[] = [rows];
  for (let save = 1; save <= SAVES; save += 1) {
    const form = sessionForm(stage.engagementId, { topic: `W dzienniku ${save}` });
    await harness.call('session.save', form);
    states.push(comparableRows(harness));
  }
  cpSync(base, keptOpen, { recursive: true });
  rmSync(join(keptOpen, 'workspace/strefownik.db-shm'), { force: true }); // goes with the machine
  writeFileSync(join(keptOpen, 'workspace/open.marker'), 'the process that died');
  await harness.server.close();
  return { stage, kept, keptOpen, truths, rows, states, newest: newest?.id ?? '' };
}
