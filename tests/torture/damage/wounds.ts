import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../helpers/files.ts';
import type { Dice } from '../dice.ts';

/** What of a prepared folder is hurt; `log`: the write-ahead log of a workspace that was not closed. */
export type Target =
  | 'database'
  | 'key'
  | 'sealed'
  | 'backup database'
  | 'backup key'
  | 'manifest'
  | 'file list'
  | 'pool'
  | 'log';

/** Paths that belong to a target, below the folder. `newest` names the newest backup's folder. */
const PATHS: { readonly [One in Target]: (newest: string) => RegExp } = {
  database: () => /^workspace\/strefownik\.db$/,
  key: () => /^workspace\/key\.json$/,
  sealed: () => /^workspace\/files\//,
  'backup database': (newest) => new RegExp(`^backups/.*/${newest}/strefownik\\.db$`),
  'backup key': (newest) => new RegExp(`^backups/.*/${newest}/key\\.json$`),
  manifest: (newest) => new RegExp(`^backups/.*/${newest}/manifest\\.json$`),
  'file list': (newest) => new RegExp(`^backups/.*/${newest}/files\\.list$`),
  pool: () => /^backups\/[^/]+\/files\//,
  log: () => /^workspace\/strefownik\.db-wal$/,
};

/** Those that hurt the workspace; the others hurt a backup of it. */
export const OF_WORKSPACE: ReadonlySet<Target> = new Set(['database', 'key', 'sealed', 'log']);
/** Every target but the log, which needs a workspace of its own. */
export const AT_REST = (Object.keys(PATHS) as Target[]).filter((target) => target !== 'log');

/** What was done to a file. */
export interface Wound {
  readonly target: Target;
  /** Below the folder. */
  readonly path: string;
  /** In words, with offsets. */
  readonly what: string;
  /** The damaged bytes; null: the file was removed. */
  readonly bytes: Buffer | null;
}

const BIT_FLIPS = 3;

function hurt(path: string, dice: Dice): string {
  const bytes = readFileSync(path);
  const kind = dice.oneOf(['flip', 'flip', 'flips', 'zero', 'truncate', 'remove'] as const);
  const at = dice.below(Math.max(1, bytes.length));
  if (kind === 'remove' || bytes.length === 0) {
    rmSync(path);
    return 'removed';
  }
  if (kind === 'truncate') {
    truncateSync(path, at);
    return `cut to ${at} of ${bytes.length} bytes`;
  }
  if (kind === 'zero') {
    const length = Math.min(bytes.length - at, 1 + dice.below(8192));
    bytes.fill(0, at, at + length);
    writeFileSync(path, bytes);
    return `${length} zeroes at ${at}`;
  }
  const places = Array.from({ length: kind === 'flip' ? 1 : BIT_FLIPS }, () =>
    dice.below(bytes.length),
  );
  for (const place of places)
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << dice.below(8)), place);
  writeFileSync(path, bytes);
  return `bits flipped at ${places.join(', ')} of ${bytes.length}`;
}

/** Hurts one file of a target by chance. Throws where the folder has none. */
export function woundIn(folder: string, target: Target, newest: string, dice: Dice): Wound {
  const wanted = PATHS[target](newest);
  const path = dice.oneOf([...filesBelow(folder).keys()].filter((one) => wanted.test(one)));
  const what = hurt(join(folder, path), dice);
  const whole = join(folder, path);
  return { target, path, what, bytes: existsSync(whole) ? readFileSync(whole) : null };
}
