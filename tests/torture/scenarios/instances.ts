import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn, placeFolder } from '../../../src-main/store/backup/places.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';
import { comparableRows } from '../damage/truth.ts';
import { diceOf } from '../dice.ts';
import { wrongClocks } from '../instances/clock.ts';
import { twoProcesses } from '../instances/twoProcesses.ts';
import { unplugged } from '../instances/unplugged.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';
import { harnessAt, makeWriteStage, openByDevice, type WriteStage } from '../writes/stage.ts';

// What happens around a workspace: another process, a wrong clock, a stick that is pulled, an empty backup, OneDrive.

/** Each file of the newest backup in turn is an empty one. */
async function emptyBackup(stage: WriteStage): Promise<string[]> {
  const broken: string[] = [];
  const harness = harnessAt(stage.base);
  try {
    await openByDevice(harness, stage);
    const place = placeFolder(harness.backups, harness.opened().workspace.workspaceId);
    for (const file of ['database', 'key', 'manifest', 'fileList'] as const) {
      const { id } = await harness.call('backup.make', {});
      const found = backupsIn(place).find((one) => one.id === id);
      if (found === undefined) throw new Error('It was made just now');
      writeFileSync(found.paths[file], '');
      const rows = comparableRows(harness);
      const backup = { place: 'first', id } as const;
      const said = await codeOf(harness.call('restore.run', { backup, key: { kind: 'current' } }));
      const listed = (await harness.call('backup.list', {})).find((row) => row.id === id);
      const needed = file === 'database' || file === 'manifest';
      if (needed && listed?.state !== 'damaged') broken.push(`an empty ${file} is not told`);
      if (needed && said !== 'backup-damaged')
        broken.push(`an empty ${file}: restoring says ${said}`);
      if (said === 'unexpected') broken.push(`an empty ${file}: restoring says unexpected`);
      if (comparableRows(harness) !== rows) broken.push(`an empty ${file}: something was changed`);
      const next = await harness.call('backup.make', {});
      if (next.state !== 'verified' || next.id === id)
        broken.push(`an empty ${file}: the next backup is ${next.state}`);
    }
  } finally {
    await harness.server.close();
  }
  return broken;
}

/** A workspace in a folder that is kept in step with a server. */
async function synchronised(folder: string): Promise<string[]> {
  const harness = storeHarness({ folder: join(folder, 'OneDrive - Fundacja Przykładowa') });
  try {
    await harness.createQuickly();
    const { folderWarning } = await harness.call('safety.get', {});
    const { checks } = await harness.call('diagnostics.run', {});
    const told = checks.find(({ key }) => key === 'folder')?.state;
    return folderWarning === 'synchronised' && told === 'warning'
      ? []
      : [`a workspace in OneDrive is not told: ${String(folderWarning)}, ${String(told)}`];
  } finally {
    await harness.server.close();
  }
}

async function run({ short, seed, times, folder }: TortureOptions): Promise<Finding> {
  const dice = diceOf(seed);
  const base = join(folder, 'base');
  mkdirSync(base);
  const stage = await makeWriteStage(base);
  const rounds = times ?? (short ? 3 : 20);
  const pulls = Array.from({ length: short ? 3 : 20 }, () => dice.below(12));
  const together = await twoProcesses(stage, rounds);
  const pulled = await unplugged(stage, pulls);
  const broken = [
    ...together.broken,
    ...pulled.broken,
    ...(await wrongClocks(join(folder, 'clock'))),
    ...(await emptyBackup(stage)),
    ...(await synchronised(folder)),
  ];
  const done =
    `${together.knocks} knocks of a second instance, ${pulled.times} sticks pulled, ` +
    '3 wrong clocks, 4 empty files, OneDrive';
  return { done, broken, notTried: [] };
}

/** Two instances, wrong clocks, unplugged places, empty backups, synchronised folders. */
export const instances: Scenario = {
  name: 'instances',
  title: 'nothing around the workspace harms it, and what may is told',
  run,
};
