import type { CallOutput } from '../../../src-main/contract/contract.ts';

/** A workshop's day or a coaching session, as the store answers it. */
export type CalendarEvent = CallOutput<'calendar.events'>['events'][number];
export type Holiday = CallOutput<'calendar.events'>['holidays'][number];

/** The ways to look at the calendar, in the order of their buttons. */
export const VIEWS = ['month', 'week', 'day', 'agenda'] as const;
export type View = (typeof VIEWS)[number];

/** How far a workshop goes: all its days by the same number of days and minutes. */
export interface Shift {
  readonly days: number;
  readonly minutes: number;
}

/** May the event be dragged? Only workshops that are still planned have a date to change. */
export function isMovable(event: CalendarEvent): boolean {
  return event.kind === 'workshop' && event.state === 'planned';
}

/** Is it off? Such an event stays on the calendar, struck through. */
export function isOff({ state }: CalendarEvent): boolean {
  return state === 'cancelled' || state === 'moved';
}
