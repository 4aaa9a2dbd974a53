import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncFolder } from '../files/wholeFile.ts';
import { finishRestore } from './backup/restore.ts';
import { storeOn, type Store } from './db.ts';
import { asStoreFailure, StoreFailure } from './failures.ts';
import { takeInstanceLock, type InstanceLock } from './instanceLock.ts';
import { hasLostSaves } from './lostLog.ts';
import {
  makeKeyFile,
  openDataKey,
  readKeyFile,
  unwrapDataKey,
  type KeyFile,
  type Secret,
} from './keyFile.ts';
import { migrate, schemaVersion, SCHEMA_VERSION } from './migrate.ts';
import type { WrapOwner } from './keyWraps.ts';
import { openKeyed } from './openKeyed.ts';
import { workspacePaths, type WorkspacePaths } from './workspacePaths.ts';

export { workspacePaths, type WorkspacePaths } from './workspacePaths.ts';

/** An open workspace; its key lives only in this process's memory. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly workspaceId: string;
  readonly dataKey: Buffer;
  readonly demonstration: boolean;
  readonly store: Store;
  /** True when the last run did not close it cleanly. */
  readonly closedUncleanly: boolean;
  /** True when the log of the last saves was taken away or damaged after that: they may be missing. */
  readonly lostLog: boolean;
  /** Checkpoints, closes, removes the open marker, lets the lock go. */
  close(): void;
}

/** What lies in a folder: nothing of ours, or a workspace that can be opened. */
export function lookAtFolder(folder: string): { found: false } | { found: true; keyFile: KeyFile } {
  const paths = workspacePaths(folder);
  if (existsSync(paths.makingMarker)) return { found: false };
  if (!existsSync(paths.database) && !existsSync(paths.key)) return { found: false };
  return { found: true, keyFile: readKeyFile(paths.key) };
}

/** Hears, after each commit, which entities it changed. */
export type CommitListener = (entities: readonly string[]) => void;

/** What an opening tells and asks of its caller. */
export interface OpeningHooks {
  readonly onCommitted?: CommitListener;
  /** Keeps a copy before an older schema is changed; when it throws, nothing is changed. */
  readonly beforeMigration?: (store: Store, paths: WorkspacePaths, dataKey: Uint8Array) => void;
}

/** Finishes a restore that was cut off, so that the folder is either as before it or as after it. */
export function settleFolder(folder: string): void {
  const paths = workspacePaths(folder);
  // Without the marker it was not decided: what was made ready, a whole copy of the data, goes.
  if (!existsSync(paths.restoreMarker) && !existsSync(paths.incoming)) return;
  const lock = takeInstanceLock(paths.lock);
  try {
    finishRestore(paths);
  } finally {
    lock.release();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreFailure('no-write-access', { folder }, { cause: error });
  }
}

/** The running process, the same in each of its threads, unlike any other's. */
const THIS_PROCESS = `${process.pid} ${performance.timeOrigin}`;

/** The process that opened the workspace and has not closed it; null: it was closed. */
function whoLeftOpen(openMarker: string): string | null {
  return existsSync(openMarker) ? readFileSync(openMarker, 'utf8') : null;
}

function openWithKey(
  folder: string,
  keyFile: KeyFile,
  dataKey: Buffer,
  lock: InstanceLock,
  mustExist: boolean,
  { onCommitted, beforeMigration }: OpeningHooks,
): OpenWorkspace {
  const paths = workspacePaths(folder);
  const openedBy = whoLeftOpen(paths.openMarker);
  const closedUncleanly = openedBy !== null;
  const log = `${paths.database}-wal`;
  // A process that dies leaves its log beside the database, however empty; a thread that dies takes it in and away.
  const hasLog = existsSync(log);
  const connection = openKeyed(paths.database, dataKey, { mustExist });
  const store = storeOn(connection, onCommitted);
  let lostLog: boolean;
  try {
    lostLog =
      closedUncleanly && (hasLog ? hasLostSaves(connection, log) : openedBy !== THIS_PROCESS);
    const found = schemaVersion(connection);
    if (found > 0 && found < SCHEMA_VERSION) beforeMigration?.(store, paths, dataKey);
    migrate(connection);
    writeFileSync(paths.openMarker, THIS_PROCESS);
    mkdirSync(paths.files, { recursive: true, mode: 0o700 });
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    folder,
    workspaceId: keyFile.workspaceId,
    dataKey,
    demonstration: openDataKey(keyFile) !== null,
    store,
    closedUncleanly,
    lostLog,
    close() {
      try {
        connection.pragma('wal_checkpoint(TRUNCATE)');
        rmSync(paths.openMarker, { force: true });
      } finally {
        // On a full disk the log stays beside the database, and the next opening reads it.
        connection.close();
        dataKey.fill(0);
        lock.release();
      }
    },
  };
}

