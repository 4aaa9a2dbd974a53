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
import { copyBackupTo } from '../store/backup/second.ts';
import { isWhole, verifyBackup } from '../store/backup/verify.ts';
import { textIn, type Store } from '../store/db.ts';
import { StoreFailure } from '../store/failures.ts';
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

/** Removes what the rules let go, and shared files that nobody lists any more. Damaged copies stay to be looked at. */
export function thin(place: string, now: number, erasedAt: Instant | null): number {
  const found = backupsIn(place);
  const room = Math.min(MOST_BYTES, MOST_SHARE_OF_FREE * freeBytesAt(place));
  const going = new Set(
    backupsToRemove(found.flatMap(thinnable), {
      now,
      mostBytes: room - poolOwnBytes(place),
      erasedAt,
    }),
  );
  for (const backup of found) if (going.has(backup.id)) removeBackup(backup);
  if (going.size > 0) prunePool(place);
  return going.size;
}

/** Removes the oldest backup that may go; false when there is none. */
function makeRoom({ place, now }: UpkeepContext, spare: string | null): boolean {
  const rules = { now: now(), mostBytes: 0, erasedAt: null };
  const going = backupsToRemove(backupsIn(place).flatMap(thinnable), rules);
  const oldest = going.find((id) => id !== spare);
  if (oldest === undefined) return false;
  removeBackup(readBackup(place, oldest));
  prunePool(place);
  return true;
}

/** Copies the workspace; on a full disk the oldest spare backup makes room for it. */
function backup(context: UpkeepContext, { reason, verify, spare }: JobOf<'backup'>): string {
  for (;;) {
    try {
      const made = makeBackup(context, reason);
      if (verify && !verifyBackup(made, context.dataKey, context.now())) {
        throw new StoreFailure('backup-damaged');
      }
      context.step?.('backup.verified');
      return made.id;
    } catch (error) {
      const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
      if (!full || !makeRoom(context, spare)) throw error;
    }
  }
}

function verifyWaiting({ place, dataKey, now }: UpkeepContext): number {
  const waiting = backupsIn(place).filter(
    ({ manifest }) => manifest?.verified === null && manifest.failedAt === null,
  );
  return waiting.filter((one) => verifyBackup(one, dataKey, now())).length;
}

function copySecond(context: UpkeepContext, { root, place }: JobOf<'copy-second'>): string {
  const newest = backupsIn(context.place).find(({ manifest }) => manifest?.verified != null);
  if (newest === undefined) throw new StoreFailure('backup-missing');
  const copy = copyBackupTo(newest, root, place, context.step);
  if (!verifyBackup(copy, context.dataKey, context.now())) throw new StoreFailure('backup-damaged');
  thin(place, context.now(), null);
  return copy.id;
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
