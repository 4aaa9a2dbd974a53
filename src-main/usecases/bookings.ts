import type { PlainDate, PlainTime } from '../domain/calendar.ts';
import { timeOf, minutesOf } from '../domain/calendar.ts';
import type { Booking, GeoPlace } from '../domain/conflict.ts';
import type { WorkshopId } from '../domain/workshop.ts';
import { coachingSessions, engagements } from '../store/coaching.ts';
import { numberIn, textIn, type ReadableDb } from '../store/db.ts';
import { trainingDays, workshops } from '../store/workshops.ts';
import { trainersOf } from '../domain/workshop.ts';

const slots = (count: number) => Array.from({ length: count }, () => '?').join(', ');

/** A town with coordinates, as our libraries know it. */
export function placeOfTown(db: ReadableDb, town: string): GeoPlace | null {
  const row = db.get(
    'select town, latitude, longitude from library where town = ? and latitude is not null and longitude is not null limit 1',
    town,
  );
  if (row === undefined) return null;
  return { town, latitude: numberIn(row, 'latitude'), longitude: numberIn(row, 'longitude') };
}

/** Workshop days on the given dates, without one workshop that is being planned itself. */
export function workshopBookings(
  db: ReadableDb,
  dates: readonly PlainDate[],
  except: WorkshopId | null,
): Booking[] {
  const days = trainingDays.list(db, `date in (${slots(dates.length)})`, ...dates);
  return days.flatMap((day): Booking[] => {
    const workshop = workshops.find(db, day.workshopId);
    if (workshop === undefined || workshop.deletedAt !== null) return [];
    if (workshop.id === except || workshop.state === 'cancelled') return [];
    return [
      {
        what: 'workshop',
        id: day.id,
        title: workshop.title,
        date: day.date,
        start: day.start,
        end: day.end,
        personIds: trainersOf(workshop),
        libraryIds: workshop.libraryIds,
        place: placeOfTown(db, workshop.venue.town),
      },
    ];
  });
}

/** Coaching sessions on the given dates that are planned or were held. */
export function sessionBookings(db: ReadableDb, dates: readonly PlainDate[]): Booking[] {
  const sessions = coachingSessions.list(
    db,
    `date in (${slots(dates.length)}) and state in ('planned', 'held')`,
    ...dates,
  );
  return sessions.flatMap((session): Booking[] => {
    const engagement = engagements.find(db, session.engagementId);
    if (engagement === undefined || engagement.deletedAt !== null) return [];
    const town = db.get('select town from library where id = ?', engagement.libraryId);
    return [
      {
        what: 'session',
        id: session.id,
        title: engagement.title,
        date: session.date,
        start: session.start,
        end: session.start === null ? null : endOf(session.start, session.minutes),
        personIds: [engagement.coachId],
        libraryIds: [engagement.libraryId],
        place:
          session.mode === 'remote' || town === undefined
            ? null
            : placeOfTown(db, textIn(town, 'town')),
      },
    ];
  });
}

/** When something that starts at `start` and lasts `minutes` ends, within the day. */
export function endOf(start: PlainTime, minutes: number): PlainTime {
  return timeOf(minutesOf(start) + minutes);
}