function removeUnfinished(paths: WorkspacePaths): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(paths.database + suffix, { force: true });
  for (const path of [paths.key, paths.openMarker]) rmSync(path, { force: true });
}

/** Clears what a making that was cut off left behind; a whole workspace is never touched. */
function prepareFolder(paths: WorkspacePaths): void {
  if (existsSync(paths.makingMarker)) removeUnfinished(paths);
  else if (existsSync(paths.database) || existsSync(paths.key)) {
    throw new Error('There is a workspace in this folder already');
  }
  writeFileSync(paths.makingMarker, '');
}

/**
 * Makes a workspace in a folder and fills it in one go; when anything fails, nothing is left behind.
 * `passphrase` null makes a demonstration. Throws no-write-access, disk-full, second-instance.
 */
export async function createWorkspace(
  folder: string,
  owner: WrapOwner,
  passphrase: string | null,
  fill: (workspace: OpenWorkspace) => void | Promise<void>,
  hooks: OpeningHooks = {},
): Promise<OpenWorkspace> {
  makeFolder(folder);
  const paths = workspacePaths(folder);
  const hadFiles = existsSync(paths.files);
  let lock: InstanceLock | undefined;
  let prepared = false;
  let workspace: OpenWorkspace | undefined;
  try {
    lock = takeInstanceLock(paths.lock);
    prepareFolder(paths);
    prepared = true;
    const dataKey = await makeKeyFile(paths.key, owner, passphrase);
    workspace = openWithKey(folder, readKeyFile(paths.key), dataKey, lock, false, hooks);
    await fill(workspace);
    rmSync(paths.makingMarker);
    syncFolder(folder);
    return workspace;
  } catch (error) {
    workspace?.store.connection.close();
    if (prepared) {
      removeUnfinished(paths);
      if (!hadFiles) rmSync(paths.files, { recursive: true, force: true });
      rmSync(paths.makingMarker, { force: true });
    }
    lock?.release();
    if (prepared) rmSync(paths.lock, { force: true });
    throw asStoreFailure(error);
  }
}

/**
 * Opens the workspace of a folder by a secret, which is not asked for in a demonstration.
 * Throws wrong-passphrase (or its kin for other secrets), key-file-missing, key-file-damaged, newer-key-file,
 * not-a-database, newer-schema, second-instance, no-write-access; the files stay as they were.
 */
export async function openWorkspace(
  folder: string,
  secret: Secret,
  hooks: OpeningHooks = {},
): Promise<OpenWorkspace> {
  settleFolder(folder);
  const keyFile = readKeyFile(workspacePaths(folder).key);
  return openWithDataKey(folder, await unwrapDataKey(keyFile, secret), hooks);
}

/** Opens the workspace of a folder whose data key is known; the key is wiped when it does not open. */
export function openWithDataKey(
  folder: string,
  dataKey: Buffer,
  hooks: OpeningHooks = {},
): OpenWorkspace {
  const paths = workspacePaths(folder);
  let lock: InstanceLock | undefined;
  try {
    accessSync(folder, constants.W_OK);
    lock = takeInstanceLock(paths.lock);
    if (!existsSync(paths.database))
      throw new StoreFailure('file-missing', { file: paths.database });
    return openWithKey(folder, readKeyFile(paths.key), dataKey, lock, true, hooks);
  } catch (error) {
    lock?.release();
    dataKey.fill(0);
    throw asStoreFailure(error);
  }
}
