import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assertNever } from '../domain/assertNever.ts';
import { backupsToRemove, type ThinnableBackup } from '../domain/backupThinning.ts';
import type { Instant } from '../domain/calendar.ts';
import { sweepOrphans } from '../files/sweep.ts';
import { makeBackup, type BackupSource } from '../store/backup/make.ts';
import {
  backupsBelow,
  backupsIn,
  prunePool,
  readBackup,
  removeBackup,
  type FoundBackup,
} from '../store/backup/places.ts';
import { mostBytesAt, poolOwnBytes } from '../store/backup/pool.ts';
import { spreadKeyFile } from '../store/backup/keySpread.ts';
import { copyBackupTo, wasTakenAway } from '../store/backup/second.ts';
import { readKeyFile } from '../store/keyFile.ts';
import { isWhole, verifyBackup } from '../store/backup/verify.ts';
import { textIn, type Store } from '../store/db.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { hasAsideDatabase } from './asideFolders.ts';
import { BACKUPS_FOLDER_NAME, rowOf } from './backupRows.ts';
import { checkFiles, checkSecondPool, rescueFiles } from './fileChecks.ts';
import type {
  JobOf,
  SecondSeen,
  UpkeepAnswers,
  UpkeepJob,
  UpkeepJobKind,
} from './upkeepProtocol.ts';

/** What the jobs work on. */
export type UpkeepContext = BackupSource;

/** So much of what lies in the second place is read again with every copy. Bytes. */
const SECOND_SHARE = 64 * 1024 ** 2;

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
  const going = new Set(
    backupsToRemove(found.flatMap(thinnable), {
      now,
      mostBytes: mostBytesAt(place) - poolOwnBytes(place),
      erasedAt,
    }),
  );
  for (const backup of found) if (going.has(backup.id)) removeBackup(backup);
  if (going.size + damaged > 0) prunePool(place);
  return going.size + damaged;
}

/** A place with backups. */
type Place = Pick<UpkeepContext, 'place' | 'now'>;

/**
 * Removes a damaged backup, or else the oldest that may go; false when there is none, or when all of them together
 * would not make the room that is wanting.
 */
function makeRoom(
  { place, now }: Place,
  spare: readonly (string | null)[],
  wanting: number,
): boolean {
  const rules = { now: now(), mostBytes: 0, erasedAt: null };
  const found = backupsIn(place);
  const damaged = found.filter(({ manifest }) => manifest !== null && manifest.failedAt !== null);
  const going = [
    ...damaged.map(({ id }) => id),
    ...backupsToRemove(found.flatMap(thinnable), rules),
  ];
  const mayGo = going.filter((id) => !spare.includes(id));
  const [oldest] = mayGo;
  const room = found
    .filter(({ id }) => mayGo.includes(id))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  if (oldest === undefined || room < wanting) return false;
  removeBackup(readBackup(place, oldest));
  prunePool(place);
  return true;
}

/** Does something that needs room; on a full disk the oldest spare backups make it. */
function withRoom<Result>(
  context: Place,
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
      const wanting = full ? Number(known.params['wanting'] ?? 0) : 0;
      if (!full || left <= 0 || !makeRoom(context, spare, wanting)) throw error;
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

/** Copies a backup to the second place, checks it there and thins what lies there; needs no open database. */
function copyThere(
  { dataKey, keyPath, now, step }: Omit<UpkeepContext, 'store'>,
  first: FoundBackup,
  { root, place, erasedAt }: JobOf<'copy-second'>,
): string {
  const there = { place, now };
  // A stick that filled up since the last copy makes room with its own older copies.
  const copy = withRoom(there, [first.id], () => copyBackupTo(first, root, place, step));
  if (!withRoom(there, [first.id], () => verifyBackup(copy, dataKey, now())))
    throw new StoreFailure('backup-damaged');
  // A passphrase that was changed while the place was away opens the older copies there too.
  spreadKeyFile(readKeyFile(keyPath), place);
  thin(place, now(), erasedAt);
  checkSecondPool(place, { dataKey, place: first.place }, { mostBytes: SECOND_SHARE, now: now() });
  return copy.id;
}

function copySecond(context: UpkeepContext, job: JobOf<'copy-second'>): string {
  // The first place is thinned meanwhile: where the copied backup went, its follower is there.
  for (let gone: string | null = null; ;) {
    const newest = backupsIn(context.place).find(({ manifest }) => manifest?.verified != null);
    if (newest === undefined) throw new StoreFailure('backup-missing');
    try {
      return copyThere(context, newest, job);
    } catch (error) {
      if (newest.id !== gone && !existsSync(newest.paths.manifest)) {
        gone = newest.id;
        continue;
      }
      if (wasTakenAway(job.root, error))
        throw new StoreFailure('place-missing', {}, { cause: error });
      throw error;
    }
  }
}

function lookSecond({ root, place }: JobOf<'look-second'>): SecondSeen {
  if (!existsSync(root)) return { present: false, rows: [], newestAt: null };
  const found = backupsBelow(join(root, BACKUPS_FOLDER_NAME));
  const own = found.filter((backup) => backup.place === place);
  return {
    present: true,
    rows: found.map((backup) => rowOf(backup, 'second')),
    newestAt: own.find(({ manifest }) => manifest?.verified != null)?.manifest?.createdAt ?? null,
  };
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
    case 'wake':
      return 0;
    case 'look-second':
      return lookSecond(job);
    case 'spread-keys':
      spreadKeyFile(readKeyFile(context.keyPath), job.place);
      return 0;
    case 'check-files':
      return checkFiles(context, job.mostBytes, job.again);
    case 'rescue-files':
      return rescueFiles(context, job.place, job.files);
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
