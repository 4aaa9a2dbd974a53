import { z } from 'zod';
import { minutesOf, weekday, type PlainDate, type PlainTime } from './calendar.ts';
import { phasesOfKind, type Edition, type PhaseKind } from './edition.ts';

/** Why a plan deserves a second look; it warns, and may be overridden with a saved reason (domain rule 2). */
export const ConflictKind = z.enum([
  'person-booked',
  'library-booked',
  'holiday',
  'sunday',
  'outside-phase',
  'too-many-days',
  'travel',
]);
export type ConflictKind = z.infer<typeof ConflictKind>;

/** A warning about a plan. `key` stays the same for the same clash, so that a saved reason can be found again. */
export interface Conflict {
  readonly key: string;
  readonly kind: ConflictKind;
  readonly date: PlainDate | null;
  /** Plain values for the sentence that the interface makes: names, hours, counts. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** A stretch of one day in which somebody or some library is taken. */
export interface Booking {
  readonly what: 'workshop' | 'session';
  readonly id: string;
  readonly title: string;
  readonly date: PlainDate;
  /** Null: the whole day. */
  readonly start: PlainTime | null;
  readonly end: PlainTime | null;
  readonly personIds: readonly string[];
  readonly libraryIds: readonly string[];
  /** Where it is; null when unknown or remote. */
  readonly place: GeoPlace | null;
}

/** A town with its coordinates in degrees. */
export interface GeoPlace {
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** What is being planned, with everything needed to judge it. */
export interface PlanUnderCheck {
  readonly days: readonly { date: PlainDate; start: PlainTime; end: PlainTime }[];
  readonly personIds: readonly string[];
  readonly libraryIds: readonly string[];
  readonly place: GeoPlace | null;
}

/** Names for the people and libraries that a warning may mention. */
export type NameOf = (id: string) => string;

function overlap(
  day: { start: PlainTime; end: PlainTime },
  booking: Pick<Booking, 'start' | 'end'>,
): boolean {
  if (booking.start === null || booking.end === null) return true;
  return (
    minutesOf(day.start) < minutesOf(booking.end) && minutesOf(booking.start) < minutesOf(day.end)
  );
}

function clashDetails(booking: Booking, name: string): Conflict['details'] {
  return {
    name,
    with: booking.title,
    what: booking.what,
    start: booking.start ?? '',
    end: booking.end ?? '',
  };
}

/** People and libraries that are already taken at the same hours of the same day. */
export function bookingConflicts(
  plan: PlanUnderCheck,
  bookings: readonly Booking[],
  nameOf: NameOf,
): Conflict[] {
  const found: Conflict[] = [];
  for (const day of plan.days) {
    for (const booking of bookings) {
      if (booking.date !== day.date || !overlap(day, booking)) continue;
      for (const id of plan.personIds.filter((one) => booking.personIds.includes(one))) {
        found.push({
          key: `person-booked:${id}:${day.date}:${booking.id}`,
          kind: 'person-booked',
          date: day.date,
          details: clashDetails(booking, nameOf(id)),
        });
      }
      for (const id of plan.libraryIds.filter((one) => booking.libraryIds.includes(one))) {
        found.push({
          key: `library-booked:${id}:${day.date}:${booking.id}`,
          kind: 'library-booked',
          date: day.date,
          details: clashDetails(booking, nameOf(id)),
        });
      }
    }
  }
  return found;
}

const EARTH_RADIUS_KM = 6371;
/** Roads are longer than the straight line, and a car in Poland's small towns makes about 65 km in an hour. */
const ROAD_FACTOR = 1.3;
const KILOMETRES_PER_MINUTE = 65 / 60;

/** Straight-line distance in kilometres. */
export function distanceKm(a: GeoPlace, b: GeoPlace): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(rad(a.latitude)) *
      Math.cos(rad(b.latitude)) *
      Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
}

/** Estimated minutes on the road between two towns. */
export function travelMinutes(a: GeoPlace, b: GeoPlace): number {
  return Math.round((distanceKm(a, b) * ROAD_FACTOR) / KILOMETRES_PER_MINUTE);
}

/** Too little time between two towns on one day, for a person booked in both. */
export function travelConflicts(
  plan: PlanUnderCheck,
  bookings: readonly Booking[],
  nameOf: NameOf,
): Conflict[] {
  const found: Conflict[] = [];
  const { place } = plan;
  if (place === null) return found;
  for (const day of plan.days) {
    for (const booking of bookings) {
      if (booking.date !== day.date || overlap(day, booking)) continue;
      if (booking.place === null || booking.start === null || booking.end === null) continue;
      const gap = Math.max(
        minutesOf(booking.start) - minutesOf(day.end),
        minutesOf(day.start) - minutesOf(booking.end),
      );
      const needed = travelMinutes(place, booking.place);
      if (gap >= needed) continue;
      for (const id of plan.personIds.filter((one) => booking.personIds.includes(one))) {
        found.push({
          key: `travel:${id}:${day.date}:${booking.id}`,
          kind: 'travel',
          date: day.date,
          details: {
            ...clashDetails(booking, nameOf(id)),
            town: booking.place.town,
            minutes: needed,
            gap,
          },
        });
      }
    }
  }
  return found;
}

/** Sundays and public holidays (`holidayName` answers the holiday of a day, or null). */
export function dayConflicts(
  days: readonly { date: PlainDate }[],
  holidayName: (date: PlainDate) => string | null,
): Conflict[] {
  return days.flatMap(({ date }): Conflict[] => {
    const holiday = holidayName(date);
    if (holiday !== null) {
      return [{ key: `holiday:${date}`, kind: 'holiday', date, details: { name: holiday } }];
    }
    return weekday(date) === 7
      ? [{ key: `sunday:${date}`, kind: 'sunday', date, details: {} }]
      : [];
  });
}

/** Days outside the edition's phases of a kind; an edition without such a phase is judged by its own dates. */
export function phaseConflicts(
  edition: Edition,
  kind: PhaseKind,
  days: readonly { date: PlainDate }[],
): Conflict[] {
  const phases = phasesOfKind(edition, kind);
  const spans = phases.length > 0 ? phases : [edition];
  return days
    .filter(({ date }) => !spans.some((span) => span.from <= date && date <= span.to))
    .map(({ date }) => ({
      key: `outside-phase:${edition.id}:${kind}:${date}`,
      kind: 'outside-phase',
      date,
      details: {
        name: spans.map((span) => span.name).join(', '),
        from: spans[0]?.from ?? '',
        to: spans.at(-1)?.to ?? '',
      },
    }));
}
