import type { SafetyView } from '../contract/safetyCalls.ts';
import type { BackupReason } from '../domain/backup.ts';
import { instantOf } from '../domain/calendar.ts';
import { lastChangeIn } from '../store/backup/contents.ts';
import { backupsIn, placeFolder, readBackup, type FoundBackup } from '../store/backup/places.ts';
import type { Store } from '../store/db.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { fileCare } from './fileCare.ts';
import { lastErasureIn } from './lastErasure.ts';
import { readNote, saveNote } from './safetySettings.ts';
import { keepSecondPlace, type SecondPlaceKeeper } from './secondPlace.ts';
import type { Upkeep } from './upkeep.ts';

/** How long after the last commit the write-ahead log is brought into the database. Milliseconds. */
const QUIET = 5_000;
/** After so many commits it is brought in even while work goes on. */
const MOST_COMMITS = 500;
/** Care begins once the application has started, and goes on every hour. Milliseconds. */
const FIRST_ROUND_AFTER = 60_000;
const HOUR = 60 * 60 * 1000;
/** A day in which the application was used has a copy of its own, even when it starts a little earlier. */
const DAILY_AFTER = 20 * HOUR;

/** What the caretaker works with. */
export interface CaretakerParts {
  readonly workspace: OpenWorkspace;
  readonly upkeep: Upkeep;
  /** Of its own, for the second place: one that does not answer must not hold up anything else. */
  readonly secondUpkeep: Upkeep;
  readonly backupsFolder: string;
  readonly now: () => number;
  /** Backups, checks or places changed. */
  readonly changed: () => void;
  /** Empties what has waited long enough; called only when a verified backup is there. */
  readonly emptyBin: () => void;
  /** Remembers what the clock says, so that a jump of it is noticed. */
  readonly seeClock: () => void;
  /** Something that must not stop the others failed; for the log. */
  readonly unexpected: (name: string, error: unknown) => void;
}

/** Looks after one open workspace by itself: checkpoints, backups, checks, the bin. */
export interface Caretaker {
  readonly place: string;
  /** A commit happened. */
  committed(): void;
  /** Makes a verified backup now; `spare` never makes room for it. Throws disk-full, backup-damaged and their kin. */
  backup(reason: BackupReason, spare?: string | null): Promise<FoundBackup>;
  readonly second: SecondPlaceKeeper;
  /** Whether the whole live database can be read. */
  check(): Promise<boolean>;
  /** Which sealed files are known to be bad, those of them read once more. */
  checkFiles(): Promise<SafetyView['fileDamage']>;
  /** Takes what was written before out of the write-ahead log. */
  emptyLog(): Promise<void>;
  /** Why the last backup could not be made; null when it could. */
  problem(): SafetyView['backupProblem'];
  /** Everything that is due; runs by itself after a minute and every hour. */
  round(): Promise<void>;
  /** Does something to the backups while none is made, checked or thinned. */
  alone<Result>(work: () => Result): Promise<Result>;
  /** Ends the work; on quitting a last copy is made first. */
  end(withBackup: boolean): Promise<void>;
}

