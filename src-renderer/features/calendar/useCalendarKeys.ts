import type { KeyboardEvent } from 'react';
import { addDays, weekdayOf } from '../../ui/calendarDate.ts';
import { isMovable, type CalendarEvent } from './calendarTypes.ts';
import { movedByMonths } from './dates.ts';

/** Puts the focus on a day of the view. */
export function focusDay(date: string): void {
  document.querySelector<HTMLElement>(`[data-day-button="${date}"]`)?.focus();
}

/** The day that a key goes to from another one, or null when it goes nowhere. */
export function dayByKey(key: string, date: string, downDays: number): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return downDays === 0 ? null : addDays(date, -downDays);
    case 'ArrowDown':
      return downDays === 0 ? null : addDays(date, downDays);
    case 'Home':
      return addDays(date, 1 - weekdayOf(date));
    case 'End':
      return addDays(date, 7 - weekdayOf(date));
    case 'PageUp':
      return movedByMonths(date, -1);
    case 'PageDown':
      return movedByMonths(date, 1);
    default:
      return null;
  }
}

/** Keys of a day's button: arrows go from day to day, Enter goes into its events. */
export function onDayKey(
  event: KeyboardEvent<HTMLElement>,
  date: string,
  downDays: number,
  onSelect: (date: string) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const next = dayByKey(event.key, date, downDays);
  if (next !== null) {
    event.preventDefault();
    onSelect(next);
    // The button of a day in another month or week is drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => focusDay(next)));
    return;
  }
  if (event.key !== 'Enter') return;
  const first = document.querySelector<HTMLElement>(`[data-event-dates~="${date}"]`);
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

/** Keys of an event: arrows go to the next one, M moves it, Escape goes back to its day. */
export function onEventKey(
  event: KeyboardEvent<HTMLElement>,
  shown: CalendarEvent,
  onMoveAsked: (event: CalendarEvent) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.toLowerCase() === 'm' && isMovable(shown)) {
    event.preventDefault();
    onMoveAsked(shown);
    return;
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    focusDay(shown.date);
    return;
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowRight: 1,
    ArrowUp: -1,
    ArrowLeft: -1,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>('[data-event-dates]')].toSorted((a, b) =>
    (a.dataset['order'] ?? '').localeCompare(b.dataset['order'] ?? '', 'en'),
  );
  const index = all.indexOf(event.currentTarget);
  all[index + step]?.focus();
}
