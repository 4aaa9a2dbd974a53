import { backupsIn } from '../../../src-main/store/backup/places.ts';
import { startCaretaker } from '../../../src-main/worker/caretaker.ts';
import { clockIsBelieved } from '../../../src-main/usecases/clock.ts';
import { emptyExpired } from '../../../src-main/usecases/privateUpkeep.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { storeHarness, upkeepHere, type StoreHarness } from '../../helpers/storeHarness.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-03-02T08:00:00.000Z');

/** So many of the newest backups stay, whatever the clock says of their age. */
const NEWEST_KEPT = 5;

/** A machine whose clock is set at will, and everything that is looked after by it. */
async function machine(base: string) {
  let now = START;
  const harness = storeHarness({ folder: base, now: () => now });
  await harness.createQuickly();
  const { engagement } = await openProcess(harness, 'library.goldap');
  const binned = await harness.call('session.save', sessionForm(engagement.id, { topic: 'Kosz' }));
  const { workspaceId } = harness.opened().workspace;
  return {
    harness,
    binned: binned.id,
    place: `${harness.backups}/${workspaceId}`,
    work: (topic: string) => harness.call('session.save', sessionForm(engagement.id, { topic })),
    /** Sets the clock and starts anew, as after a night; then what is due every hour. */
    async at(days: number): Promise<string[]> {
      now = START + days * DAY;
      await harness.server.close();
      await harness.call('workspace.status', {});
      return round(harness, () => now);
    },
  };
}

/** One round of what the application does by itself; answers what went wrong without a name. */
async function round(harness: StoreHarness, now: () => number): Promise<string[]> {
  const { workspace, tools } = harness.opened();
  // Its key lies open, which makes it a demonstration; those are not looked after.
  const own = { ...workspace, demonstration: false };
  const wrong: string[] = [];
  const care = startCaretaker({
    workspace: own,
    upkeep: upkeepHere(own, harness.backups, now),
    secondUpkeep: upkeepHere(own, harness.backups, now),
    backupsFolder: harness.backups,
    now,
    changed: () => undefined,
    emptyBin: () => void emptyExpired(tools),
    seeClock: () => void clockIsBelieved(tools),
    unexpected: (name, error) => wrong.push(`${name}: ${String(error)}`),
  });
  await care.round();
  await care.end(false);
  return wrong;
}

/** A clock that is set forward and back between runs: nothing goes early, and the newest backup is the last made. */
export async function wrongClocks(base: string): Promise<string[]> {
  const { harness, binned, place, work, at } = await machine(base);
  const broken: string[] = [];
  const ids = (): string[] => backupsIn(place).map(({ id }) => id);
  try {
    for (const day of [0, 1, 2, 3, 4]) {
      await work(`Dzień ${day}`);
      broken.push(...(await at(day)));
    }
    await harness.call('bin.remove', { entity: 'coachingSession', id: binned });
    for (const [days, how] of [
      [800, 'two years ahead'],
      [-400, 'a year behind'],
      [5, 'right again'],
    ] as const) {
      await work(how);
      const made = backupsIn(place)[0]?.manifest?.ordinal ?? 0;
      const before = ids();
      broken.push(...(await at(days)));
      const [newest] = backupsIn(place);
      const gone = before.slice(0, NEWEST_KEPT - 1).filter((id) => !ids().includes(id));
      if (gone.length > 0) broken.push(`with the clock ${how}, ${gone.length} backups are gone`);
      if (newest?.manifest?.ordinal !== made + 1)
        broken.push(`with the clock ${how}, the newest backup is not the last one made`);
      const bin = await harness.call('bin.list', {});
      if (!bin.some(({ id }) => id === binned))
        broken.push(`with the clock ${how}, the bin was emptied`);
    }
  } finally {
    await harness.server.close();
  }
  return broken;
}
