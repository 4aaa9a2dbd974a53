import { z } from 'zod';
import { Instant, minutesOf, PlainDate, PlainTime } from './calendar.ts';
import { ConflictKind } from './conflict.ts';
import { EditionId, ModuleId } from './edition.ts';
import { idOf } from './id.ts';
import { LibraryId } from './library.ts';
import { Line, LongText, OptionalLine } from './noun.ts';
import { PersonId } from './person.ts';

export const WorkshopId = idOf('workshop');
export type WorkshopId = z.infer<typeof WorkshopId>;
export const TrainingDayId = idOf('trainingDay');
export type TrainingDayId = z.infer<typeof TrainingDayId>;

/** Where a workshop takes place and what a trainer must know of the place. */
export const Venue = z.object({
  name: OptionalLine,
  town: OptionalLine,
  address: OptionalLine,
  room: OptionalLine,
  equipment: OptionalLine,
  contact: OptionalLine,
  access: OptionalLine,
  meals: OptionalLine,
  lodging: OptionalLine,
});
export type Venue = z.infer<typeof Venue>;

/** Where a workshop stands; only held days count. */
export const WorkshopState = z.enum(['planned', 'held', 'cancelled']);
export type WorkshopState = z.infer<typeof WorkshopState>;

/** A warning that a person chose to go against, with the reason that was saved (domain rule 2). */
export const OverriddenConflict = z.object({
  /** Stable key of the conflict, from `conflict.ts`. */
  key: z.string().min(1),
  kind: ConflictKind,
  date: PlainDate.nullable(),
  /** The values of the warning's sentence when it was overridden. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  reason: Line,
});
export type OverriddenConflict = z.infer<typeof OverriddenConflict>;

/** A workshop for one or more libraries, led by one trainer who closes its report. */
export const Workshop = z.object({
  id: WorkshopId,
  editionId: EditionId.nullable(),
  moduleId: ModuleId.nullable(),
  title: Line,
  state: WorkshopState,
  libraryIds: z.array(LibraryId).min(1, { message: 'no-library' }),
  leadTrainerId: PersonId,
  /** The other trainers, without the lead. */
  trainerIds: z.array(PersonId),
  venue: Venue,
  overriddenConflicts: z.array(OverriddenConflict),
  /** What happened, in the trainer's words; printed in the report. */
  summary: LongText,
  /** What follows for the next module and for FRSI; printed in the report. */
  conclusions: LongText,
});
export type Workshop = z.infer<typeof Workshop>;

/** A whole day counts 1, a half day ½. */
export const DayValue = z.union([z.literal(1), z.literal(0.5)]);
export type DayValue = z.infer<typeof DayValue>;

/** One training day of a workshop. */
export const TrainingDay = z.object({
  id: TrainingDayId,
  workshopId: WorkshopId,
  date: PlainDate,
  start: PlainTime,
  end: PlainTime,
  value: DayValue,
  /** When the trainer confirmed attendance; nothing counts before. */
  attendanceConfirmedAt: Instant.nullable(),
});
export type TrainingDay = z.infer<typeof TrainingDay>;

/** Does the day end after it starts? */
export function endsAfterStart(day: { start: PlainTime; end: PlainTime }): boolean {
  return minutesOf(day.end) > minutesOf(day.start);
}

/** All trainers of a workshop, the lead first. */
export function trainersOf(workshop: Pick<Workshop, 'leadTrainerId' | 'trainerIds'>): PersonId[] {
  return [
    workshop.leadTrainerId,
    ...workshop.trainerIds.filter((id) => id !== workshop.leadTrainerId),
  ];
}
