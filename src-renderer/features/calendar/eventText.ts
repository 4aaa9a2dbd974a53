import { text } from '../../i18n/text.ts';
import { formatDate, formatWeekday } from '../../ui/format.ts';
import { isOff, type CalendarEvent } from './calendarTypes.ts';

/** Hours of an event: `09:00–16:00`, or that it takes the whole day. */
export function hoursText({ start, end }: CalendarEvent): string {
  if (start === null) return text('calendar.event.noHour');
  return end === null ? start : `${start}–${end}`;
}

/** What an event is called where there is little room: a workshop by its title, a session by its town. */
export function shortTitle({ kind, title, libraries }: CalendarEvent): string {
  return kind === 'session' && libraries.length > 0 ? libraries.join(', ') : title;
}

/** What is worth knowing of an event beyond its title, hours, libraries and people. */
function restOf(event: CalendarEvent, days: number): readonly string[] {
  return [
    `${formatWeekday(event.date)} ${formatDate(event.date)}`,
    days > 1 ? text('calendar.event.days', { count: days }) : '',
    event.remote ? text('calendar.event.remote') : event.place,
    isOff(event) ? text('calendar.event.off') : '',
    event.state === 'held' ? text('calendar.event.held') : '',
    event.hasConflict ? text('calendar.event.conflict') : '',
  ].filter((part) => part !== '');
}

/** Everything about an event in one line, shown where there is no room for it. */
export function eventText(event: CalendarEvent, days = 1): string {
  const parts = [
    `${text(`calendar.kind.${event.kind}`)}: ${event.title}`,
    hoursText(event),
    event.libraries.join(', '),
    event.people.join(', '),
    ...restOf(event, days),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/**
 * The end of an event's spoken name. What is written on the screen comes first in the name, word for word, so
 * that people who speak to their computer can say what they see.
 */
export function spokenRest(event: CalendarEvent, days = 1): string {
  return `; ${restOf(event, days).join('; ')}`;
}
