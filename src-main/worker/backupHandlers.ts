import { basename } from 'node:path';
import type { Handlers } from '../contract/contract.ts';
import type { BackupRef, BackupRow } from '../contract/safetyCalls.ts';
import type { DeskRequestHandlers } from '../contract/storeRequests.ts';
import type { StoreContents } from '../domain/backup.ts';
import { alwaysKept, goesAt } from '../domain/backupThinning.ts';
import { dayInWarsaw, instantOf } from '../domain/calendar.ts';
import { folderWarning } from '../files/folderWarning.ts';
import { contentsOf } from '../store/backup/contents.ts';
import {
  backupsIn,
  placeFolder,
  prunePool,
  readBackup,
  removeBackup,
  type FoundBackup,
} from '../store/backup/places.ts';
import { isDamage } from '../store/backup/verify.ts';
import { StoreFailure } from '../store/failures.ts';
import { hasWrap, readKeyFile, wrapMadeOn } from '../store/keyFile.ts';
import { workspacePaths } from '../store/workspace.ts';
import { retentionDue } from '../usecases/privateUpkeep.ts';
import type { SafetyFacts } from '../usecases/safetyFacts.ts';
import { asideFolders, removeAside } from './asideFolders.ts';
import { backupsAt, findBackup, rowOf, type BackupRoots } from './backupRows.ts';
import type { Caretaker } from './caretaker.ts';
import { lastErasureIn } from './lastErasure.ts';
import type { Opened } from './openWorkspaces.ts';
import { needsKey } from './restoring.ts';
import { readNote } from './safetySettings.ts';
import type { SecondPlaceKeeper } from './secondPlace.ts';

/** Calls about backups that need an open workspace. */
export type BackupCallName =
  | 'safety.get'
  | 'backup.make'
  | 'backup.remove'
  | 'aside.remove'
  | 'backup.forgetSecond'
  | 'backup.copyToSecond';
/** Calls and requests that also answer while the workspace is closed or damaged. */
export type ClosedBackupName = 'backup.list' | 'restore.look';
type BackupRequestName = 'desk.setSecondPlace';

/** A glance at the second place; whoever asks for the whole view does not wait longer. Milliseconds. */
const GLANCE = 300;

/** Backups in the first two places, as the second was last seen, newest first; the other is the desk's answer. */
export function listBackups(
  roots: BackupRoots,
  second: SecondPlaceKeeper | undefined,
): BackupRow[] {
  const first = backupsAt('first', roots).map((backup) => rowOf(backup, 'first'));
  return [...first, ...(second?.rows() ?? [])];
}

