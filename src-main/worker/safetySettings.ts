import { z } from 'zod';
import { FileDamage, WholeCheck } from '../contract/safetyCalls.ts';
import { Instant } from '../domain/calendar.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { readSetting, saveSetting } from '../store/settings.ts';

/** What the worker notes in the workspace about its safety, each under a key of its own. */
const SETTINGS = {
  /** The folder chosen for second copies, with the last copy made there. */
  secondPlace: z.object({ path: z.string(), lastCopyAt: Instant.nullable() }).nullable(),
  /** Why the last copy to the second place failed; null: it did not. */
  secondProblem: z.object({ code: z.string(), at: Instant }).nullable(),
  /** Sealed files of the workspace that the check in turn found bad; null: none. */
  fileDamage: FileDamage.nullable(),
  /** The last whole check of the live database. */
  lastCheck: WholeCheck.nullable(),
  /** The last restore, and the backup of what was there before it. */
  lastRestore: z
    .object({ at: Instant, from: Instant, undoId: z.string(), workspaceId: z.string() })
    .nullable(),
  /** Erasures that a restored older copy does not know yet. */
  erasuresToRepeat: z.array(z.unknown()).nullable(),
} as const;
type Settings = { [Key in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Key]> };

/** What is noted under a key; null where nothing is, or an older version wrote something else. */
export function readNote<Key extends keyof Settings>(db: ReadableDb, key: Key): Settings[Key] {
  const parsed = SETTINGS[key].safeParse(readSetting(db, key) ?? null);
  return (parsed.success ? parsed.data : null) as Settings[Key]; // parsed by this key's own schema
}

/** Notes something under a key. */
export function saveNote<Key extends keyof Settings>(
  db: WritableDb,
  key: Key,
  value: Settings[Key],
): void {
  saveSetting(db, key, value);
}
