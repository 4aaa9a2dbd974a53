import { byText } from '../domain/order.ts';
import { addDays, daysBetween, type PlainDate } from '../domain/calendar.ts';
import { trainersOf } from '../domain/workshop.ts';
import { coachingSessions, engagements } from '../store/coaching.ts';
import { trainingDays, workshops } from '../store/workshops.ts';
import { endOf } from './bookings.ts';
import { holidaysBetween } from './holidays.ts';
import { nameBook } from './names.ts';
import type { Tools } from './tools.ts';

/** Longest stretch that one look at the calendar may ask for: a little more than a year. */
const MOST_DAYS = 400;

function* eachDay(from: PlainDate, to: PlainDate): Generator<PlainDate> {
  const count = Math.min(daysBetween(from, to), MOST_DAYS);
  for (let index = 0; index <= count; index += 1) yield addDays(from, index);
}

/** Workshops' days and coaching sessions from `from` to `to`, by date and time, and the holidays between. */
export function calendarEvents(tools: Tools, input: { from: PlainDate; to: PlainDate }) {
  const db = tools.store;
  const names = nameBook(db);
  const workshopDays = trainingDays
    .list(db, 'date between ? and ?', input.from, input.to)
    .flatMap((day) => {
      const workshop = workshops.find(db, day.workshopId);
      if (workshop === undefined || workshop.deletedAt !== null) return [];
      return [
        {
          id: day.id,
          kind: 'workshop' as const,
          openId: workshop.id,
          title: workshop.title,
          date: day.date,
          start: day.start,
          end: day.end,
          state: workshop.state,
          place: workshop.venue.town,
          remote: false,
          people: trainersOf(workshop).map(names.person),
          libraries: workshop.libraryIds.map(names.town),
          hasConflict: workshop.overriddenConflicts.some(
            (conflict) => conflict.date === null || conflict.date === day.date,
          ),
        },
      ];
    });
  const sessions = coachingSessions
    .list(db, 'date between ? and ?', input.from, input.to)
    .flatMap((session) => {
      const engagement = engagements.find(db, session.engagementId);
      if (engagement === undefined || engagement.deletedAt !== null) return [];
      return [
        {
          id: session.id,
          kind: 'session' as const,
          openId: session.id,
          title: engagement.title,
          date: session.date,
          start: session.start,
          end: session.start === null ? null : endOf(session.start, session.minutes),
          state: session.state,
          place: session.mode === 'remote' ? '' : session.place,
          remote: session.mode === 'remote',
          people: [names.person(engagement.coachId)],
          libraries: [names.town(engagement.libraryId)],
          hasConflict: false,
        },
      ];
    });
  return {
    events: [...workshopDays, ...sessions].sort((a, b) =>
      byText(`${a.date} ${a.start ?? ''}`, `${b.date} ${b.start ?? ''}`),
    ),
    holidays: holidaysBetween(tools.holidays, eachDay(input.from, input.to)),
  };
}
