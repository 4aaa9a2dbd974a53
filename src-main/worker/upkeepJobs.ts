import { dirname } from 'node:path';
import { assertNever } from '../domain/assertNever.ts';
import { backupsToRemove, type ThinnableBackup } from '../domain/backupThinning.ts';
import type { Instant } from '../domain/calendar.ts';
import { freeBytesAt } from '../files/copying.ts';
import { sweepOrphans } from '../files/sweep.ts';
import { makeBackup, type BackupSource } from '../store/backup/make.ts';
import {
  backupsIn,
  poolOwnBytes,
  prunePool,
  readBackup,
  removeBackup,
  type FoundBackup,
} from '../store/backup/places.ts';
import { spreadKeyFile } from '../store/backup/keySpread.ts';
import { copyBackupTo, wasTakenAway } from '../store/backup/second.ts';
import { readKeyFile } from '../store/keyFile.ts';
import { isWhole, verifyBackup } from '../store/backup/verify.ts';
import { textIn, type Store } from '../store/db.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { hasAsideDatabase } from './asideFolders.ts';
import type { JobOf, UpkeepAnswers, UpkeepJob, UpkeepJobKind } from './upkeepProtocol.ts';

/** What the jobs work on. */
export interface UpkeepContext extends BackupSource {
  readonly dataKey: Uint8Array;
}

/** All backups together take at most so much, and at most this share of what is free. */
const MOST_BYTES = 5 * 1024 ** 3;
const MOST_SHARE_OF_FREE = 0.1;

function checkpoint(store: Store, mode: 'PASSIVE' | 'TRUNCATE'): number {
  const result: unknown = store.connection.pragma(`wal_checkpoint(${mode})`);
  const [row] = Array.isArray(result) ? (result as { checkpointed?: number }[]) : [];
  return row?.checkpointed ?? 0;
}

function sweep({ store, filesFolder }: UpkeepContext, now: number): number {
  // A database that was set aside has files here that this one does not know, and nobody else may have them.
  if (hasAsideDatabase(dirname(filesFolder))) return 0;
  const known = new Set(
    store.all('select path from stored_file').map((row) => textIn(row, 'path')),
  );
  return sweepOrphans(filesFolder, known, now);
}

function thinnable({ id, manifest, bytes }: FoundBackup): ThinnableBackup[] {
  if (manifest === null || manifest.failedAt !== null) return [];
  const { ordinal, createdAt, reason, verified } = manifest;
  return [{ id, ordinal, createdAt, reason, contents: verified?.contents ?? null, bytes }];
}

/** Of copies whose check failed, the newest stay to be looked at; where the disk fails they come every hour. */
const DAMAGED_KEPT = 3;

function removeDamaged(found: readonly FoundBackup[]): number {
  const failed = found.filter(({ manifest }) => manifest !== null && manifest.failedAt !== null);
  for (const backup of failed.slice(DAMAGED_KEPT)) removeBackup(backup);
  return Math.max(0, failed.length - DAMAGED_KEPT);
}

/** Removes what the rules let go, and shared files that nobody lists any more. */
export function thin(place: string, now: number, erasedAt: Instant | null): number {
  const found = backupsIn(place);
  const damaged = removeDamaged(found);
  const room = Math.min(MOST_BYTES, MOST_SHARE_OF_FREE * freeBytesAt(place));
  const going = new Set(
    backupsToRemove(found.flatMap(thinnable), {
      now,
      mostBytes: room - poolOwnBytes(place),
      erasedAt,
    }),
  );
  for (const backup of found) if (going.has(backup.id)) removeBackup(backup);
  if (going.size + damaged > 0) prunePool(place);
  return going.size + damaged;
}

