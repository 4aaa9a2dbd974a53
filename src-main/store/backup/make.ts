import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest, BackupReason } from '../../domain/backup.ts';
import { instantOf } from '../../domain/calendar.ts';
import { copySynced, makeFolderSynced, moveSynced } from '../../files/copying.ts';
import type { Store } from '../db.ts';
import { readKeyFile, withoutDevice, writeKeyFile } from '../keyFile.ts';
import { schemaVersion } from '../migrate.ts';
import { lastChangeIn } from './contents.ts';
import { fillPool, knownFiles, ownCopies, requireRoom } from './pool.ts';
import {
  backupPaths,
  backupsIn,
  clearUnfinished,
  poolFolder,
  readBackup,
  removeBackup,
  unfinishedFolder,
  writeFileList,
  writeManifest,
  type BackupPaths,
  type FoundBackup,
} from './places.ts';

/** Called between the steps of something that must survive being cut off; tests cut there. */
export type Step = (name: string) => void;

/** What is backed up, and where to. */
export interface BackupSource {
  /** The only connection that checkpoints: what it has not brought over is not in the copied file. */
  readonly store: Store;
  readonly databasePath: string;
  readonly keyPath: string;
  readonly filesFolder: string;
  /** Opens the sealed files: what has gone bad here does not go into a backup. */
  readonly dataKey: Uint8Array;
  /** The place of this workspace's backups. */
  readonly place: string;
  readonly appVersion: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly step?: Step;
}

const CHECKPOINT_TRIES = 50;

/** Brings the whole write-ahead log into the database file; saves go on meanwhile. */
function checkpointWhole(store: Store): void {
  for (let tries = 0; tries < CHECKPOINT_TRIES; tries += 1) {
    const result: unknown = store.connection.pragma('wal_checkpoint(PASSIVE)');
    const [row] = Array.isArray(result) ? (result as { log: number; checkpointed: number }[]) : [];
    if (row === undefined || row.log === row.checkpointed) return;
  }
  // What is still in the log was saved this very moment; the next backup has it.
}

/** The key file as it goes into a backup: without the way of this machine's keychain. */
function copyKeyFile(from: string, to: string): void {
  writeKeyFile(to, withoutDevice(readKeyFile(from)));
}

function idOf(at: number, ordinal: number): string {
  const moment = instantOf(at).slice(0, 19).replaceAll(':', '-');
  return `${moment}-${String(ordinal).padStart(5, '0')}`;
}

/** One backup is at work in a place at a time; the next number follows the highest there, damaged ones included. */
function nextOrdinal(place: string): number {
  const taken = backupsIn(place).map(
    ({ id, manifest }) => manifest?.ordinal ?? Number(/-(\d{5,})$/.exec(id)?.[1] ?? 0),
  );
  return Math.max(0, ...taken) + 1;
}

function fillFolder(
  source: BackupSource,
  paths: BackupPaths,
  facts: Pick<BackupManifest, 'ordinal' | 'createdAt' | 'reason'>,
): void {
  const { store, place, step } = source;
  // Read before the log is brought over: what is saved in between may be in the copy, but is not promised.
  const lastChange = lastChangeIn(store);
  checkpointWhole(store);
  // Read after it: every file that the copy names is among them.
  const known = knownFiles(store);
  copySynced(source.databasePath, paths.database);
  step?.('backup.database-copied');
  copyKeyFile(source.keyPath, paths.key);
  step?.('backup.key-copied');
  const from = source.filesFolder;
  const files = fillPool(known, from, place, ownCopies(from, place, source.dataKey));
  writeFileList(paths, files);
  step?.('backup.files-linked');
  writeManifest(paths, {
    format: 'strefownik-backup',
    version: 1,
    workspaceId: readKeyFile(source.keyPath).workspaceId,
    ...facts,
    appVersion: source.appVersion,
    schemaVersion: schemaVersion(store.connection),
    databaseBytes: statSync(paths.database).size,
    fileCount: files.length,
    fileBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    lastChange,
    verified: null,
    failedAt: null,
  });
  step?.('backup.manifest-written');
}

/**
 * Makes a backup: whole and on the disk before this returns, or not there at all. Not yet verified.
 * Throws disk-full and the file system's other errors; the workspace is not touched.
 */
export function makeBackup(source: BackupSource, reason: BackupReason): FoundBackup {
  const { place, step } = source;
  makeFolderSynced(poolFolder(place));
  clearUnfinished(place);
  requireRoom(place, statSync(source.databasePath).size);
  const at = source.now();
  const ordinal = nextOrdinal(place);
  const id = idOf(at, ordinal);
  const growing = unfinishedFolder(place, id);
  try {
    mkdirSync(growing, { mode: 0o700 });
    step?.('backup.folder-made');
    fillFolder(source, backupPaths(growing), { ordinal, createdAt: instantOf(at), reason });
    moveSynced(growing, join(place, id));
    // Keys that changed while it grew were not written into it with the others.
    copyKeyFile(source.keyPath, backupPaths(join(place, id)).key);
    step?.('backup.renamed');
  } catch (error) {
    rmSync(growing, { recursive: true, force: true });
    removeBackup(readBackup(place, id)); // a later one would else count it as made
    throw error;
  }
  return readBackup(place, id);
}
