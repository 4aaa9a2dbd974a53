import { useEffect, useRef, useState } from 'react';
import { call, CallFailure } from '../../../bridge/bridge.ts';
import { reportFailure } from '../../../state/notices.ts';

/** How often the room says that it is still open, and so learns whether the rest was locked. Milliseconds. */
const SAY_EVERY_MS = 15_000;

/** The right of a room view to stay open while the rest of the program is locked. */
export interface RoomRight {
  /** The time has passed: only the room is within reach. */
  readonly locked: boolean;
  /** Gives it back; when the time has passed, the window asks for the passphrase. */
  readonly leave: () => Promise<void>;
}

/** Holds that right for as long as the view is shown, however it is left. */
export function useRoom(workshopId: string): RoomRight {
  const [locked, setLocked] = useState(false);
  const left = useRef(false);

  const leave = async (): Promise<void> => {
    if (left.current) return;
    left.current = true;
    try {
      await call('room.leave', {});
    } catch (error) {
      reportFailure(error);
    }
  };
  const leaving = useRef(leave);
  useEffect(() => {
    leaving.current = leave;
  });

  useEffect(() => {
    left.current = false;
    let told = false;
    const say = async (): Promise<void> => {
      try {
        await call('room.enter', { workshopId });
      } catch (error) {
        const isLocked = error instanceof CallFailure && error.failure.code === 'room-locked';
        if (isLocked) setLocked(true);
        else if (!told && !left.current) {
          told = true;
          reportFailure(error);
        }
      }
    };
    void say();
    const timer = setInterval(() => void say(), SAY_EVERY_MS);
    return () => {
      clearInterval(timer);
      void leaving.current();
    };
  }, [workshopId]);

  return { locked, leave };
}
