import {
  useState,
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
} from 'react';

/** A row on its way to another place. */
export interface Drag {
  readonly from: number;
  readonly to: number;
}

/** What makes a list reorderable by its rows' handles. */
export interface Reorder {
  readonly drag: Drag | null;
  readonly handle: (index: number) => {
    readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  /** Alt with an arrow moves the row from any field in it. */
  readonly onRowKeyDown: (event: KeyboardEvent, index: number) => void;
}

/** Which place a pointer at a height means, among rows in their present order. */
function placeAt(list: HTMLElement, y: number): number {
  const rows = [...list.children];
  const before = rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  }).length;
  return before;
}

/**
 * Reorders rows by dragging a handle, or by arrows on it.
 * @param list the element whose children are the rows
 */
export function useReorder(
  list: RefObject<HTMLDivElement | null>,
  count: number,
  onMove: (from: number, to: number) => void,
): Reorder {
  const [drag, setDrag] = useState<Drag | null>(null);

  const move = (from: number, to: number): void => {
    if (to >= 0 && to < count && to !== from) onMove(from, to);
  };
  const byKey = (event: KeyboardEvent, index: number): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
  };

  return {
    drag,
    handle: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: index, to: index });
      },
      onPointerMove: (event) => {
        if (drag === null || list.current === null) return;
        const place = placeAt(list.current, event.clientY);
        // Rows below the dragged one move up by one once it is taken out.
        const to = Math.min(count - 1, place > drag.from ? place - 1 : place);
        if (to !== drag.to) setDrag({ ...drag, to });
      },
      onPointerUp: () => {
        if (drag !== null) move(drag.from, drag.to);
        setDrag(null);
      },
      onPointerCancel: () => setDrag(null),
      onKeyDown: (event) => byKey(event, index),
    }),
    onRowKeyDown: (event, index) => {
      if (event.altKey) byKey(event, index);
    },
  };
}
