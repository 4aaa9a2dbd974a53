import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file younger than this may belong to a transaction that has not committed yet. */
const LEAST_AGE_MILLISECONDS = 60 * 60 * 1000;

/** Removes files that no row points at (a crash between file and row leaves them); answers how many. */
export function sweepOrphans(folder: string, known: ReadonlySet<string>, now: number): number {
  let removed = 0;
  for (const shelf of readdirSync(folder, { withFileTypes: true })) {
    if (!shelf.isDirectory()) continue;
    for (const name of readdirSync(join(folder, shelf.name))) {
      const path = `${shelf.name}/${name}`;
      if (known.has(path)) continue;
      if (now - statSync(join(folder, path)).mtimeMs < LEAST_AGE_MILLISECONDS) continue;
      rmSync(join(folder, path), { force: true });
      removed += 1;
    }
  }
  return removed;
}
