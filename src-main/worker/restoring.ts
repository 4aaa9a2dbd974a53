import type { RestoreKey } from '../contract/safetyCalls.ts';
import { instantOf } from '../domain/calendar.ts';
import { Erasure } from '../domain/erasure.ts';
import { existsSync, mkdirSync } from 'node:fs';
import { commitRestore, prepareRestore } from '../store/backup/restore.ts';
import type { Step } from '../store/backup/make.ts';
import type { FoundBackup } from '../store/backup/places.ts';
import { CANNOT_TELL } from '../store/backup/verify.ts';
import type { Store } from '../store/db.ts';
import { erasures } from '../store/erasures.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { takeInstanceLock } from '../store/instanceLock.ts';
import {
  openDataKey,
  readKeyFile,
  unwrapDataKey,
  type KeyFile,
  type Secret,
} from '../store/keyFile.ts';
import { openKeyed } from '../store/openKeyed.ts';
import { workspacePaths, type OpenWorkspace, type WorkspacePaths } from '../store/workspace.ts';
import { asideName } from './asideFolders.ts';
import { readNote, saveNote } from './safetySettings.ts';

/** What goes over from the present state into the restored one. */
export interface CarriedOver {
  readonly secondPlace: ReturnType<typeof readNote<'secondPlace'>>;
  /** Those that the backup does not know are done again, so that nobody comes back by a restore. */
  readonly erasures: readonly Erasure[];
  /** The copy of the present state; null when it could not be made and is set aside instead. */
  readonly undo: { readonly workspaceId: string; readonly id: string } | null;
}

/** What the present state hands over; a damaged one hands over what can still be read. */
export function carriedOver(
  { store: present, workspaceId }: Pick<OpenWorkspace, 'store' | 'workspaceId'>,
  backup: FoundBackup,
  kept: FoundBackup | null,
): CarriedOver {
  const readable = <Value>(read: () => Value, otherwise: Value): Value => {
    try {
      return read();
    } catch (error) {
      if (asStoreFailure(error) instanceof StoreFailure) return otherwise;
      throw error;
    }
  };
  // All of them: which ones the backup does not know is told by the backup, not by a clock. Those of another
  // workspace are about other people.
  const sameOne = backup.manifest?.workspaceId === workspaceId;
  const known = readable(() => erasures.list(present), []);
  const waiting = readable(() => readNote(present, 'erasuresToRepeat'), null);
  return {
    secondPlace: readable(() => readNote(present, 'secondPlace'), null),
    erasures: sameOne ? [...known, ...(waiting ?? []).map((one) => Erasure.parse(one))] : [],
    undo: kept === null ? null : { workspaceId, id: kept.id },
  };
}

/** A data key that opens a backup, and whose key file has it. */
export interface RestoreAccess {
  readonly dataKey: Buffer;
  /** The workspace's own key file does not open it: the backup's comes with it. */
  readonly withKey: boolean;
}

function secretOf(key: Exclude<RestoreKey, { kind: 'current' }>): Secret {
  return key.kind === 'passphrase'
    ? { kind: 'passphrase', passphrase: key.passphrase }
    : { kind: 'recovery', code: key.code };
}

function keyFileAt(path: string): KeyFile | null {
  try {
    return readKeyFile(path);
  } catch {
    return null; // missing or damaged: the other one decides
  }
}

/** Whether a key is the one of a backup. Where it cannot be opened in its place (no room, read-only), its copy decides. */
function mayOpen(backup: FoundBackup, dataKey: Uint8Array): boolean {
  try {
    openKeyed(backup.paths.database, dataKey, { mustExist: true }).close();
    return true;
  } catch (error) {
    const known = asStoreFailure(error);
    return known instanceof StoreFailure && CANNOT_TELL.has(known.code);
  }
}

/** The workspace's own key file if it is of the same workspace as the backup, then the backup's. */
function keyFilesFor(
  paths: WorkspacePaths,
  backup: FoundBackup,
): { file: KeyFile; own: boolean }[] {
  const own = keyFileAt(paths.key);
  const theirs = keyFileAt(backup.paths.key);
  const sameOne = own !== null && own.workspaceId === backup.manifest?.workspaceId;
  return [
    ...(sameOne ? [{ file: own, own: true }] : []),
    ...(theirs === null ? [] : [{ file: theirs, own: false }]),
  ];
}

/**
 * Finds the data key of a backup. Throws wrong-passphrase and its kin when none of the key files opens by this secret,
 * backup-damaged when there is none or the copy does not open.
 */
export async function accessTo(
  backup: FoundBackup,
  key: Exclude<RestoreKey, { kind: 'current' }>,
  workspaceFolder: string,
): Promise<RestoreAccess> {
  let refusal: unknown = new StoreFailure('backup-damaged');
  for (const { file, own } of keyFilesFor(workspacePaths(workspaceFolder), backup)) {
    try {
      const dataKey = openDataKey(file) ?? (await unwrapDataKey(file, secretOf(key)));
      if (mayOpen(backup, dataKey)) return { dataKey, withKey: !own };
      refusal = new StoreFailure('backup-damaged');
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

function noteRestore(
  incoming: Store,
  backup: FoundBackup,
  carried: CarriedOver,
  now: number,
): void {
  const { manifest } = backup;
  if (manifest === null) throw new StoreFailure('backup-damaged');
  incoming.inTransaction((db) => {
    saveNote(
      db,
      'lastRestore',
      carried.undo === null
        ? null
        : {
            at: instantOf(now),
            from: manifest.createdAt,
            undoId: carried.undo.id,
            workspaceId: carried.undo.workspaceId,
          },
    );
    if (carried.secondPlace !== null) saveNote(db, 'secondPlace', carried.secondPlace);
    const unknown = carried.erasures.filter(({ id }) => erasures.find(db, id) === undefined);
    saveNote(db, 'erasuresToRepeat', unknown);
  });
}

/**
 * Puts a backup into a workspace folder that is closed. Until it is decided nothing there is touched; afterwards it
 * happens, if not now then at the next opening. What could not be backed up is set aside, never removed.
 */
export function restoreInto(
  workspaceFolder: string,
  backup: FoundBackup,
  access: RestoreAccess,
  carried: CarriedOver,
  now: number,
  step?: Step,
): void {
  const paths = workspacePaths(workspaceFolder);
  mkdirSync(workspaceFolder, { recursive: true, mode: 0o700 });
  const lock = takeInstanceLock(paths.lock);
  try {
    prepareRestore(paths, {
      backup,
      dataKey: access.dataKey,
      withKey: access.withKey,
      prepare: (incoming) => noteRestore(incoming, backup, carried, now),
      ...(step === undefined ? {} : { step }),
    });
    const somethingThere = existsSync(paths.database) || existsSync(paths.key);
    const aside = carried.undo === null && somethingThere ? asideName(now) : null;
    commitRestore(paths, aside, step);
  } finally {
    lock.release();
  }
}

/** Whether a backup asks for a passphrase or code: it is not of the open workspace, or none is open. */
export function needsKey(backup: FoundBackup, openWorkspaceId: string | null): boolean {
  const file = keyFileAt(backup.paths.key);
  if (file !== null && openDataKey(file) !== null) return false;
  return openWorkspaceId === null || backup.manifest?.workspaceId !== openWorkspaceId;
}
