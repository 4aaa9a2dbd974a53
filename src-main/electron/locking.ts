import type { CallName, CallOutput } from '../contract/contract.ts';
import { DeskFailure } from './deskFailure.ts';
import type { DeskMemoryFile } from './deskMemory.ts';
import { errorFields, type Log } from './log.ts';
import type { ElectronParts } from './ports.ts';
import { roomAllows, roomOf, type Room } from './roomGuard.ts';
import type { StoreLink } from './storeLink.ts';

type Status = CallOutput<'workspace.status'>;

/** How often the system is asked when it was last touched. Milliseconds. */
export const LOOK_EVERY_MS = 15_000;

/** What locking needs. */
export interface LockingPorts {
  readonly powerMonitor: Pick<ElectronParts['powerMonitor'], 'on' | 'getSystemIdleTime'>;
  readonly store: Pick<StoreLink, 'lock' | 'call'>;
  readonly memory: DeskMemoryFile;
  /**
   * Lets the page save what was typed; bounded; says whether the page did. `own`: how many of its calls
   * wait for the locking itself.
   */
  readonly flushPage: (own: number) => Promise<boolean>;
  /** Removes old clear copies from the outgoing folder. */
  readonly sweep: () => Promise<void>;
  /** Runs something again and again; answers with how to stop. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly log: Log;
}

/** Locks by hand, after idle minutes and on suspend, and keeps a workshop's room within reach meanwhile. */
export interface Locking {
  /** Saves what was typed, then closes the workspace. `own`: see {@link LockingPorts.flushPage}. */
  lock(own: number): Promise<Status>;
  /** Whether the workspace was locked since the process started: then only a person may open it. */
  hasLocked(): boolean;
  /** A workshop's room view opens. @throws {DeskFailure} when there is no such workshop within reach */
  enterRoom(workshopId: string): Promise<void>;
  /** It closes; when its time has passed meanwhile the workspace is locked now, and the answer is true. */
  leaveRoom(own: number): Promise<boolean>;
  /** The page that showed the room is gone: closed or loaded anew. */
  pageGone(): void;
  /** May a call of the page be answered? `input` was parsed by the contract. */
  mayPass(name: CallName, input: unknown): boolean;
  /** Where the workspace stands, whenever somebody learns it. */
  sawStatus(status: Status): void;
}

/** Watches the system's idle time and its suspending, and does every kind of locking. */
export function createLocking(ports: LockingPorts): Locking {
  const { powerMonitor, store, memory, log } = ports;
  let stopLooking: (() => void) | undefined;
  let locked = false;
  let locking: Promise<Status> | undefined;
  let room: Room | undefined;
  /** The time has passed while the room was open: only the room is within reach. */
  let onlyRoom = false;
  /** Counts entering and leaving, so that an entrance that was asked about too long does not come after the exit. */
  let visits = 0;

  const forgetRoom = (): void => {
    visits += 1;
    room = undefined;
    onlyRoom = false;
  };

  const lockNow = async (own: number): Promise<Status> => {
    locked = true;
    try {
      // Asked twice: a page that was asleep with the computer answers late, and its words matter more.
      if (!(await ports.flushPage(own)) && !(await ports.flushPage(own)))
        log.write('page-not-flushed');
      return await store.lock();
    } finally {
      forgetRoom();
      locking = undefined;
      await ports.sweep();
    }
  };
  const lock = (own: number): Promise<Status> => (locking ??= lockNow(own));

  const lockUnasked = (): void => {
    lock(0).catch((error: unknown) => log.write('lock-failed', errorFields(error)));
  };

  /** Nobody is at the computer any more. */
  const left = (why: 'idle' | 'suspend' | 'lock-screen'): void => {
    if (stopLooking === undefined || onlyRoom) return;
    log.write('left', { why, room: room !== undefined });
    if (room === undefined) lockUnasked();
    else onlyRoom = true;
  };

  const look = (): void => {
    const { lockMinutes } = memory.current();
    if (lockMinutes > 0 && powerMonitor.getSystemIdleTime() >= lockMinutes * 60) left('idle');
  };
  powerMonitor.on('suspend', () => left('suspend'));
  powerMonitor.on('lock-screen', () => left('lock-screen'));

  return {
    lock,
    hasLocked: () => locked,

    enterRoom: async (workshopId) => {
      visits += 1;
      const visit = visits;
      const envelope = await store.call('workshop.get', { id: workshopId });
      if (!envelope.ok) throw new DeskFailure(envelope.failure);
      const page = envelope.value as CallOutput<'workshop.get'>; // our own worker's word
      if (onlyRoom) throw new DeskFailure('room-locked'); // the time passed just now
      if (visit !== visits) return;
      room = roomOf(page);
    },

    leaveRoom: async (own) => {
      const timeHasPassed = onlyRoom;
      if (timeHasPassed) await lock(own);
      else forgetRoom();
      return timeHasPassed;
    },

    pageGone: () => {
      if (onlyRoom) lockUnasked();
      else forgetRoom();
    },

    mayPass: (name, input) => !onlyRoom || (room !== undefined && roomAllows(room, name, input)),

    sawStatus: (status) => {
      const watched = status.state === 'open' && !status.demonstration;
      if (watched) stopLooking ??= ports.every(LOOK_EVERY_MS, look);
      else {
        stopLooking?.();
        stopLooking = undefined;
      }
      if (status.state !== 'open') forgetRoom();
    },
  };
}
