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
import { backupsAt, findBackup, rowOf, type BackupRoots } from './backupRows.ts';
import { lastErasureIn, type Caretaker } from './caretaker.ts';
import type { Opened } from './openWorkspaces.ts';
import { needsKey } from './restoring.ts';
import { readNote } from './safetySettings.ts';

/** Calls about backups that need an open workspace. */
export type BackupCallName =
  | 'safety.get'
  | 'backup.make'
  | 'backup.remove'
  | 'backup.forgetSecond'
  | 'backup.copyToSecond';
/** Calls and requests that also answer while the workspace is closed or damaged. */
export type ClosedBackupName = 'backup.list' | 'restore.look';
type BackupRequestName = 'desk.setSecondPlace';

/** Backups in the first two places, newest first; the other place is the desk's answer. */
export function listBackups(roots: BackupRoots): BackupRow[] {
  return (['first', 'second'] as const).flatMap((place) =>
    backupsAt(place, roots).map((backup) => rowOf(backup, place)),
  );
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
): (BackupRow & { expiresOn: ReturnType<typeof dayInWarsaw> })[] {
  const erasedAt = lastErasureIn(workspace.store);
  return listBackups(roots).map((row) => ({
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
    second: caretaker.second(),
    recovery: { exists: hasWrap(keyFile, 'recovery'), checkedOn: wrapMadeOn(keyFile, 'recovery') },
    keychainOn: hasWrap(keyFile, 'device'),
    passphraseSetOn: wrapMadeOn(keyFile, 'passphrase'),
    folderWarning: folderWarning(workspace.folder),
    demonstration: workspace.demonstration,
  };
}

function lastRestoreOf({ workspace }: Opened, place: string) {
  const restore = readNote(workspace.store, 'lastRestore');
  if (restore === null || restore.workspaceId !== workspace.workspaceId) return null;
  const { at, from, undoId } = restore;
  // What was there before goes one day, as every backup; then there is nothing to take back.
  if (readBackup(place, undoId).manifest === null) return null;
  return { at, from, undo: { place: 'first' as const, id: undoId } };
}

/** Handlers about backups of an open workspace. */
export function backupHandlers(
  opened: Opened,
  caretaker: Caretaker,
  roots: () => BackupRoots,
  changed: () => void,
): Handlers<BackupCallName> & Pick<DeskRequestHandlers, BackupRequestName> {
  const { workspace, tools } = opened;
  return {
    'safety.get': () => {
      const facts = safetyFactsOf(opened, caretaker);
      return {
        demonstration: facts.demonstration,
        recovery: facts.recovery,
        lastBackup: facts.lastBackup,
        backups: facts.backups,
        backupFolder: facts.backupFolder,
        backupProblem: caretaker.problem(),
        second: facts.second,
        lastRestore: lastRestoreOf(opened, caretaker.place),
        lastCheck: readNote(workspace.store, 'lastCheck'),
        folderWarning: facts.folderWarning,
        retentionDue: retentionDue(tools),
        lostLog: workspace.lostLog,
      };
    },
    'backup.make': async () => rowOf(await caretaker.backup('by-hand'), 'first'),
    'backup.remove': async (ref) => {
      // Files that a backup at work has just linked belong to no backup yet: they would be removed with this one's.
      await caretaker.alone(() => remove(ref, roots()));
      changed();
      return { done: true };
    },
    'backup.forgetSecond': () => {
      caretaker.setSecond(null);
      return { done: true };
    },
    'backup.copyToSecond': () => caretaker.copyToSecond(),
    'desk.setSecondPlace': ({ path }) => {
      caretaker.setSecond(path);
      const second = caretaker.second();
      if (second === null) throw new StoreFailure('place-missing');
      return second;
    },
  };
}