/** Removes a damaged backup, or else the oldest that may go; false when there is none. */
function makeRoom({ place, now }: UpkeepContext, spare: readonly (string | null)[]): boolean {
  const rules = { now: now(), mostBytes: 0, erasedAt: null };
  const found = backupsIn(place);
  const damaged = found.filter(({ manifest }) => manifest !== null && manifest.failedAt !== null);
  const going = [
    ...damaged.map(({ id }) => id),
    ...backupsToRemove(found.flatMap(thinnable), rules),
  ];
  const oldest = going.find((id) => !spare.includes(id));
  if (oldest === undefined) return false;
  removeBackup(readBackup(place, oldest));
  prunePool(place);
  return true;
}

/** Does something that needs room; on a full disk the oldest spare backups make it. */
function withRoom<Result>(
  context: UpkeepContext,
  spare: readonly (string | null)[],
  work: () => Result,
): Result {
  // As many as there are now: what the work itself may leave is never what makes room for it.
  for (let left = backupsIn(context.place).length; ; left -= 1) {
    try {
      return work();
    } catch (error) {
      const known = asStoreFailure(error);
      const full = known instanceof StoreFailure && known.code === 'disk-full';
      if (!full || left <= 0 || !makeRoom(context, spare)) throw error;
    }
  }
}

/** Copies the workspace and, if wanted, reopens the copy. One that nobody could look into, for want of room, goes. */
function backup(context: UpkeepContext, { reason, verify, spare }: JobOf<'backup'>): string {
  const made = withRoom(context, [spare], () => makeBackup(context, reason));
  if (!verify) return made.id;
  let whole: boolean;
  try {
    whole = withRoom(context, [spare, made.id], () =>
      verifyBackup(made, context.dataKey, context.now()),
    );
  } catch (error) {
    removeBackup(made);
    throw error;
  }
  if (!whole) throw new StoreFailure('backup-damaged');
  context.step?.('backup.verified');
  return made.id;
}

function verifyWaiting({ place, dataKey, now }: UpkeepContext): number {
  const waiting = backupsIn(place).filter(
    ({ manifest }) => manifest?.verified === null && manifest.failedAt === null,
  );
  return waiting.filter((one) => verifyBackup(one, dataKey, now())).length;
}

function copySecond(
  context: UpkeepContext,
  { root, place, erasedAt }: JobOf<'copy-second'>,
): string {
  const newest = backupsIn(context.place).find(({ manifest }) => manifest?.verified != null);
  if (newest === undefined) throw new StoreFailure('backup-missing');
  // A stick that filled up since the last copy makes room with its own older copies.
  const there = { ...context, place };
  try {
    const copy = withRoom(there, [newest.id], () =>
      copyBackupTo(newest, root, place, context.step),
    );
    if (!withRoom(there, [newest.id], () => verifyBackup(copy, context.dataKey, context.now())))
      throw new StoreFailure('backup-damaged');
    // A passphrase that was changed while the place was away opens the older copies there too.
    spreadKeyFile(readKeyFile(context.keyPath), place);
    thin(place, context.now(), erasedAt);
    return copy.id;
  } catch (error) {
    if (wasTakenAway(root, error)) throw new StoreFailure('place-missing', {}, { cause: error });
    throw error;
  }
}

function run(context: UpkeepContext, job: UpkeepJob): UpkeepAnswers[UpkeepJobKind] {
  switch (job.kind) {
    case 'checkpoint':
      return checkpoint(context.store, job.empty ? 'TRUNCATE' : 'PASSIVE');
    case 'sweep':
      return sweep(context, context.now());
    case 'backup':
      return backup(context, job);
    case 'verify':
      return verifyWaiting(context);
    case 'thin':
      return thin(context.place, context.now(), job.erasedAt);
    case 'copy-second':
      return copySecond(context, job);
    case 'check':
      return isWhole(context.store);
    case 'end':
      context.store.connection.close();
      return 0;
    default:
      return assertNever(job);
  }
}

/** Does one job; blocks its thread while it does. Throws the store's failures and the file system's errors. */
export function runUpkeepJob<Kind extends UpkeepJobKind>(
  context: UpkeepContext,
  job: JobOf<Kind>,
): UpkeepAnswers[Kind] {
  return run(context, job) as UpkeepAnswers[Kind]; // each case above answers what its own kind says
}
