import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canMount, runScriptAmongMounts } from '../../helpers/children.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';
import { limitedDatabase } from '../writes/limitedDatabase.ts';

// Every call that writes, on a disk that is full and in folders that cannot be written.

const script = new URL('../children/refusedWrites.ts', import.meta.url);
const NO_MOUNTS = 'this machine gives a process no mounts of its own (`unshare -rm`)';

/** What the script tells. */
const Told = z.object({ tried: z.int(), refused: z.int(), broken: z.array(z.string()) });

function among(
  mounts: string,
  kind: 'disk-full' | 'read-only',
  { folder, seed, short }: TortureOptions,
): Finding {
  const run = runScriptAmongMounts(mounts, script, [
    folder,
    kind,
    String(seed),
    ...(short ? ['short'] : []),
  ]);
  if (run.status !== 0) throw new Error(`The script ended with ${run.status}: ${run.stderr}`);
  const { tried, refused, broken } = Told.parse(run.value);
  return { done: `${tried} writes, ${refused} of them refused`, broken, notTried: [] };
}

/** Every way of writing on a disk without room. */
export const diskFull: Scenario = {
  name: 'disk-full',
  title: 'on a full disk a write is refused whole and works once there is room',
  run: async (options) => {
    if (!canMount())
      return {
        ...(await limitedDatabase(options)),
        notTried: [`a disk that is full: ${NO_MOUNTS}`],
      };
    const disk = join(options.folder, 'disk');
    mkdirSync(disk);
    return among(`mount -t tmpfs -o size=48m tmpfs '${disk}'`, 'disk-full', options);
  },
};

/** Every way of writing into folders that cannot be written. */
export const readOnly: Scenario = {
  name: 'read-only',
  title: 'in a read-only folder a write is refused whole and works afterwards',
  run: async (options) => {
    if (canMount()) return among('true', 'read-only', options);
    return { done: 'nothing', broken: [], notTried: [`read-only folders: ${NO_MOUNTS}`] };
  },
};
