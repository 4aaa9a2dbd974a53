import { existsSync, mkdirSync, rmSync, writeFileSync, accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../files/wholeFile.ts';
import { storeOn, type Store } from './db.ts';
import { asStoreFailure, StoreFailure } from './failures.ts';
import { takeInstanceLock, type InstanceLock } from './instanceLock.ts';
import { makeKeyFile, openDataKey, readKeyFile, unwrapDataKey, type KeyFile } from './keyFile.ts';
import { migrate } from './migrate.ts';
import { openKeyed } from './openKeyed.ts';

/** Files of a workspace folder. */
export function workspacePaths(folder: string) {
  return {
    database: join(folder, 'strefownik.db'),
    key: join(folder, 'key.json'),
    lock: join(folder, 'lock.db'),
    /** There while the workspace is open: tells a lost WAL from an old file. */
    openMarker: join(folder, 'open.marker'),
    /** There while a new workspace is being filled: what a crash leaves beside it is not one yet. */
    makingMarker: join(folder, 'making.marker'),
    files: join(folder, 'files'),
  };
}

/** An open workspace; its key lives only in this process's memory. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly workspaceId: string;
  readonly dataKey: Buffer;
  readonly demonstration: boolean;
  readonly store: Store;
  /** True when the last run did not close it cleanly. */
  readonly closedUncleanly: boolean;
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

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreFailure('no-write-access', { folder }, { cause: error });
  }
}

function openWithKey(
  folder: string,
  keyFile: KeyFile,
  dataKey: Buffer,
  lock: InstanceLock,
  mustExist: boolean,
  onCommitted: CommitListener,
): OpenWorkspace {
  const paths = workspacePaths(folder);
  const closedUncleanly = existsSync(paths.openMarker);
  const connection = openKeyed(paths.database, dataKey, { mustExist });
  try {
    migrate(connection);
    writeFileSync(paths.openMarker, '');
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
    store: storeOn(connection, onCommitted),
    closedUncleanly,
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

type WorkspacePaths = ReturnType<typeof workspacePaths>;

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
  workspaceId: string,
  passphrase: string | null,
  fill: (workspace: OpenWorkspace) => void | Promise<void>,
  onCommitted: CommitListener = () => undefined,
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
    const dataKey = await makeKeyFile(paths.key, workspaceId, passphrase);
    workspace = openWithKey(folder, readKeyFile(paths.key), dataKey, lock, false, onCommitted);
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
 * Opens the workspace of a folder; `passphrase` is not asked for in a demonstration.
 * Throws wrong-passphrase, key-file-missing, key-file-damaged, newer-key-file, not-a-database, newer-schema,
 * second-instance, no-write-access; the files stay as they were.
 */
export async function openWorkspace(
  folder: string,
  passphrase: string,
  onCommitted: CommitListener = () => undefined,
): Promise<OpenWorkspace> {
  const paths = workspacePaths(folder);
  const keyFile = readKeyFile(paths.key);
  const dataKey = openDataKey(keyFile) ?? (await unwrapDataKey(keyFile, passphrase));
  let lock: InstanceLock | undefined;
  try {
    accessSync(folder, constants.W_OK);
    lock = takeInstanceLock(paths.lock);
    if (!existsSync(paths.database))
      throw new StoreFailure('file-missing', { file: paths.database });
    return openWithKey(folder, keyFile, dataKey, lock, true, onCommitted);
  } catch (error) {
    lock?.release();
    dataKey.fill(0);
    throw asStoreFailure(error);
  }
}