/** Starts looking after a workspace. A demonstration is copied only by hand: its data are invented. */
export function startCaretaker(parts: CaretakerParts): Caretaker {
  const { workspace, upkeep, now } = parts;
  const { store } = workspace;
  const place = placeFolder(parts.backupsFolder, workspace.workspaceId);
  let commits = 0;
  let quiet: NodeJS.Timeout | undefined;
  let problem: string | null = null;
  let working: Promise<unknown> = Promise.resolve();
  let ending = false;
  let over = false;

  const attempt = async (
    name: string,
    work: () => unknown,
    cutOff: () => boolean = () => false,
  ): Promise<void> => {
    if (ending) return; // locking waits for what is at work, not for all that is due
    try {
      await work();
    } catch (error) {
      const known = asStoreFailure(error);
      if (!cutOff() && !(known instanceof StoreFailure)) parts.unexpected(name, error);
    }
  };
  /** One thing after the other: a backup does not begin while another is made. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = working.then(work);
    working = result.catch(() => undefined);
    return result;
  };

  const checkpoint = (): void => {
    clearTimeout(quiet);
    commits = 0;
    void attempt('checkpoint', () => upkeep.ask({ kind: 'checkpoint', empty: false }));
  };

  const newest = () => backupsIn(place).find(({ manifest }) => manifest?.failedAt === null);
  const changedSince = (backup: FoundBackup | undefined): boolean =>
    backup?.manifest?.lastChange !== lastChangeIn(store) ||
    // Since a restore history goes another way from an earlier point, and may have come as far as it was before.
    backup.id === readNote(store, 'lastRestore')?.undoId;

  const make = async (reason: BackupReason, spare: string | null): Promise<FoundBackup> => {
    try {
      const id = await upkeep.ask({ kind: 'backup', reason, verify: true, spare });
      problem = null;
      return readBackup(place, id);
    } catch (error) {
      const known = asStoreFailure(error);
      problem = known instanceof StoreFailure ? known.code : 'unexpected';
      throw known;
    } finally {
      parts.changed();
    }
  };

  const note = (work: Parameters<Store['inTransaction']>[0]): void => {
    store.inTransaction(work);
    parts.changed();
  };

  const second = keepSecondPlace({ ...parts, upkeep: parts.secondUpkeep });
  const files = fileCare({ upkeep, second, now, store, changed: parts.changed });

  const checkNow = async (): Promise<boolean> => {
    const good = await upkeep.ask({ kind: 'check' });
    note((db) => saveNote(db, 'lastCheck', { at: instantOf(now()), good }));
    return good;
  };

  const isOld = (at: string | undefined | null): boolean => {
    if (at === undefined || at === null) return true;
    const age = now() - Date.parse(at);
    return age > DAILY_AFTER || age < 0; // made in the future: the clock was set back
  };

  const automaticBackup = async (): Promise<void> => {
    const last = newest();
    if (!changedSince(last)) return;
    await make(isOld(last?.manifest?.createdAt) ? 'daily' : 'hourly', null);
  };

  const automaticCopy = async (): Promise<void> => {
    await second.look();
    const stands = second.view();
    if (stands?.present === true && isOld(stands.lastCopyAt)) await second.copy();
  };

  const localRound = async (): Promise<void> => {
    await attempt('sweep', () => upkeep.ask({ kind: 'sweep' }));
    if (workspace.demonstration) return;
    await attempt('clock', parts.seeClock);
    await attempt('verify-backups', () => upkeep.ask({ kind: 'verify' }));
    await attempt('backup', automaticBackup);
    await attempt('thin', () => upkeep.ask({ kind: 'thin', erasedAt: lastErasureIn(store) }));
    if (isOld(readNote(store, 'lastCheck')?.at)) await attempt('check', checkNow);
    const last = newest();
    if (last?.manifest?.verified != null) await attempt('empty-bin', parts.emptyBin);
  };

  const round = async (): Promise<void> => {
    await inTurn(localRound);
    // In turns of their own: backups go on while a share of the files is read, or the second place does not answer.
    // Closing waits for neither; what it cuts off is done after the next opening.
    const isOver = (): boolean => over;
    if (workspace.demonstration || over) return;
    await attempt('check-files', () => files.readShare(isOver), isOver);
    if (!over) await attempt('second-copy', automaticCopy, isOver);
  };

  const first = setTimeout(() => void round(), FIRST_ROUND_AFTER).unref();
  const hourly = setInterval(() => void round(), HOUR).unref();

  return {
    place,
    committed() {
      commits += 1;
      clearTimeout(quiet);
      if (commits >= MOST_COMMITS) checkpoint();
      else quiet = setTimeout(checkpoint, QUIET).unref();
    },
    backup: (reason, spare = null) => inTurn(() => make(reason, spare)),
    second,
    check: () => inTurn(checkNow),
    checkFiles: () => files.lookAgain(),
    // Only upkeep checkpoints: a backup copies the database file while nothing else writes into it.
    emptyLog: () =>
      inTurn(async () => void (await upkeep.ask({ kind: 'checkpoint', empty: true }))),
    problem: () => problem,
    alone: (work) => inTurn(async () => work()),
    round,
    async end(withBackup) {
      for (const timer of [quiet, first]) clearTimeout(timer);
      clearInterval(hourly);
      ending = true;
      over = true;
      await working;
      ending = false;
      // Reopened and checked at the next start: nobody waits for that while quitting.
      if (withBackup && !workspace.demonstration && changedSince(newest())) {
        await attempt('closing-backup', () =>
          upkeep.ask({ kind: 'backup', reason: 'closing', verify: false, spare: null }),
        );
      }
      await attempt('end', () => Promise.all([upkeep.end(), second.end()]));
    },
  };
}
