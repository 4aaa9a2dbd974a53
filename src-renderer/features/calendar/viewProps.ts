import type { CalendarEvent, Holiday, Shift } from './calendarTypes.ts';

/** What every view of the calendar is given. */
export interface ViewProps {
  /** The selected day, around which the view is drawn. */
  readonly date: string;
  readonly events: readonly CalendarEvent[];
  readonly holidays: readonly Holiday[];
  readonly onSelect: (date: string) => void;
  readonly onOpen: (event: CalendarEvent) => void;
  /** A workshop was dragged. */
  readonly onMove: (event: CalendarEvent, shift: Shift) => void;
  /** Somebody wants to move a workshop by typing a date. */
  readonly onMoveAsked: (event: CalendarEvent) => void;
  /** A new workshop on a day. */
  readonly onPlan: (date: string) => void;
  /** Everything on one day. */
  readonly onOpenDay: (date: string) => void;
}

/** Names of holidays by day. */
export function holidayNames(holidays: readonly Holiday[]): ReadonlyMap<string, string> {
  return new Map(holidays.map(({ date, name }) => [date, name]));
}

/** The events of each day. */
export function eventsByDay(
  events: readonly CalendarEvent[],
): ReadonlyMap<string, readonly CalendarEvent[]> {
  return Map.groupBy(events, ({ date }) => date);
}
