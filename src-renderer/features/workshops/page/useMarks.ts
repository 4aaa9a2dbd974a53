import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { reportFailure } from '../../../state/notices.ts';
import type { AttendanceMark } from '../../../ui/AttendanceGrid.tsx';
import type { AttendancePerson } from './pageData.ts';

/** A participant's mark on a day, with hours and reason where they differ from the whole day. */
export interface Mark {
  readonly mark: AttendanceMark;
  /** Clock hours present, where they differ from the day's. */
  readonly hours: number | null;
  readonly reason: string;
}

const UNCHECKED: Mark = { mark: 'unchecked', hours: null, reason: '' };

/** Marks as they are on the screen at once, and saved one after another behind it. */
export interface Marks {
  readonly markOf: (personId: string, dayId: string) => Mark;
  readonly setMark: (personId: string, dayId: string, mark: Mark) => void;
  /** Resolves once every mark set so far has been answered by the store. */
  readonly settled: () => Promise<void>;
}

function cell(personId: string, dayId: string): string {
  return `${personId} ${dayId}`;
}

/** Attendance marks shown before the store has answered; a refused one is taken back and said. */
export function useMarks(people: readonly AttendancePerson[]): Marks {
  const [ahead, setAhead] = useState<ReadonlyMap<string, Mark>>(new Map());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const onTheWay = useRef(0);

  // What the store has now is what was asked of it, once nothing is on the way.
  useEffect(() => {
    if (onTheWay.current === 0) setAhead(new Map());
  }, [people]);

  const forget = useCallback((key: string, mark: Mark) => {
    setAhead((now) => {
      if (now.get(key) !== mark) return now;
      const next = new Map(now);
      next.delete(key);
      return next;
    });
  }, []);

  const setMark = useCallback(
    (personId: string, dayId: string, mark: Mark) => {
      const key = cell(personId, dayId);
      setAhead((now) => new Map(now).set(key, mark));
      onTheWay.current += 1;
      const save = async (): Promise<void> => {
        try {
          await call('attendance.mark', { participantId: personId, dayId, ...mark });
        } catch (error) {
          forget(key, mark);
          reportFailure(error);
        } finally {
          onTheWay.current -= 1;
        }
      };
      queue.current = queue.current.then(save);
    },
    [forget],
  );

  const markOf = useCallback(
    (personId: string, dayId: string): Mark => {
      const person = people.find(({ participantId }) => participantId === personId);
      return ahead.get(cell(personId, dayId)) ?? person?.marks[dayId] ?? UNCHECKED;
    },
    [ahead, people],
  );
  const settled = useCallback(() => queue.current, []);
  return { markOf, setMark, settled };
}
