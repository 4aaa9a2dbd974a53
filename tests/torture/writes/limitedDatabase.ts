import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, TortureOptions } from '../scenario.ts';
import { fullDatabase } from './obstacles.ts';
import { makeWriteStage } from './stage.ts';
import { tryWrite, type Tried } from './trying.ts';
import { writes } from './writes.ts';

/** Writes that stay on one connection: what closes it or opens another loses the limit. */
const staysOpen = ({ name, fromOutside, closes }: (typeof writes)[number]): boolean =>
  fromOutside !== true && closes !== true && !name.startsWith('restore.');

/** The same as on a full disk, as far as it goes without one: the database may not take another page. */
export async function limitedDatabase({ folder, short }: TortureOptions): Promise<Finding> {
  const base = join(folder, 'limited');
  mkdirSync(base);
  const stage = await makeWriteStage(base);
  const kept = join(folder, 'kept');
  cpSync(base, kept, { recursive: true });
  const chosen = writes.filter(staysOpen).filter((_, index) => !short || index % 3 === 0);
  const tried: Tried[] = [];
  for (const write of chosen) tried.push(await tryWrite({ stage, kept }, write, fullDatabase()));
  const refused = tried.filter((one) => one.refused !== null).length;
  return {
    done: `${tried.length} writes with a limit on the database, ${refused} of them refused`,
    broken: tried.flatMap(({ broken }) => broken),
    notTried: [],
  };
}
