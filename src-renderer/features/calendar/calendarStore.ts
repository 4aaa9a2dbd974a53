import { create } from 'zustand';
import { goTo } from '../../state/route.ts';
import { today } from '../../ui/calendarDate.ts';
import type { CalendarEvent, View } from './calendarTypes.ts';

interface CalendarStore {
  readonly view: View;
  /** The selected day, `YYYY-MM-DD`; the views are drawn around it. */
  readonly date: string;
  /** Only what this person leads, by name; null for everybody. */
  readonly person: string | null;
  /** Kinds that are hidden. */
  readonly hidden: readonly CalendarEvent['kind'][];
}

/** Where the person is in the calendar; outlives the place, so that one comes back to where one was. */
export const useCalendarStore = create<CalendarStore>()(() => ({
  view: 'month',
  date: today(),
  person: null,
  hidden: [],
}));

/** Shows another view or day; changing what one looks at is no step in the window's history. */
export function showCalendar(next: { readonly view?: View; readonly date?: string }): void {
  useCalendarStore.setState(next);
  const { view, date } = useCalendarStore.getState();
  // A single day has no name of its own in the route: the store remembers it.
  goTo({ place: 'calendar', date, ...(view === 'day' ? {} : { view }) }, { replace: true });
}

/** Shows or hides a kind of event. */
export function toggleKind(kind: CalendarEvent['kind']): void {
  useCalendarStore.setState(({ hidden }) => ({
    hidden: hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind],
  }));
}
