import type { BackupRow, SecondPlace } from '../contract/safetyCalls.ts';
import { instantOf } from '../domain/calendar.ts';
import type { KnownFile } from '../store/backup/pool.ts';
import { isDamage } from '../store/backup/verify.ts';
import type { Store } from '../store/db.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { within } from '../within.ts';
import { secondPlaceFolder, secondPlaceView } from './backupRows.ts';
import { lastErasureIn } from './lastErasure.ts';
import { readNote, saveNote } from './safetySettings.ts';
import type { Upkeep } from './upkeep.ts';
import type { SecondSeen } from './upkeepProtocol.ts';

// A network drive that went away can hold whoever looks at it for minutes. So only a thread of its own looks there
// and copies there; what it saw last is known here, and nobody waits longer than a moment.

/** A place that did not answer for so long cannot be reached. Milliseconds. */
const PATIENCE = 2_000;
/** Starting the thread that looks there takes its time on a busy machine, and says nothing of the place. Milliseconds. */
const STARTING_PATIENCE = 10_000;
/** Whoever closes the workspace waits so long for a copy; one that is cut off is made anew. Milliseconds. */
const CLOSING_PATIENCE = 1_500;

const NOT_SEEN: SecondSeen = { present: false, rows: [], newestAt: null };
/** Reasons that say that there was nothing to do, or nowhere to do it: no failures of a copy. */
const NO_COPY_DUE: ReadonlySet<string> = new Set(['backup-missing']);

/** What looking after the second place needs. */
export interface SecondPlaceParts {
  readonly workspace: OpenWorkspace;
  /** A thread that does nothing else. */
  readonly upkeep: Upkeep;
  readonly now: () => number;
  /** How the place stands has changed. */
  readonly changed: () => void;
}

/** The second place of one open workspace's backups: a stick or a network drive that may go away at any moment. */
export interface SecondPlaceKeeper {
  /** How it stood when it was last seen; null: none was chosen. Never waits. */
  view(): SecondPlace | null;
  /** What lay there when it was last seen. Never waits. */
  rows(): readonly BackupRow[];
  /** Looks again, and waits for that so many milliseconds at most; not at all while it does not answer. */
  look(patience?: number): Promise<void>;
  /** Throws place-missing where it cannot be reached now: to be called before anybody else looks there. */
  reach(): Promise<void>;
  /** Copies the newest verified backup there. Throws place-missing, backup-missing, disk-full and their kin. */
  copy(): Promise<SecondPlace>;
  choose(path: string | null): void;
  /** Brings the present key file into the copies there, some time. */
  spreadKeys(): Promise<void>;
  /** Brings files that are whole only there into the first place; answers how many. */
  rescue(files: readonly KnownFile[]): Promise<number>;
  /** Lets go of whoever waits for a copy, so that the workspace can be closed. */
  letGo(): void;
  end(): Promise<void>;
}

function codeOf(error: unknown): string {
  const known = asStoreFailure(error);
  return known instanceof StoreFailure ? known.code : 'unexpected';
}

/** Looks at a place, one look at a time, and remembers what was seen. */
function startLooking({ upkeep, changed, workspace }: SecondPlaceParts) {
  let seen: { readonly path: string; readonly what: SecondSeen } | null = null;
  let under: { readonly path: string; readonly way: Promise<void> } | null = null;
  let stuck = false;

  const keep = (path: string, what: SecondSeen): void => {
    const before = seen?.path === path ? seen.what : NOT_SEEN;
    seen = { path, what };
    if (JSON.stringify(before) !== JSON.stringify(what)) changed();
  };

  /** Settles when the place has answered, or has not for too long. */
  const begin = (path: string): Promise<void> => {
    const place = secondPlaceFolder(path, workspace.workspaceId);
    return new Promise((settle) => {
      const giveUp = (): void => {
        stuck = true;
        keep(path, NOT_SEEN);
        settle();
      };
      let timer = setTimeout(giveUp, STARTING_PATIENCE).unref();
      const look = async (): Promise<SecondSeen> => {
        await upkeep.ask({ kind: 'wake' });
        clearTimeout(timer);
        timer = setTimeout(giveUp, PATIENCE).unref();
        return upkeep.ask({ kind: 'look-second', root: path, place });
      };
      void look()
        .catch(() => NOT_SEEN)
        .then((what) => {
          clearTimeout(timer);
          stuck = false;
          under = null;
          keep(path, what);
          settle();
        });
    });
  };

  return {
    seen: (path: string): SecondSeen => (seen?.path === path ? seen.what : NOT_SEEN),
    async look(path: string, patience: number): Promise<void> {
      if (under?.path !== path) under = { path, way: begin(path) };
      if (!stuck) await within(patience, under.way);
    },
  };
}

