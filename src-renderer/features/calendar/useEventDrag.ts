import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
} from 'react';
import { addDays, daysBetween } from '../../ui/calendarDate.ts';
import { isMovable, type CalendarEvent, type Shift } from './calendarTypes.ts';

/** A workshop being dragged, and how far it is by now. */
export interface EventDrag {
  readonly event: CalendarEvent;
  readonly shift: Shift;
}

/** What a view needs to have its events dragged. */
export interface Draggable {
  readonly drag: EventDrag | null;
  /** Is this day one that the dragged workshop would fall on? */
  readonly isTarget: (date: string) => boolean;
  readonly onPointerDown: (event: CalendarEvent, pointer: ReactPointerEvent) => void;
  /** Did the press that just ended move something? Then it opens nothing. */
  readonly wasDragged: () => boolean;
}

/** A press moves something only after this many pixels. */
const THRESHOLD = 5;
const MINUTES_STEP = 15;

/** The day under a point of the window, by the `data-date` of what is drawn there. */
function dateAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const date = element.closest<HTMLElement>('[data-date]')?.dataset['date'];
    if (date !== undefined) return date;
  }
  return null;
}

interface Start {
  readonly event: CalendarEvent;
  readonly x: number;
  readonly y: number;
  /** The day one took hold of; of a workshop over several days not always its first. */
  readonly grabbed: string;
}

/**
 * Drags workshops from day to day; where an hour has a height (`hourPixels`), up and down as well. Escape lets go
 * without moving. `events` are those in view, to know all days of the dragged workshop.
 */
export function useEventDrag(
  events: readonly CalendarEvent[],
  onMove: (event: CalendarEvent, shift: Shift) => void,
  hourPixels: number | null = null,
): Draggable {
  const [drag, setDrag] = useState<EventDrag | null>(null);
  const start = useRef<Start | null>(null);
  const dragged = useRef(false);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });

  const shiftTo = useCallback(
    (from: Start, x: number, y: number): Shift | null => {
      const date = dateAt(x, y);
      if (date === null) return null;
      const minutes =
        hourPixels === null
          ? 0
          : Math.round(((y - from.y) / hourPixels) * (60 / MINUTES_STEP)) * MINUTES_STEP;
      return { days: daysBetween(from.grabbed, date), minutes };
    },
    [hourPixels],
  );

  useEffect(() => {
    const stop = (): void => {
      start.current = null;
      setDrag(null);
    };
    const onPointerMove = (pointer: PointerEvent): void => {
      const from = start.current;
      if (from === null) return;
      const far = Math.hypot(pointer.clientX - from.x, pointer.clientY - from.y) >= THRESHOLD;
      if (!dragged.current && !far) return;
      dragged.current = true;
      const shift = shiftTo(from, pointer.clientX, pointer.clientY);
      if (shift === null) return;
      setDrag((now) =>
        now?.shift.days === shift.days && now.shift.minutes === shift.minutes
          ? now
          : { event: from.event, shift },
      );
    };
    const onPointerUp = (pointer: PointerEvent): void => {
      const from = start.current;
      if (from === null) return;
      const shift = dragged.current ? shiftTo(from, pointer.clientX, pointer.clientY) : null;
      stop();
      if (shift !== null && (shift.days !== 0 || shift.minutes !== 0)) {
        move.current(from.event, shift);
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && start.current !== null) {
        event.preventDefault();
        stop();
      }
    };
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [shiftTo]);

  const targets = new Set(
    drag === null
      ? []
      : events
          .filter(({ openId }) => openId === drag.event.openId)
          .map(({ date }) => addDays(date, drag.shift.days)),
  );

  return {
    drag,
    isTarget: (date) => targets.has(date),
    onPointerDown: (event, pointer) => {
      dragged.current = false;
      if (pointer.button !== 0 || !isMovable(event)) return;
      const grabbed = dateAt(pointer.clientX, pointer.clientY) ?? event.date;
      start.current = { event, x: pointer.clientX, y: pointer.clientY, grabbed };
    },
    wasDragged: () => dragged.current,
  };
}
