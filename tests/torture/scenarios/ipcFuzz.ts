import { join } from 'node:path';
import { contract, type CallName } from '../../../src-main/contract/contract.ts';
import { fuzzCall, type Pool } from '../../helpers/fuzz.ts';
import { meOf, openProcess, planForm, sessionForm } from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';
import { checkFile } from '../day/check.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';

// Whatever the window says: the door answers or refuses, and a refusal changes nothing.

const RUNS = 300;
const SHORT_RUNS = 40;
/** Each of these derives a key from a passphrase, which takes a third of a second. */
const SLOW: ReadonlySet<string> = new Set<CallName>(['passphrase.change']);
const SLOW_SHARE = 20;

const names = Object.keys(contract).filter(
  (name) => contract[name as CallName].place === 'store',
) as CallName[]; // keys of the contract

async function poolIn(harness: StoreHarness): Promise<Pool> {
  await harness.createQuickly();
  const me = await meOf(harness);
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const session = await harness.call('session.save', sessionForm(engagement.id));
  const plan = await harness.call('workshop.plan', planForm(me, ['library.goldap']));
  if (plan.outcome !== 'saved') throw new Error('Nothing is in the way of the plan');
  const backup = await harness.call('backup.make', {});
  const ids = [me, engagement.id, session.id, plan.workshop.id, backup.id, 'library.goldap'];
  return { ids: [...ids, ...team.map(({ id }) => id), ...plan.days.map(({ id }) => id)] };
}

async function run({ short, seed, times, folder }: TortureOptions): Promise<Finding> {
  const harness = storeHarness({ folder: join(folder, 'fuzz') });
  const broken: string[] = [];
  const runs = times ?? (short ? SHORT_RUNS : RUNS);
  let knocks = 0;
  try {
    const pool = await poolIn(harness);
    for (const name of names) {
      const numRuns = Math.ceil(runs / (SLOW.has(name) ? SLOW_SHARE : 1));
      knocks += numRuns;
      const wrong = await fuzzCall(harness, name, pool, { numRuns, seed });
      if (wrong !== null) broken.push(wrong);
    }
    broken.push(...checkFile(harness.opened().workspace.store));
  } finally {
    await harness.server.close();
  }
  return { done: `${knocks} knocks at ${names.length} calls`, broken, notTried: [] };
}

/** Every call of the contract with inputs near what it takes, and far from it. */
export const ipcFuzz: Scenario = {
  name: 'ipc-fuzz',
  title: 'whatever is knocked with is answered or refused by name, and a refusal changes nothing',
  run,
};
