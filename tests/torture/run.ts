/**
 * `npm run torture`: breaks the application in every way that a laptop can be broken, and looks whether it keeps
 * its promises. Ends with 1 when one was broken.
 *
 *   node tests/torture/run.ts [--short] [--only=NAME] [--seed=N] [--times=N]
 *
 * The seed is printed; with the same one the same things are tried again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding, Scenario, TortureOptions } from './scenario.ts';
import { appKills } from './scenarios/appKills.ts';
import { damage } from './scenarios/damage.ts';
import { faultPoints } from './scenarios/faultPoints.ts';
import { fsyncs } from './scenarios/fsync.ts';
import { instances } from './scenarios/instances.ts';
import { ipcFuzz } from './scenarios/ipcFuzz.ts';
import { diskFull, readOnly } from './scenarios/refusals.ts';
import { secrets } from './scenarios/secrets.ts';
import { storeKills } from './scenarios/storeKills.ts';

/** Every scenario, in the order in which they run. */
const scenarios: readonly Scenario[] = [
  storeKills,
  faultPoints,
  fsyncs,
  appKills,
  diskFull,
  readOnly,
  damage,
  secrets,
  instances,
  ipcFuzz,
];

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string' },
    times: { type: 'string' },
  },
});

async function runOne(
  scenario: Scenario,
  options: Omit<TortureOptions, 'folder'>,
): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), `strefownik-${scenario.name}-`));
  try {
    return await scenario.run({ ...options, folder });
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { done: 'stopped', broken: [told], notTried: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(scenario: Scenario, { done, broken, notTried }: Finding, seconds: number): void {
  const verdict = broken.length === 0 ? 'kept  ' : 'BROKEN';
  console.log(
    `${verdict}  ${scenario.name.padEnd(13)} ${scenario.title}: ${done} (${seconds.toFixed(0)} s)`,
  );
  for (const reason of notTried) console.log(`          not tried here: ${reason}`);
  for (const promise of broken) console.log(`          ${promise}`);
}

const chosen = scenarios.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  console.error(`No such scenario; there are ${scenarios.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const times = values.times === undefined ? null : Number(values.times);
console.log(`Seed ${seed}${values.short ? ', short form' : ''}`);
for (const scenario of chosen) {
  const began = performance.now();
  const finding = await runOne(scenario, { short: values.short, seed, times });
  report(scenario, finding, (performance.now() - began) / 1000);
  if (finding.broken.length > 0) process.exitCode = 1;
}