/** What is here now; null where damage does not let it be counted, which is when a backup is wanted most. */
function contentsIfReadable({ workspace }: Opened): StoreContents | null {
  try {
    return contentsOf(workspace.store);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Contents of a backup beside those of the open workspace, if one is. */
export function lookAtBackup(
  ref: BackupRef,
  roots: BackupRoots,
  opened: Opened | undefined,
): ReturnType<Handlers<'restore.look'>['restore.look']> {
  const backup = findBackup(ref, roots);
  return {
    backup: rowOf(backup, ref.place),
    now: opened === undefined ? null : contentsIfReadable(opened),
    needsKey: needsKey(backup, opened?.workspace.workspaceId ?? null),
  };
}

function remove(ref: BackupRef, roots: BackupRoots): void {
  const backup = findBackup(ref, roots);
  const kept = alwaysKept(
    backupsIn(backup.place).flatMap(({ id, manifest, bytes }) =>
      manifest === null || manifest.failedAt !== null
        ? []
        : [{ ...manifest, id, bytes, contents: manifest.verified?.contents ?? null }],
    ),
  );
  if (kept.has(basename(backup.paths.folder))) throw new StoreFailure('backup-needed');
  removeBackup(backup);
  prunePool(backup.place);
}

/** The backups that hold what was there up to now, with the day each goes by itself at the latest. */
export function backupsWithDates(
  { workspace, tools }: Opened,
  roots: BackupRoots,
  second: SecondPlaceKeeper,
): (BackupRow & { expiresOn: ReturnType<typeof dayInWarsaw> })[] {
  const erasedAt = lastErasureIn(workspace.store);
  return listBackups(roots, second).map((row) => ({
    ...row,
    // Asked for an erasure that is about to be made: it counts as made now.
    expiresOn: dayInWarsaw(
      Math.min(goesAt(row.createdAt, erasedAt), goesAt(row.createdAt, instantOf(tools.now()))),
    ),
  }));
}

function lastBackupOf(found: FoundBackup | undefined): SafetyFacts['lastBackup'] {
  if (found?.manifest == null) return null;
  const { createdAt, verified } = found.manifest;
  return { at: createdAt, verified: verified !== null, contents: verified?.contents ?? null };
}

/** What is known about the safety of an open workspace, for documents and the self-test. */
export function safetyFactsOf({ workspace }: Opened, caretaker: Caretaker): SafetyFacts {
  const keyFile = readKeyFile(workspacePaths(workspace.folder).key);
  const backups = backupsIn(caretaker.place);
  return {
    lastBackup: lastBackupOf(backups.find(({ manifest }) => manifest?.failedAt === null)),
    backups: backups.length,
    backupFolder: caretaker.place,
    second: caretaker.second.view(),
    recovery: { exists: hasWrap(keyFile, 'recovery'), checkedOn: wrapMadeOn(keyFile, 'recovery') },
    keychainOn: hasWrap(keyFile, 'device'),
    passphraseSetOn: wrapMadeOn(keyFile, 'passphrase'),
    folderWarning: folderWarning(workspace.folder),
    demonstration: workspace.demonstration,
  };
}

function lastRestoreOf({ workspace }: Opened, { backupsFolder }: BackupRoots) {
  const restore = readNote(workspace.store, 'lastRestore');
  if (restore === null) return null;
  const { at, from, undoId } = restore;
  // Another workspace's copy lies in that one's own folder.
  const before = readBackup(placeFolder(backupsFolder, restore.workspaceId), undoId);
  // What was there before goes one day, as every backup; then there is nothing to take back.
  if (before.manifest === null) return null;
  const undo = { place: 'first' as const, id: undoId };
  return { at, from, undo, needsKey: needsKey(before, workspace.workspaceId) };
}

/** Handlers about backups of an open workspace. */
export function backupHandlers(
  opened: Opened,
  caretaker: Caretaker,
  roots: () => BackupRoots,
  changed: () => void,
): Handlers<BackupCallName> & Pick<DeskRequestHandlers, BackupRequestName> {
  const { workspace, tools } = opened;
  const { second } = caretaker;
  return {
    'safety.get': async () => {
      await second.look(GLANCE);
      const facts = safetyFactsOf(opened, caretaker);
      return {
        demonstration: facts.demonstration,
        recovery: facts.recovery,
        lastBackup: facts.lastBackup,
        backups: facts.backups,
        backupFolder: facts.backupFolder,
        backupProblem: caretaker.problem(),
        second: second.view(),
        lastRestore: lastRestoreOf(opened, roots()),
        lastCheck: readNote(workspace.store, 'lastCheck'),
        fileDamage: readNote(workspace.store, 'fileDamage'),
        folderWarning: facts.folderWarning,
        aside: asideFolders(workspace.folder),
        retentionDue: retentionDue(tools),
        lostLog: workspace.lostLog,
      };
    },
    'backup.make': async () => rowOf(await caretaker.backup('by-hand'), 'first'),
    'backup.remove': async (ref) => {
      if (ref.place === 'second') await second.reach();
      // Files that a backup at work has just linked belong to no backup yet: they would be removed with this one's.
      await caretaker.alone(() => remove(ref, roots()));
      changed();
      return { done: true };
    },
    'aside.remove': async ({ name }) => {
      await caretaker.alone(() => removeAside(workspace.folder, name));
      changed();
      return { done: true };
    },
    'backup.forgetSecond': () => {
      second.choose(null);
      return { done: true };
    },
    'backup.copyToSecond': () => second.copy(),
    'desk.setSecondPlace': async ({ path }) => {
      second.choose(path);
      await second.look();
      const chosen = second.view();
      if (chosen === null) throw new StoreFailure('place-missing');
      return chosen;
    },
  };
}
