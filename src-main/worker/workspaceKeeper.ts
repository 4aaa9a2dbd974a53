import { rmSync } from 'node:fs';
import type { Handlers } from '../contract/contract.ts';
import type { BackupRef } from '../contract/safetyCalls.ts';
import type { DeskRequestHandlers } from '../contract/storeRequests.ts';
import type { WorkspaceStatus } from '../contract/workspaceCalls.ts';
import { dayInWarsaw } from '../domain/calendar.ts';
import { Erasure } from '../domain/erasure.ts';
import { placeFolder } from '../store/backup/places.ts';
import { isDamage } from '../store/backup/verify.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { LEAST_PASSPHRASE, readKeyFile, withPassphrase, type Secret } from '../store/keyFile.ts';
import { workspacePaths, type OpenWorkspace, type WorkspacePaths } from '../store/workspace.ts';
import { clockIsBelieved } from '../usecases/clock.ts';
import { finishErasures } from '../usecases/erasureLeftovers.ts';
import { eraseAgain } from '../usecases/privateNotesSubject.ts';
import { emptyExpired } from '../usecases/privateUpkeep.ts';
import {
  backupHandlers,
  backupsWithDates,
  listBackups,
  lookAtBackup,
  safetyFactsOf,
  type BackupCallName,
} from './backupHandlers.ts';
import { backupsAt, rowOf, type BackupRoots } from './backupRows.ts';
import { startCaretaker, type Caretaker } from './caretaker.ts';
import { CallRefused, failureOf } from './failureOf.ts';
import {
  finishKeyFile,
  keepKeyFile,
  keyHandlers,
  type KeyCallName,
  type KeyRequestName,
  type KeySpread,
} from './keyHandlers.ts';
import {
  closedStatus,
  makeWorkspace,
  openStatus,
  reopenWorkspace,
  unlockWorkspace,
  type Opened,
  type OpeningParts,
} from './openWorkspaces.ts';
import { restoreKeeper } from './restoreKeeper.ts';
import { readNote, saveNote } from './safetySettings.ts';
import type { ServerEvents } from './storeServer.ts';
import type { Upkeep } from './upkeep.ts';

/** Calls that answer whether a workspace is open or not. */
export type AlwaysCallName =
  | 'workspace.status'
  | 'workspace.create'
  | 'workspace.unlock'
  | 'workspace.recover'
  | 'backup.list'
  | 'restore.look'
  | 'restore.run'
  | 'restore.undo'
  | 'restore.keyOnly';
/** The desk's requests that answer whether a workspace is open or not. */
export type AlwaysRequestName =
  | 'desk.closeWorkspace'
  | 'desk.unlockByDevice'
  | 'desk.lookAtBackups'
  | 'desk.backupFolder';
/** What the keeper itself answers while a workspace is open. */
export type KeeperCallName = BackupCallName | KeyCallName;
/** The desk's requests that the keeper itself answers while a workspace is open. */
export type KeeperRequestName = 'desk.setSecondPlace' | KeyRequestName;
type KeeperHandlers = Handlers<KeeperCallName> & Pick<DeskRequestHandlers, KeeperRequestName>;
type AlwaysHandlers = Handlers<AlwaysCallName> & Pick<DeskRequestHandlers, AlwaysRequestName>;

/** What keeping a workspace needs. */
export interface KeeperParts extends Omit<OpeningParts, 'onCommitted'> {
  readonly startUpkeep: (workspace: OpenWorkspace) => Upkeep;
  readonly events: ServerEvents;
  /** Waits until no call is at work on the workspace. */
  readonly idle: () => Promise<void>;
  /** A workspace was opened; the keeper's own answers come along. */
  readonly taken: (opened: Opened, more: KeeperHandlers) => void;
}

/**
 * Once nothing is saved any more: a thread that is ended before all is tidy has lost nothing. SQLite then still takes
 * the log away, which would be told as lost.
 */
function removeOpenMarker({ openMarker }: WorkspacePaths): void {
  try {
    rmSync(openMarker, { force: true });
  } catch (error) {
    if (!(asStoreFailure(error) instanceof StoreFailure)) throw error; // closing goes on where nothing can be written
  }
}

