import { once } from 'node:events';
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startScript, type RunningScript } from '../../helpers/children.ts';
import { day as trainingDay, meOf, openProcess, planForm } from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';
import { checkPromises } from '../day/check.ts';
import { enterLines, newLedger } from '../day/ledger.ts';
import type { Dice } from '../dice.ts';
import { diceOf } from '../dice.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';

// The store process of a working day, killed as a dead battery would: at any moment, without a word.

const KILLS = 280;
const SHORT_KILLS = 8;
/** Kills of one workspace; then another begins, so that looking at all of it stays quick. */
const KILLS_OF_ONE = 35;
/** Two at once: as many as a small machine has cores. */
const AT_ONCE = 2;

const script = new URL('../children/workingDay.ts', import.meta.url);

/** When a process dies: so long after it wrote a line that begins so. */
interface Death {
  readonly beginning: 'work' | 'report' | 'backup';
  readonly line: string;
  readonly milliseconds: number;
}

function deathBy(dice: Dice): Death {
  const kind = dice.below(10);
  // A report takes a second to print with a cold printer, a backup some tenths.
  if (kind === 0)
    return { beginning: 'report', line: 'ask 2 report.close', milliseconds: dice.below(1_500) };
  if (kind === 1)
    return { beginning: 'backup', line: 'ask 1 backup.make', milliseconds: dice.below(250) };
  // After five hundred commits the log is brought into the database while work goes on.
  if (kind === 2)
    return {
      beginning: 'work',
      line: `ask ${500 + dice.below(60)} `,
      milliseconds: dice.below(800),
    };
  return { beginning: 'work', line: `ask ${1 + dice.below(40)} `, milliseconds: dice.below(8) };
}

async function prepare(base: string): Promise<StoreHarness> {
  const harness = storeHarness({ folder: base });
  await harness.createQuickly();
  await openProcess(harness, 'library.goldap');
  const days = [trainingDay('2026-12-01'), trainingDay('2026-12-02')];
  const plan = planForm(await meOf(harness), ['library.goldap'], { days });
  const planned = await harness.call('workshop.plan', plan);
  if (planned.outcome !== 'saved') throw new Error('The workshop was not planned');
  await harness.server.close();
  return harness;
}

/** What came of the kills of one workspace. */
interface Round {
  readonly broken: string[];
  readonly cutOff: Map<string, number>;
  calls: number;
  refused: number;
}

/** Puts what a kill left, as nobody has opened it yet, and what the process had told, where it outlives this run. */
function evidence(left: string, { lines }: RunningScript): string {
  const folder = mkdtempSync(join(tmpdir(), 'strefownik-broken-promise-'));
  renameSync(left, join(folder, 'left'));
  writeFileSync(join(folder, 'told.txt'), lines.join('\n'));
  return folder;
}

async function killAgainAndAgain(base: string, kills: number, dice: Dice): Promise<Round> {
  const round: Round = { broken: [], cutOff: new Map(), calls: 0, refused: 0 };
  const harness = await prepare(base);
  const ledger = newLedger();
  const seenBackups = new Set<string>();
  const deaths = Array.from({ length: kills }, () => ({
    death: deathBy(dice),
    seed: dice.below(2 ** 30),
  }));
  const start = (kill: number): RunningScript | undefined => {
    const next = deaths[kill];
    return next && startScript(script, [base, String(next.seed), next.death.beginning]);
  };
  let next = start(0);
  try {
    for (const [kill, { death }] of deaths.entries()) {
      const child = next;
      next = start(kill + 1); // gets ready while this one works
      if (child === undefined) throw new Error('There is a process for every death');
      await child.line('loaded');
      child.process.stdin?.write('go\n');
      await child.line(death.line);
      await new Promise((settle) => setTimeout(settle, death.milliseconds));
      await child.kill();
      const left = `${base}-left`;
      cpSync(base, left, { recursive: true });
      const entered = enterLines(ledger, child.lines);
      await harness.call('workspace.status', {});
      const last = kill + 1 === kills ? 'everything' : 'recent';
      const wrong = await checkPromises(harness, ledger, entered, seenBackups, last);
      if (!harness.opened().workspace.closedUncleanly) wrong.push('the kill was not noticed');
      await harness.server.close();
      round.calls += entered.calls;
      round.refused += entered.refused.length;
      const cut = entered.cutOff ?? 'between calls';
      round.cutOff.set(cut, (round.cutOff.get(cut) ?? 0) + 1);
      const strange = entered.refused.filter((refusal) => refusal.endsWith(' unexpected'));
      if (wrong.length > 0) wrong.push(`what the kill left is kept: ${evidence(left, child)}`);
      rmSync(left, { recursive: true, force: true });
      const where = `kill ${kill + 1} (${death.line.trim()} + ${death.milliseconds} ms)`;
      round.broken.push(...[...wrong, ...strange].map((promise) => `${where}: ${promise}`));
    }
  } finally {
    await next?.kill();
    await harness.server.close();
  }
  return round;
}

/** One process that ends by itself leaves what it compiled for the others; a killed one cannot. */
async function compileOnce(folder: string): Promise<void> {
  const first = startScript(script, [folder, '0', 'work']);
  await first.line('loaded');
  first.process.stdin?.write('end\n');
  await once(first.process, 'close');
}

async function run({ short, seed, times, folder }: TortureOptions): Promise<Finding> {
  await compileOnce(folder);
  const kills = times ?? (short ? SHORT_KILLS : KILLS);
  const ofOne = Math.min(KILLS_OF_ONE, Math.ceil(kills / AT_ONCE));
  const sizes = Array.from({ length: Math.ceil(kills / ofOne) }, (_, index) =>
    Math.min(ofOne, kills - index * ofOne),
  );
  const dice = diceOf(seed);
  const waiting = [...sizes.entries()];
  const rounds: Round[] = [];
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const [number, size] = one;
      const base = mkdtempSync(join(folder, 'day-'));
      const round = await killAgainAndAgain(base, size, dice.part(number));
      rounds.push({ ...round, broken: round.broken.map((line) => `workspace ${number}, ${line}`) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const sum = (of: (round: Round) => number) => rounds.reduce((total, one) => total + of(one), 0);
  const inside = sum(({ cutOff }) =>
    [...cutOff].reduce((n, [at, times_]) => (at === 'between calls' ? n : n + times_), 0),
  );
  const kinds = new Set(rounds.flatMap(({ cutOff }) => [...cutOff.keys()]));
  kinds.delete('between calls');
  return {
    done:
      `${kills} kills, ${inside} of them in the middle of one of ${kinds.size} kinds of call, ` +
      `${sum(({ calls }) => calls)} acknowledged calls, ${sum(({ refused }) => refused)} refused`,
    broken: rounds.flatMap(({ broken }) => broken),
    notTried: [],
  };
}

/** `kill -9` of the store process at random points of a working day. */
export const storeKills: Scenario = {
  name: 'store-kills',
  title: 'every acknowledged save is there after kill -9 of the store',
  run,
};
