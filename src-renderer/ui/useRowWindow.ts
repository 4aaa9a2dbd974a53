import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The part of a long list that is drawn. */
export interface RowWindow {
  /** To be put on the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly first: number;
  /** One after the last drawn row. */
  readonly end: number;
  /** The width of the list, in pixels; 0 before it was measured. */
  readonly width: number;
  /** Brings a row into sight. */
  readonly reveal: (index: number) => void;
  /** How many rows fit at once. */
  readonly pageSize: number;
}

interface Sight {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** Rows drawn above and below what is in sight, so that scrolling shows no gap. */
const SPARE = 8;
/** Before the list is measured. */
const FIRST_SIGHT: Sight = { top: 0, height: 800, width: 0 };

/** Which rows of a scrolling list with rows of one height are in sight, and how to bring one there. */
export function useRowWindow(count: number, rowHeight: number, headHeight: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState(FIRST_SIGHT);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void =>
      setSight({
        top: Math.floor(element.scrollTop / rowHeight) * rowHeight,
        height: element.clientHeight,
        width: element.clientWidth,
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [rowHeight]);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * rowHeight;
      const room = element.clientHeight - headHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + room)
        element.scrollTop = top + rowHeight - room;
    },
    [rowHeight, headHeight],
  );

  const first = Math.max(0, Math.floor(sight.top / rowHeight) - SPARE);
  const end = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + SPARE);
  const pageSize = Math.max(1, Math.floor((sight.height - headHeight) / rowHeight) - 1);
  return { scroller, first, end, width: sight.width, reveal, pageSize };
}
