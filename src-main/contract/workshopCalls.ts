import { z } from 'zod';
import { AgendaItem, AgendaItemId } from '../domain/agendaItem.ts';
import { ActionStep } from '../domain/actionStep.ts';
import { Attendance, AttendanceMark } from '../domain/attendance.ts';
import { PlainDate, PlainTime } from '../domain/calendar.ts';
import { ConflictKind } from '../domain/conflict.ts';
import { EditionId, ModuleId } from '../domain/edition.ts';
import { LibraryId } from '../domain/library.ts';
import { Line, recorded } from '../domain/noun.ts';
import { ParticipantId } from '../domain/participant.ts';
import { PersonId } from '../domain/person.ts';
import {
  DayValue,
  endsAfterStart,
  TrainingDay,
  TrainingDayId,
  Workshop,
  WorkshopId,
  WorkshopState,
} from '../domain/workshop.ts';
import { storeRead, storeWrite } from './call.ts';
import { MissingView } from './reportCalls.ts';
import { Nothing } from './workspaceCalls.ts';

/** A warning as the interface shows it: `conflicts.<kind>` with the details. */
export const ConflictView = z.object({
  key: z.string(),
  kind: ConflictKind,
  date: PlainDate.nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The reason already saved for it, if any. */
  reason: z.string().nullable(),
});
export type ConflictView = z.infer<typeof ConflictView>;

/** Whose calendars were looked at, and when. */
export const CheckedCalendars = z.object({
  people: z.array(z.string()),
  libraries: z.array(z.string()),
  at: z.string(),
});

const PlannedDay = z
  .strictObject({
    /** Null: a new day. */
    id: TrainingDayId.nullable(),
    date: PlainDate,
    start: PlainTime,
    end: PlainTime,
    value: DayValue,
  })
  .refine(endsAfterStart, { message: 'end-before-start', path: ['end'] });

/** Reasons for going against warnings, by conflict key. */
const AcceptedConflicts = z.array(z.strictObject({ key: z.string(), reason: Line }));

/** A workshop as the planning form holds it. */
export const WorkshopPlan = z.strictObject({
  /** Null: a new workshop. */
  id: WorkshopId.nullable(),
  revision: z.int().nullable(),
  editionId: EditionId.nullable(),
  moduleId: ModuleId.nullable(),
  title: Line,
  libraryIds: z.array(LibraryId).min(1, { message: 'no-library' }),
  leadTrainerId: PersonId,
  trainerIds: z.array(PersonId),
  venue: Workshop.shape.venue,
  days: z.array(PlannedDay).min(1, { message: 'no-day' }),
  accepted: AcceptedConflicts,
});
export type WorkshopPlan = z.infer<typeof WorkshopPlan>;

/** Saved, or warnings that still need a reason (nothing was changed). */
export const PlanOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    workshop: recorded(Workshop),
    days: z.array(recorded(TrainingDay)),
  }),
  z.object({
    outcome: z.literal('conflicts'),
    conflicts: z.array(ConflictView),
    checked: CheckedCalendars,
  }),
]);
export type PlanOutcome = z.infer<typeof PlanOutcome>;

/** A line of the list of workshops. */
export const WorkshopRow = z.object({
  id: WorkshopId,
  title: z.string(),
  moduleName: z.string(),
  state: WorkshopState,
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
  days: z.number(),
  libraries: z.array(z.object({ id: LibraryId, town: z.string() })),
  leadTrainerName: z.string(),
  trainerNames: z.array(z.string()),
  venueTown: z.string(),
  daysToConfirm: z.int(),
  reportNumber: z.string().nullable(),
});
export type WorkshopRow = z.infer<typeof WorkshopRow>;

/** A member of an attending library's team with the marks of every day. */
export const AttendancePerson = z.object({
  participantId: ParticipantId,
  name: z.string(),
  libraryId: LibraryId,
  libraryTown: z.string(),
  /** By training-day id; a day without a row is unchecked. */
  marks: z.record(z.string(), recorded(Attendance)),
});
export type AttendancePerson = z.infer<typeof AttendancePerson>;

