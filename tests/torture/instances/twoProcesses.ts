import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startScript } from '../../helpers/children.ts';
import { sessionForm } from '../../helpers/scene.ts';
import { checkFile } from '../day/check.ts';
import { harnessAt, openByDevice, type WriteStage } from '../writes/stage.ts';

const script = new URL('../children/firstInstance.ts', import.meta.url);

/** What a second instance may be told, whatever it asks. */
const TOLD = new Set(['second-instance', 'workspace-exists']);

/** What came of two processes at one workspace. */
export interface Together {
  readonly knocks: number;
  readonly broken: readonly string[];
}

/** A second process knocks for as long as the first works, makes backups and restores. */
export async function twoProcesses(stage: WriteStage, times: number): Promise<Together> {
  const { base, device, passphrase } = stage;
  const form = sessionForm(stage.engagementId);
  writeFileSync(join(base, 'first.json'), JSON.stringify({ device, form }));
  const first = startScript(script, [base, String(times)]);
  const second = harnessAt(base);
  const broken: string[] = [];
  let knocks = 0;
  try {
    await first.line('ended desk.unlockByDevice');
    const [backup] = await second.call('backup.list', {});
    const ref = { place: 'first', id: backup?.id ?? '' } as const;
    const tries = [
      () => second.server.answer('desk.unlockByDevice', { secret: device }),
      () => second.server.answer('workspace.create', newWorkspace(passphrase)),
      () =>
        second.server.answer('restore.run', {
          backup: ref,
          key: { kind: 'passphrase', passphrase },
        }),
    ];
    while (!first.lines.includes('done')) {
      // The passphrase takes a third of a second: most knocks are by the quick way.
      const envelope = await (tries[knocks % 20 < 18 ? 0 : (knocks % 20) - 17] ?? tries[0])?.();
      knocks += 1;
      const said = envelope?.ok === true ? 'ok' : (envelope?.failure.code ?? '');
      if (!TOLD.has(said)) {
        const at = first.lines.at(-1) ?? '';
        broken.push(`the second instance is told ${said} after „${at}”`);
      }
      if (said === 'ok') break;
      await wait(1);
    }
    await second.server.close();
    await first.line('done');
    first.process.stdin?.write('end\n');
    await once(first.process, 'close');
  } finally {
    await first.kill();
    await second.server.close();
  }
  const failed = first.lines.filter((line) => /^ended .* (?!ok$)/.test(line));
  broken.push(...failed.map((line) => `the first instance: ${line}`));
  broken.push(...(await afterwards(stage)));
  return { knocks, broken };
}

const newWorkspace = (passphrase: string) => ({
  start: 'empty' as const,
  passphrase,
  me: { name: 'Druga', form: 'feminine' as const, roles: ['coach' as const] },
});

async function afterwards(stage: WriteStage): Promise<string[]> {
  const harness = harnessAt(stage.base);
  try {
    await openByDevice(harness, stage);
    return [...checkFile(harness.opened().workspace.store)];
  } finally {
    await harness.server.close();
  }
}
