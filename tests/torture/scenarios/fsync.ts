import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../helpers/children.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';
import { judge, readCalls, type SystemCall } from '../fsync/systemCalls.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';

const SAVES = 200;
const SHORT_SAVES = 20;

const script = new URL('../children/saveAndTell.ts', import.meta.url);

/** The calls that write, name or sync files. */
const TRACED = [
  'openat,write,pwrite64,writev,pwritev,ftruncate,fsync,fdatasync',
  'rename,renameat,renameat2,link,linkat,mkdir,mkdirat,unlink,unlinkat',
].join(',');

/** Why system calls cannot be watched here; null when they can. */
function cannotWatch(): string | null {
  if (process.platform !== 'linux') return 'strace is Linux only';
  const tried = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (tried.error !== undefined) return 'strace is not installed';
  return tried.status === 0 ? null : `strace may not watch processes here: ${tried.stderr.trim()}`;
}

async function prepare(base: string): Promise<void> {
  const harness = storeHarness({ folder: base });
  await harness.create();
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const stick = join(base, 'stick');
  mkdirSync(stick);
  await harness.ask('desk.setSecondPlace', { path: stick });
  await harness.server.close();
  const presentIds = team.map(({ id }) => id);
  const words = { topic: 'Temat', reportNotes: 'Trzy grupy.' };
  const form = sessionForm(engagement.id, { presentIds, ...words });
  const plan = { passphrase: PASSPHRASE, next: 'nowa łódka na jeziorze', form };
  writeFileSync(join(base, 'plan.json'), JSON.stringify(plan));
}

function watched(base: string, saves: number): SystemCall[] {
  const log = join(base, 'calls.log');
  const command = [process.execPath, script.pathname, base, String(saves)];
  const strace = ['-f', '-y', '-s', '200', '--seccomp-bpf', '-e', `trace=${TRACED}`, '-o', log];
  const run = spawnSync('strace', [...strace, ...command], { encoding: 'utf8', env: environment });
  if (run.status !== 0) throw new Error(`The watched process failed: ${run.stderr}`);
  return [...readCalls(readFileSync(log, 'utf8'))];
}

async function run({ short, times, folder }: TortureOptions): Promise<Finding> {
  const reason = cannotWatch();
  if (reason !== null) return { done: 'nothing', broken: [], notTried: [reason] };
  const base = realpathSync(folder); // as the system calls name it
  await prepare(base);
  const calls = watched(base, times ?? (short ? SHORT_SAVES : SAVES));
  const { acknowledged, logSyncs, broken } = judge(calls, base);
  // A judge that would not see a missing sync proves nothing.
  const unsynced = calls.filter(({ name }) => !/^f(?:data)?sync$/.test(name));
  const seen = judge(unsynced, base).broken.length;
  return {
    done: `${acknowledged} acknowledgements, ${logSyncs} syncs of the log; without syncs ${seen} would be missed`,
    broken: seen < acknowledged ? [...broken, 'missing syncs would not be seen'] : broken,
    notTried: [],
  };
}

/** What is acknowledged is on the disk, as the system calls tell. */
export const fsyncs: Scenario = {
  name: 'fsync',
  title: 'what is acknowledged was synced to the disk before',
  run,
};