/** Opens, closes and restores the workspace of one folder, and answers the calls about that. */
export function workspaceKeeper(parts: KeeperParts) {
  const { events, workspaceFolder, backupsFolder, now, step } = parts;
  let opened: Opened | undefined;
  let caretaker: Caretaker | undefined;
  let other: string | null = null;
  /** Answers the calls of the open workspace again, after they were held off for a restore that was not done. */
  let resume = (): void => undefined;
  const opening: OpeningParts = {
    ...parts,
    onCommitted: (entities) => {
      caretaker?.committed();
      events.broadcast('changed', { entities: [...entities] });
    },
  };

  /** Null also where damage hides it: the backups in the first place are wanted most then. */
  const secondRoot = (): string | null => {
    if (opened === undefined) return null;
    try {
      return readNote(opened.workspace.store, 'secondPlace')?.path ?? null;
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  };
  const roots = (): BackupRoots => ({
    workspaceFolder,
    backupsFolder,
    second: secondRoot(),
    other,
    isOpen: opened !== undefined,
  });
  const backupsChanged = (): void => events.broadcast('changed', { entities: ['backup'] });

  /** Where the present key file belongs: the first place at once, the second by its own thread. */
  const spreadOf = (workspaceId: string): KeySpread => ({
    place: placeFolder(backupsFolder, workspaceId),
    second: () => void caretaker?.second.spreadKeys(),
  });

  function takeCareOf({ workspace, tools }: Opened): Caretaker {
    return startCaretaker({
      workspace,
      upkeep: parts.startUpkeep(workspace),
      secondUpkeep: parts.startUpkeep(workspace),
      backupsFolder,
      now,
      changed: backupsChanged,
      emptyBin: () => void emptyExpired(tools),
      seeClock: () => void clockIsBelieved(tools),
      unexpected: events.unexpected,
    });
  }

  /** Finishes erasures that were cut off, and does those again that a restored older copy does not know. */
  async function settleErasures(tools: Opened['tools']): Promise<void> {
    finishErasures(tools);
    const known = readNote(tools.store, 'erasuresToRepeat') ?? [];
    if (known.length === 0) return;
    await eraseAgain(
      tools,
      known.map((erasure) => Erasure.parse(erasure)),
    );
    tools.store.inTransaction((db) => saveNote(db, 'erasuresToRepeat', null));
  }

  async function take(next: Opened): Promise<WorkspaceStatus> {
    const care = takeCareOf(next);
    const known: Opened = {
      workspace: next.workspace,
      tools: {
        ...next.tools,
        safety: () => safetyFactsOf(known, care),
        checkIntegrity: () => care.check(),
        checkFiles: () => care.checkFiles(),
        backups: () => backupsWithDates(known, roots(), care.second),
        backupsReady: () => care.second.look(),
        emptyLog: () => care.emptyLog(),
        ...(step === undefined ? {} : { step }),
      },
    };
    opened = known;
    caretaker = care;
    // What could not be finished now is tried again at the next opening.
    await settleErasures(known.tools).catch((error: unknown) =>
      events.unexpected('settle-erasures', error),
    );
    const spread = spreadOf(known.workspace.workspaceId);
    try {
      finishKeyFile(workspacePaths(known.workspace.folder).key, spread);
    } catch (error) {
      events.unexpected('spread-keys', error); // a place that cannot be written now: at the next opening
    }
    const more = {
      ...keyHandlers(known, spread, step),
      ...backupHandlers(known, care, roots, backupsChanged),
    };
    resume = () => parts.taken(known, more);
    resume();
    events.opened(known);
    return openStatus(known);
  }

  async function close(withBackup = false): Promise<void> {
    if (opened === undefined) return;
    const { workspace } = opened;
    caretaker?.second.letGo();
    await parts.idle();
    removeOpenMarker(workspacePaths(workspace.folder));
    await events.closing();
    await caretaker?.end(withBackup);
    opened = undefined;
    caretaker = undefined;
    workspace.close();
  }

  /** Of an open workspace; the damage that it begins with is told as where there is none. */
  function statusOf(known: Opened): WorkspaceStatus {
    try {
      return openStatus(known);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return { state: 'problem', folder: known.workspace.folder, failure: failureOf(error) };
    }
  }

  async function status(): Promise<WorkspaceStatus> {
    if (opened !== undefined) return statusOf(opened);
    const found = closedStatus(workspaceFolder);
    if (found.state !== 'locked' || !found.demonstration) return found;
    try {
      // Invented data: the key lies open beside it.
      return await unlock({ kind: 'passphrase', passphrase: '' });
    } catch (error) {
      return { state: 'problem', folder: found.folder, failure: failureOf(error) };
    }
  }

  async function unlock(secret: Secret): Promise<WorkspaceStatus> {
    return opened === undefined ? take(await unlockWorkspace(opening, secret)) : openStatus(opened);
  }

  async function recover(code: string, passphrase: string): Promise<WorkspaceStatus> {
    // Nobody has shown a code to an open workspace: its passphrase stays.
    if (opened !== undefined) return openStatus(opened);
    if (passphrase.length < LEAST_PASSPHRASE) throw new CallRefused('passphrase-too-short');
    const next = await unlockWorkspace(opening, { kind: 'recovery', code });
    const status = await take(next);
    const { workspace } = next;
    const { key } = workspacePaths(workspace.folder);
    try {
      const today = dayInWarsaw(now());
      const file = await withPassphrase(readKeyFile(key), workspace.dataKey, passphrase, today);
      keepKeyFile(key, file, spreadOf(workspace.workspaceId), step);
      return status;
    } catch (error) {
      await close(); // without its new passphrase it would not open again
      throw error;
    }
  }

  /** Opens what lies in the folder; where that fails the window learns how it stands. */
  async function reopen(dataKey: Buffer): Promise<WorkspaceStatus> {
    try {
      return await take(reopenWorkspace(opening, dataKey));
    } catch (error) {
      events.broadcast('workspace', closedStatus(workspaceFolder));
      throw error;
    }
  }

  async function closeAnyhow(): Promise<void> {
    try {
      await close();
    } catch (error) {
      // A log that cannot be brought over stays beside the database: it was copied, or is set aside with it.
      if (opened !== undefined || !(asStoreFailure(error) instanceof StoreFailure)) throw error;
    }
  }

  const restores = restoreKeeper({
    opening,
    events,
    current: () => (opened === undefined || caretaker === undefined ? null : { opened, caretaker }),
    roots,
    idle: parts.idle,
    resume: () => resume(),
    closeAnyhow,
    reopen,
  });

  /** Nobody else looks into a second place that does not answer. */
  const reach = async ({ place }: BackupRef): Promise<void> => {
    if (place === 'second') await caretaker?.second.reach();
  };
  const lookAtSecond = async (): Promise<void> => {
    try {
      await caretaker?.second.look();
    } catch (error) {
      if (!isDamage(error)) throw error; // the backups in the first place are wanted most then
    }
  };

  const always: AlwaysHandlers = {
    'workspace.status': status,
    'workspace.create': async (input) => {
      if (opened !== undefined) throw new CallRefused('workspace-exists');
      return take(await makeWorkspace(opening, input));
    },
    'workspace.unlock': ({ passphrase }) => unlock({ kind: 'passphrase', passphrase }),
    'workspace.recover': ({ code, passphrase }) => recover(code, passphrase),
    'desk.unlockByDevice': ({ secret }) =>
      unlock({ kind: 'device', secret: Buffer.from(secret, 'base64') }),
    'desk.closeWorkspace': async ({ backup }) => {
      await close(backup);
      return { done: true };
    },
    'backup.list': async () => {
      await lookAtSecond();
      return listBackups(roots(), caretaker?.second);
    },
    'restore.look': async (ref) => {
      await reach(ref);
      return lookAtBackup(ref, roots(), opened);
    },
    'restore.run': async ({ backup, key }) => {
      await reach(backup);
      return restores.run(backup, key);
    },
    'restore.undo': ({ key }) => restores.undo(key),
    'restore.keyOnly': async ({ backup, key }) => {
      const status = await restores.keyOnly(backup, key);
      return status === null ? { outcome: 'not-it' } : { outcome: 'opened', status };
    },
    'desk.lookAtBackups': ({ path }) => {
      other = path;
      return backupsAt('other', roots()).map((backup) => rowOf(backup, 'other'));
    },
    'desk.backupFolder': () => ({
      path: caretaker?.place ?? backupsFolder,
    }),
  };
  return { always, close };
}
