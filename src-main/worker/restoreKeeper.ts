import { existsSync } from 'node:fs';
import type { BackupRef, RestoreKey } from '../contract/safetyCalls.ts';
import type { WorkspaceStatus } from '../contract/workspaceCalls.ts';
import { placeFolder, readBackup, type FoundBackup } from '../store/backup/places.ts';
import { isDamage } from '../store/backup/verify.ts';
import { everyEntity } from '../store/everyNoun.ts';
import { StoreFailure } from '../store/failures.ts';
import { passingLock } from '../store/instanceLock.ts';
import { workspacePaths } from '../store/workspace.ts';
import { findBackup, type BackupRoots } from './backupRows.ts';
import type { Caretaker } from './caretaker.ts';
import { bringKeyBack, keepClosedPresent } from './closedPresent.ts';
import { CallRefused } from './failureOf.ts';
import { backupNeeded, closedStatus, type Opened, type OpeningParts } from './openWorkspaces.ts';
import { accessTo, carriedOver, needsKey, restoreInto, type RestoreAccess } from './restoring.ts';
import { readNote } from './safetySettings.ts';
import type { ServerEvents } from './storeServer.ts';

/** The open workspace and who looks after it. */
export interface Current {
  readonly opened: Opened;
  readonly caretaker: Caretaker;
}

/** What restoring needs of the keeper. */
export interface RestoringParts {
  readonly opening: OpeningParts;
  readonly events: ServerEvents;
  /** Null: no workspace is open. */
  readonly current: () => Current | null;
  readonly roots: () => BackupRoots;
  /** Waits until no call is at work on the workspace, and holds further ones off. */
  readonly idle: () => Promise<void>;
  /** Answers the calls of the open workspace again, after a restore that was not done. */
  readonly resume: () => void;
  /** Closes, also where a damaged log cannot be brought over. */
  readonly closeAnyhow: () => Promise<void>;
  /** Opens what lies in the folder now. */
  readonly reopen: (dataKey: Buffer) => Promise<WorkspaceStatus>;
}

/** Puts backups in the place of the present state: the present one is kept first, and comes back where that fails. */
export function restoreKeeper(parts: RestoringParts) {
  const { opening, events, current, roots, closeAnyhow, reopen } = parts;
  const { workspaceFolder, now, step } = opening;

  function restorable(backup: FoundBackup): FoundBackup {
    if (backup.manifest === null || backup.manifest.failedAt !== null)
      throw new StoreFailure('backup-damaged');
    return backup;
  }

  /** A copy of the present state; null where it is too damaged to be copied, and is set aside instead. */
  async function keepPresent(care: Caretaker, spare: string): Promise<FoundBackup | null> {
    try {
      return await care.backup('before-restore', spare);
    } catch (error) {
      if (isDamage(error)) return null;
      throw backupNeeded(error);
    }
  }

  /** The present state is kept first; when the restore fails it is opened again as it was. */
  async function restoreOpen(
    { opened: { workspace }, caretaker }: Current,
    backup: FoundBackup,
    access: RestoreAccess,
  ): Promise<void> {
    // From here on nothing is saved: what came after the copy would be gone, and not be there to be taken back.
    await parts.idle();
    const present = Buffer.from(workspace.dataKey);
    try {
      const kept = await keepPresent(caretaker, backup.id);
      step?.('restore.kept');
      const carried = carriedOver(workspace, backup, kept);
      await closeAnyhow();
      restoreInto(workspaceFolder, backup, access, carried, now(), step);
      present.fill(0);
    } catch (error) {
      if (current() === null) await reopen(present).catch(() => undefined);
      else parts.resume();
      throw error;
    }
  }

  async function accessBy(key: RestoreKey, backup: FoundBackup): Promise<RestoreAccess> {
    if (key.kind !== 'current') return accessTo(backup, key, workspaceFolder);
    const workspace = current()?.opened.workspace;
    if (workspace !== undefined && backup.manifest?.workspaceId === workspace.workspaceId)
      return { dataKey: Buffer.from(workspace.dataKey), withKey: false };
    if (needsKey(backup, null)) throw new StoreFailure('wrong-passphrase');
    // A demonstration: its key lies open in the backup.
    return accessTo(backup, { kind: 'passphrase', passphrase: '' }, workspaceFolder);
  }

  /** Nobody else may come in while the workspace is closed, replaced and opened again. */
  const restore = (found: FoundBackup, key: RestoreKey): Promise<WorkspaceStatus> =>
    passingLock(workspacePaths(workspaceFolder).lock, () => restoreLocked(found, key));

  const run = async (ref: BackupRef, key: RestoreKey): Promise<WorkspaceStatus> =>
    restore(findBackup(ref, roots()), key);

  async function restoreLocked(found: FoundBackup, key: RestoreKey): Promise<WorkspaceStatus> {
    const backup = restorable(found);
    const access = await accessBy(key, backup);
    const open = current();
    if (open !== null) await restoreOpen(open, backup, access);
    else {
      const carried = keepClosedPresent(opening, backup, access);
      restoreInto(workspaceFolder, backup, access, carried, now(), step);
    }
    const status = await reopen(access.dataKey);
    events.broadcast('workspace', status);
    // Everything may be another now: whatever is shown is read again.
    events.broadcast('changed', { entities: everyEntity() });
    return status;
  }

  /** Only the key file comes back, where that is all that is missing; null: it is not. */
  async function keyOnly(
    ref: BackupRef,
    key: Exclude<RestoreKey, { kind: 'current' }>,
  ): Promise<WorkspaceStatus | null> {
    if (current() !== null) return null;
    const backup = restorable(findBackup(ref, roots()));
    const access = await accessTo(backup, key, workspaceFolder);
    const takeBack = bringKeyBack(workspaceFolder, backup, access, now(), step);
    if (takeBack === null) {
      access.dataKey.fill(0);
      return null;
    }
    try {
      const status = await reopen(access.dataKey);
      events.broadcast('workspace', status);
      return status;
    } catch (error) {
      // Refused whole: else the next try would find a key that needs no mending, and go on to an older state.
      takeBack();
      events.broadcast('workspace', closedStatus(workspaceFolder));
      throw error;
    }
  }

  /** What was there before may be another workspace: its copy lies in that one's own folder and opens by its own key. */
  async function undo(key: RestoreKey): Promise<WorkspaceStatus> {
    const workspace = current()?.opened.workspace;
    if (workspace === undefined) throw new CallRefused('workspace-closed');
    const last = readNote(workspace.store, 'lastRestore');
    if (last === null) throw new StoreFailure('backup-missing');
    const place = placeFolder(roots().backupsFolder, last.workspaceId);
    const before = readBackup(place, last.undoId);
    if (!existsSync(before.paths.folder)) throw new StoreFailure('backup-missing');
    return restore(before, key);
  }

  return { run, keyOnly, undo };
}
