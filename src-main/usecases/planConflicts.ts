import type { PlainDate, PlainTime } from '../domain/calendar.ts';
import {
  bookingConflicts,
  dayConflicts,
  phaseConflicts,
  travelConflicts,
  type Conflict,
} from '../domain/conflict.ts';
import type { EditionId, ModuleId } from '../domain/edition.ts';
import type { LibraryId } from '../domain/library.ts';
import type { PersonId } from '../domain/person.ts';
import type { OverriddenConflict, WorkshopId } from '../domain/workshop.ts';
import { numberIn, type ReadableDb } from '../store/db.ts';
import { editions } from '../store/modules.ts';
import { placeOfTown, sessionBookings, workshopBookings } from './bookings.ts';
import { nameBook } from './names.ts';
import { nowOf, type Tools } from './tools.ts';

/** A plan as far as warnings are concerned. */
export interface PlanToCheck {
  readonly id: WorkshopId | null;
  readonly editionId: EditionId | null;
  readonly moduleId: ModuleId | null;
  readonly libraryIds: readonly LibraryId[];
  readonly personIds: readonly PersonId[];
  readonly venueTown: string;
  readonly days: readonly { date: PlainDate; start: PlainTime; end: PlainTime; value: number }[];
}

/** Days of a module that a library has in an edition, without one workshop. */
function daysElsewhere(db: ReadableDb, plan: PlanToCheck, libraryId: LibraryId): number {
  const row = db.get(
    'select coalesce(sum(d.value), 0) as counted from workshop_library l join workshop w on w.id = l.workshop_id ' +
      'join training_day d on d.workshop_id = w.id where l.library_id = ? and w.edition_id = ? and w.module_id = ? ' +
      `and w.id <> ? and w.state <> 'cancelled' and w.deleted_at is null and d.deleted_at is null`,
    libraryId,
    plan.editionId,
    plan.moduleId,
    plan.id ?? '',
  );
  return row === undefined ? 0 : numberIn(row, 'counted');
}

function dayCountConflicts(
  db: ReadableDb,
  plan: PlanToCheck,
  townOf: (id: string) => string,
): Conflict[] {
  if (plan.editionId === null || plan.moduleId === null) return [];
  const edition = editions.get(db, plan.editionId);
  const planned = edition.curriculum.find((part) => part.moduleId === plan.moduleId)?.plannedDays;
  if (planned === undefined) return [];
  const own = plan.days.reduce((sum, day) => sum + day.value, 0);
  return plan.libraryIds.flatMap((libraryId): Conflict[] => {
    const days = own + daysElsewhere(db, plan, libraryId);
    if (days <= planned) return [];
    return [
      {
        key: `too-many-days:${libraryId}:${plan.moduleId}:${plan.editionId}`,
        kind: 'too-many-days',
        date: null,
        details: { name: townOf(libraryId), days, planned },
      },
    ];
  });
}

/** Every warning that a plan deserves, in the order in which people ask: who, where, when, how many. */
export function conflictsOf(tools: Tools, db: ReadableDb, plan: PlanToCheck): Conflict[] {
  const names = nameBook(db);
  const dates = [...new Set(plan.days.map((day) => day.date))];
  const bookings = [...workshopBookings(db, dates, plan.id), ...sessionBookings(db, dates)];
  const nameOf = (id: string) => names.person(id) || names.town(id);
  const toCheck = {
    days: plan.days,
    personIds: plan.personIds,
    libraryIds: plan.libraryIds,
    place: placeOfTown(db, plan.venueTown),
  };
  return [
    ...bookingConflicts(toCheck, bookings, nameOf),
    ...travelConflicts(toCheck, bookings, nameOf),
    ...dayConflicts(plan.days, (date) => tools.holidays.nameOn(date)),
    ...(plan.editionId === null
      ? []
      : phaseConflicts(editions.get(db, plan.editionId), 'workshops', plan.days)),
    ...dayCountConflicts(db, plan, names.town),
  ];
}

/** Whose calendars a check looked at, and when. */
export function checkedCalendars(tools: Tools, db: ReadableDb, plan: PlanToCheck) {
  const names = nameBook(db);
  return {
    people: plan.personIds.map((id) => names.person(id)),
    libraries: plan.libraryIds.map((id) => names.town(id)),
    at: nowOf(tools),
  };
}

/** A reason given for one warning. */
export interface AcceptedConflict {
  readonly key: string;
  readonly reason: string;
}

/** Warnings with the reason that was saved or just given for each, if any. */
export function withReasons(
  conflicts: readonly Conflict[],
  saved: readonly OverriddenConflict[],
  accepted: readonly AcceptedConflict[],
) {
  const reasons = new Map([...saved, ...accepted].map(({ key, reason }) => [key, reason]));
  return conflicts.map((conflict) => ({
    ...conflict,
    details: { ...conflict.details },
    reason: reasons.get(conflict.key) ?? null,
  }));
}