/** Everything on a workshop's page. */
export const WorkshopPage = z.object({
  workshop: recorded(Workshop),
  days: z.array(recorded(TrainingDay)),
  moduleName: z.string(),
  editionName: z.string(),
  libraries: z.array(z.object({ id: LibraryId, name: z.string(), town: z.string() })),
  trainers: z.array(z.object({ id: PersonId, name: z.string(), lead: z.boolean() })),
  people: z.array(AttendancePerson),
  agenda: z.array(recorded(AgendaItem)),
  homeSteps: z.array(recorded(ActionStep).extend({ who: z.string(), libraryTown: z.string() })),
  conflicts: z.array(ConflictView),
  report: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** What is not filled in before the report is closed. */
  missing: z.array(MissingView),
});
export type WorkshopPage = z.infer<typeof WorkshopPage>;

/** Something in the calendar; start and end are local. */
export const CalendarEvent = z.object({
  id: z.string(),
  kind: z.enum(['workshop', 'session']),
  openId: z.string(),
  title: z.string(),
  date: PlainDate,
  start: PlainTime.nullable(),
  end: PlainTime.nullable(),
  state: z.string(),
  /** Empty when remote or not known yet. */
  place: z.string(),
  remote: z.boolean(),
  people: z.array(z.string()),
  libraries: z.array(z.string()),
  hasConflict: z.boolean(),
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

/** Calls about workshops, their days, agenda and attendance, and the calendar. */
export const workshopCalls = {
  'workshop.list': storeRead(Nothing, z.array(WorkshopRow)),
  'workshop.get': storeRead(z.strictObject({ id: WorkshopId }), WorkshopPage),
  /** Looks for warnings without saving; for the form while one types. */
  'workshop.check': storeRead(
    WorkshopPlan,
    z.object({ conflicts: z.array(ConflictView), checked: CheckedCalendars }),
  ),
  /** Plans a new workshop or changes one; answers with warnings instead when some lack a reason. */
  'workshop.plan': storeWrite(WorkshopPlan, PlanOutcome),
  /** Moves days (all of a workshop's, or some) to other dates or hours. */
  'workshop.moveDays': storeWrite(
    z.strictObject({
      id: WorkshopId,
      days: z
        .array(
          z
            .strictObject({ id: TrainingDayId, date: PlainDate, start: PlainTime, end: PlainTime })
            .refine(endsAfterStart, { message: 'end-before-start', path: ['end'] }),
        )
        .min(1, { message: 'no-day' }),
      accepted: AcceptedConflicts,
    }),
    PlanOutcome,
  ),
  'workshop.setState': storeWrite(
    z.strictObject({ id: WorkshopId, revision: z.int(), state: WorkshopState }),
    recorded(Workshop),
  ),
  /** The trainer's words for the report. */
  'workshop.describe': storeWrite(
    z.strictObject({
      id: WorkshopId,
      revision: z.int(),
      summary: Workshop.shape.summary,
      conclusions: Workshop.shape.conclusions,
    }),
    recorded(Workshop),
  ),
  'attendance.mark': storeWrite(
    z.strictObject({
      dayId: TrainingDayId,
      participantId: ParticipantId,
      mark: AttendanceMark,
      hours: Attendance.shape.hours,
      reason: Attendance.shape.reason,
    }),
    recorded(Attendance),
  ),
  /** Gives everybody who is still unchecked the same mark. */
  'attendance.markRest': storeWrite(
    z.strictObject({ dayId: TrainingDayId, mark: AttendanceMark }),
    z.array(recorded(Attendance)),
  ),
  /** From now on the day counts; refused while somebody is unchecked. */
  'attendance.confirm': storeWrite(
    z.strictObject({ dayId: TrainingDayId }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('confirmed'), day: recorded(TrainingDay) }),
      z.object({ outcome: z.literal('unchecked'), names: z.array(z.string()) }),
    ]),
  ),
  'attendance.reopen': storeWrite(z.strictObject({ dayId: TrainingDayId }), recorded(TrainingDay)),
  'agenda.save': storeWrite(
    AgendaItem.omit({ id: true, position: true })
      .extend({ id: AgendaItemId.nullable(), revision: z.int().nullable() })
      .strict(),
    recorded(AgendaItem),
  ),
  'agenda.reorder': storeWrite(
    z.strictObject({ dayId: TrainingDayId, ids: z.array(AgendaItemId) }),
    z.array(recorded(AgendaItem)),
  ),
  'calendar.events': storeRead(
    z.strictObject({ from: PlainDate, to: PlainDate }),
    z.object({
      events: z.array(CalendarEvent),
      holidays: z.array(z.object({ date: PlainDate, name: z.string() })),
    }),
  ),
} as const;