/** Starts looking after the second place; nothing is looked at before somebody asks. */
export function keepSecondPlace(parts: SecondPlaceParts): SecondPlaceKeeper {
  const { upkeep, now } = parts;
  const { store, workspaceId } = parts.workspace;
  const looking = startLooking(parts);
  let copying = false;
  /** Nobody is to wait any more; then: the workspace is closed. */
  let closing = false;
  let over = false;
  let giveUp: (error: StoreFailure) => void = () => undefined;
  const letGo = new Promise<never>((_, reject) => (giveUp = reject));
  letGo.catch(() => undefined); // nobody may be waiting

  const chosen = () => readNote(store, 'secondPlace');
  /** Null also where damage hides it: the backups in the first place are wanted most then. */
  const chosenIfReadable = () => {
    try {
      return chosen();
    } catch (error) {
      if (isDamage(error)) return null;
      throw error;
    }
  };
  const note = (work: Parameters<Store['inTransaction']>[0]): void => {
    store.inTransaction(work);
    parts.changed();
  };

  const view = (): SecondPlace | null => {
    const place = chosen();
    if (place === null) return null;
    const problem = readNote(store, 'secondProblem')?.code ?? null;
    return secondPlaceView(place.path, looking.seen(place.path), place.lastCopyAt, problem, now());
  };

  const look = async (patience = PATIENCE): Promise<void> => {
    const place = chosenIfReadable();
    // While a copy is made the thread answers to nothing else, and the place is known to be there.
    if (place !== null && !copying) await looking.look(place.path, patience);
  };

  const reach = async (): Promise<void> => {
    await look(STARTING_PATIENCE);
    if (view()?.present !== true) throw new StoreFailure('place-missing');
  };

  const noteProblem = (code: string): void => {
    if (NO_COPY_DUE.has(code) || closing) return;
    try {
      note((db) => saveNote(db, 'secondProblem', { code, at: instantOf(now()) }));
    } catch {
      // Nothing can be saved now, which is told in its own place: the copy's own failure is the answer here.
    }
  };

  const copyThere = async (path: string): Promise<void> => {
    const place = secondPlaceFolder(path, workspaceId);
    const erasedAt = lastErasureIn(store);
    copying = true;
    const work = upkeep
      .ask({ kind: 'copy-second', root: path, place, erasedAt })
      .finally(() => (copying = false));
    try {
      await Promise.race([work, letGo]);
    } catch (error) {
      noteProblem(codeOf(error));
      throw error;
    }
    if (over) return;
    note((db) => {
      saveNote(db, 'secondPlace', { path, lastCopyAt: instantOf(now()) });
      saveNote(db, 'secondProblem', null);
    });
  };

  return {
    view,
    look,
    reach,
    rows: () => {
      const place = chosenIfReadable();
      return place === null ? [] : looking.seen(place.path).rows;
    },
    async copy() {
      await reach();
      const place = chosen();
      if (place === null) throw new StoreFailure('place-missing');
      await copyThere(place.path);
      await look();
      const made = view();
      if (made === null) throw new StoreFailure('place-missing');
      return made;
    },
    choose: (path) =>
      note((db) => {
        saveNote(db, 'secondPlace', path === null ? null : { path, lastCopyAt: null });
        saveNote(db, 'secondProblem', null);
      }),
    async spreadKeys() {
      const place = chosen();
      if (place === null) return;
      // What cannot be written now comes there with the next copy.
      await upkeep
        .ask({ kind: 'spread-keys', place: secondPlaceFolder(place.path, workspaceId) })
        .catch(() => undefined);
    },
    async rescue(files) {
      await reach();
      const place = chosen();
      if (place === null) return 0;
      return upkeep.ask({
        kind: 'rescue-files',
        place: secondPlaceFolder(place.path, workspaceId),
        files,
      });
    },
    letGo() {
      closing = true;
      setTimeout(() => giveUp(new StoreFailure('place-missing')), CLOSING_PATIENCE).unref();
    },
    async end() {
      closing = true;
      over = true;
      await within(CLOSING_PATIENCE, upkeep.end());
    },
  };
}
