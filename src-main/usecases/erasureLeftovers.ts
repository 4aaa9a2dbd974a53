import { z } from 'zod';
import { clearOutgoing, removeSealed } from '../files/removal.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import type { Tools } from './tools.ts';

/** Files that no row points at since an erasure, and clear copies: a crash may have kept them. */
const Leftovers = z.object({ files: z.array(z.string()), outgoing: z.boolean() });
type Leftovers = z.infer<typeof Leftovers>;

const KEY = 'erasure.leftovers';

function readLeftovers(db: ReadableDb): Leftovers | null {
  return Leftovers.nullable().parse(readSetting(db, KEY) ?? null);
}

/** Notes, in the transaction of an erasure, what must go from the disk once it is committed. */
export function addLeftovers(db: WritableDb, files: readonly string[]): void {
  const known = readLeftovers(db)?.files ?? [];
  saveSetting(db, KEY, { files: [...known, ...files], outgoing: true });
}

/**
 * Removes from the disk what erasures left there: replaced files and clear copies. Does nothing when nothing is left;
 * to be called when a workspace was opened, before files are written.
 */
export function finishErasures(tools: Tools): void {
  const left = readLeftovers(tools.store);
  if (left === null) return;
  const files = removeSealed(tools.files.folder, left.files);
  const cleared = clearOutgoing(tools.outgoingFolder);
  tools.store.inTransaction((db) =>
    saveSetting(db, KEY, files.length === 0 && cleared ? null : { files, outgoing: !cleared }),
  );
}
