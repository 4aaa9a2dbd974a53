import type { SafetyView } from '../contract/safetyCalls.ts';
import { instantOf } from '../domain/calendar.ts';
import type { Store } from '../store/db.ts';
import type { FileCheck } from './fileChecks.ts';
import { readNote, saveNote } from './safetySettings.ts';
import type { SecondPlaceKeeper } from './secondPlace.ts';
import type { Upkeep } from './upkeep.ts';

/** So much is read at a time; other jobs of upkeep come in between. Bytes. */
const SHARE = 16 * 1024 ** 2;
/** So many shares a round: half a gigabyte an hour reads what ten years leave behind within a working week. */
const MOST_SHARES = 32;

/** What looking after the sealed files needs. */
export interface FileCareParts {
  readonly upkeep: Upkeep;
  readonly second: SecondPlaceKeeper;
  readonly store: Store;
  readonly now: () => number;
  readonly changed: () => void;
}

type Damage = SafetyView['fileDamage'];

function damageOf({ bad }: FileCheck, now: number): Damage {
  if (bad.length === 0) return null;
  const saved = bad.flatMap(({ inBackupOf }) => inBackupOf ?? []);
  const damaged = bad.filter(({ state }) => state === 'damaged').length;
  return {
    at: instantOf(now),
    missing: bad.length - damaged,
    damaged,
    inBackup: saved.length,
    backupOf: saved.toSorted().at(-1) ?? null,
  };
}

/** Reads the sealed files in turn and notes which are bad. */
export function fileCare({ upkeep, second, store, now, changed }: FileCareParts) {
  const ask = (again: boolean): Promise<FileCheck> =>
    upkeep.ask({ kind: 'check-files', mostBytes: SHARE, again });

  const keep = (found: FileCheck): Damage => {
    const before = readNote(store, 'fileDamage');
    const damage = damageOf(found, now());
    const same =
      JSON.stringify({ ...before, at: null }) === JSON.stringify({ ...damage, at: null });
    if (same && (before === null) === (damage === null)) return before;
    store.inTransaction((db) => saveNote(db, 'fileDamage', damage));
    changed();
    return damage;
  };

  /** What only the second place has whole comes into the first, from where a restore brings it back. */
  const rescued = async (found: FileCheck): Promise<FileCheck> => {
    const lost = found.bad.filter(({ inBackupOf }) => inBackupOf === null);
    if (lost.length === 0) return found;
    const files = lost.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
    const count = await second.rescue(files).catch(() => 0); // away: tried again in the next round
    return count === 0 ? found : ask(true);
  };

  return {
    /** Reads what is due, as much as one round may; stops when `enough` says so. */
    async readShare(enough: () => boolean): Promise<void> {
      let found = await ask(false);
      for (let share = 1; found.more && share < MOST_SHARES && !enough(); share += 1)
        found = await ask(false);
      if (!enough()) keep(await rescued(found));
    },
    /** Reads the bad ones once more: somebody may have mended them. */
    lookAgain: async (): Promise<Damage> => keep(await rescued(await ask(true))),
  };
}
