import type { AgendaItem } from '../domain/agendaItem.ts';
import type { Attendance } from '../domain/attendance.ts';
import type { TrainingDay, Workshop } from '../domain/workshop.ts';
import { flag, json, number, numberOrNull, text, textOrNull } from './columns.ts';
import { nounTable } from './nounTable.ts';

/** Workshops; their days, agenda and attendance have tables of their own. */
export const workshops = nounTable<Workshop>({
  entity: 'workshop',
  table: 'workshop',
  columns: {
    editionId: textOrNull(),
    moduleId: textOrNull(),
    title: text(),
    state: text(),
    libraryIds: json(),
    leadTrainerId: text(),
    trainerIds: json(),
    venue: json(),
    overriddenConflicts: json(),
    summary: text(),
    conclusions: text(),
  },
  search: {
    entity: 'workshop',
    words: (workshop) =>
      [
        workshop.title,
        workshop.venue.name,
        workshop.venue.town,
        workshop.summary,
        workshop.conclusions,
      ].join(' '),
  },
});

/** Training days of workshops. */
export const trainingDays = nounTable<TrainingDay>({
  entity: 'trainingDay',
  table: 'training_day',
  columns: {
    workshopId: text(),
    date: text(),
    start: text(),
    end: text(),
    value: number(),
    attendanceConfirmedAt: textOrNull(),
  },
});

/** Blocks of training days. */
export const agendaItems = nounTable<AgendaItem>({
  entity: 'agendaItem',
  table: 'agenda_item',
  columns: {
    workshopId: text(),
    dayId: text(),
    position: number(),
    title: text(),
    plannedMinutes: number(),
    isBreak: flag,
    aim: text(),
    content: text(),
    method: text(),
    materials: text(),
    outcome: textOrNull(),
    doneMinutes: numberOrNull(),
    reason: text(),
  },
});

/** Marks of participants on days. */
export const attendances = nounTable<Attendance>({
  entity: 'attendance',
  table: 'attendance',
  columns: {
    dayId: text(),
    participantId: text(),
    mark: text(),
    hours: numberOrNull(),
    reason: text(),
    substitutePersonId: textOrNull(),
  },
});
