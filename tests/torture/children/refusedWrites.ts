import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../../src-main/contract/contract.ts';
import { deskRequests } from '../../../src-main/contract/storeRequests.ts';
import { diceOf } from '../dice.ts';
import { fullDisk, readOnlyFolder } from '../writes/obstacles.ts';
import { makeWriteStage, PLACES } from '../writes/stage.ts';
import { tryWrite, type Obstacle, type Tried } from '../writes/trying.ts';
import type { AnsweredName, Write } from '../writes/write.ts';
import { writes } from '../writes/writes.ts';

// argv: a folder, what refuses (`disk-full`: the folder's `disk` is a small disk; `read-only`), a seed, and `short`.
// Tries every writing call and says what came of it.

const [root = '', kind, seed = '', form] = process.argv.slice(2);
const short = form === 'short';
const dice = diceOf(Number(seed));
const disk = join(root, 'disk');
const base = join(disk, 'base');
mkdirSync(base, { recursive: true });
const stage = await makeWriteStage(base);
const kept = join(root, 'kept');
cpSync(base, kept, { recursive: true });
const stand = { stage, kept };

/** Room that is left: nothing, and so much that a call fails somewhere on its way. */
function diskObstacles(): Obstacle[] {
  const some = [dice.below(16) * 4096, dice.below(100) * 4096, dice.below(600) * 4096];
  const rooms = short ? [dice.oneOf([0, 0, ...some])] : [0, 4096, ...some];
  return rooms.map((room) => fullDisk(disk, room));
}

function folderObstacles({ alsoIn, fromOutside }: Write): Obstacle[] {
  const places = short ? alsoIn : fromOutside === true ? ['workspace', 'backups'] : PLACES;
  return places.map((place) => readOnlyFolder(base, place));
}

const named = new Set(writes.map(({ name }) => name));
const forgotten = Object.entries({ ...contract, ...deskRequests })
  .filter(([, { place, effect }]) => place === 'store' && effect === 'write')
  .map(([name]) => name)
  .filter((name) => !named.has(name as AnsweredName)); // keys of the two tables
if (forgotten.length > 0) throw new Error(`Tell tests/torture/writes of ${forgotten.join(', ')}`);

const tried: Tried[] = [];
for (const write of writes) {
  const obstacles = kind === 'disk-full' ? diskObstacles() : folderObstacles(write);
  for (const obstacle of obstacles) tried.push(await tryWrite(stand, write, obstacle));
}
console.log(
  JSON.stringify({
    tried: tried.length,
    refused: tried.filter(({ refused }) => refused !== null).length,
    broken: tried.flatMap(({ broken }) => broken),
  }),
);
