import { minutesDone, trainingHours, type AgendaItem } from '../domain/agendaItem.ts';
import { minutesOf, timeOf } from '../domain/calendar.ts';
import type { ReportLayerInput } from '../domain/reportLayer.ts';
import {
  trainersOf,
  type TrainingDay,
  type Workshop,
  type WorkshopId,
} from '../domain/workshop.ts';
import { actionSteps } from '../store/coaching.ts';
import type { ReadableDb } from '../store/db.ts';
import { editions, modules } from '../store/modules.ts';
import { agendaItems, workshops } from '../store/workshops.ts';
import { attendancePeople, daysOf, hoursOfDay } from './attendanceLines.ts';
import { nameBook, whoDoes, type NameBook } from './names.ts';
import { printedOverrides } from './printedOverrides.ts';
import { baseOf, libraryOf, worker, type ReportHead } from './reportBase.ts';
import type { Tools } from './tools.ts';

function layerAgenda(day: TrainingDay, items: readonly AgendaItem[]) {
  let clock = minutesOf(day.start);
  return items.map((item) => {
    const start = timeOf(clock);
    clock += item.plannedMinutes;
    return {
      id: item.id,
      start,
      title: item.title,
      isBreak: item.isBreak,
      plannedMinutes: item.plannedMinutes,
      aim: item.aim,
      method: item.method,
      outcome: item.outcome,
      doneMinutes: item.outcome === null ? null : minutesDone(item),
      reason: item.reason,
    };
  });
}

function workshopPeople(
  db: ReadableDb,
  workshop: Workshop,
  days: readonly TrainingDay[],
  names: NameBook,
) {
  return attendancePeople(db, workshop, days, names).map((line) => ({
    id: line.participantId,
    name: line.name,
    libraryTown: line.libraryTown,
    marks: days.map((day) => {
      const mark = line.marks[day.id];
      return {
        dayId: day.id,
        mark: mark?.mark ?? ('unchecked' as const),
        hours: mark?.mark === 'present' ? (mark.hours ?? hoursOfDay(day)) : null,
        reason: mark?.reason ?? '',
        substituteName:
          mark === undefined || mark.substitutePersonId === null
            ? ''
            : names.participant(mark.substitutePersonId),
      };
    }),
  }));
}

/** Where a day was, on one line; as long as the report's line may be. */
function venueLine({ name, town }: Workshop['venue']): string {
  return [name, town]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 400);
}

/** The layer of a workshop's report. */
export function workshopLayer(
  tools: Tools,
  db: ReadableDb,
  id: WorkshopId,
  head: ReportHead,
): ReportLayerInput {
  const names = nameBook(db);
  const workshop = workshops.get(db, id);
  const days = daysOf(db, id);
  const confirmed = days.filter((day) => day.attendanceConfirmedAt !== null);
  const agenda = agendaItems.list(db, 'workshop_id = ? order by position', id);
  const module = workshop.moduleId === null ? undefined : modules.find(db, workshop.moduleId);
  const unit = editions.list(db, 'id = ?', workshop.editionId)[0]?.hourUnitMinutes ?? 60;
  const trainers = trainersOf(workshop).map((personId) => worker(db, personId));
  const dayCount = confirmed.reduce((sum, day) => sum + day.value, 0);
  const people = workshopPeople(db, workshop, days, names);
  return {
    kind: 'workshop',
    ...baseOf(tools, db, head, workshop.leadTrainerId, 'trainer', workshop.editionId),
    workshop: {
      id,
      title: workshop.title,
      moduleName: module?.name ?? '',
      topic: module?.topic ?? '',
    },
    libraries: workshop.libraryIds.flatMap((libraryId) => libraryOf(db, libraryId)),
    trainers: { lead: worker(db, workshop.leadTrainerId), others: trainers.slice(1) },
    days: days.map((day) => ({
      id: day.id,
      date: day.date,
      start: day.start,
      end: day.end,
      value: day.value,
      venue: venueLine(workshop.venue),
      attendanceConfirmed: day.attendanceConfirmedAt !== null,
      agenda: layerAgenda(
        day,
        agenda.filter((item) => item.dayId === day.id),
      ),
    })),
    participants: people,
    overriddenWarnings: printedOverrides(workshop.overriddenConflicts),
    homeSteps: actionSteps.list(db, 'workshop_id = ? order by created_at, id', id).map((step) => ({
      id: step.id,
      what: step.what,
      who: whoDoes(step, names),
      libraryTown: names.town(step.libraryId),
      dueOn: step.dueOn,
    })),
    evaluation: null,
    summary: workshop.summary,
    conclusions: workshop.conclusions,
    totals: {
      days: dayCount,
      libraryDays: dayCount * workshop.libraryIds.length,
      trainerDays: dayCount * trainers.length,
      trainingHours: trainingHours(
        agenda.filter((item) => confirmed.some((day) => day.id === item.dayId)),
        unit,
      ),
      hourUnitMinutes: unit,
      presentPeople: people.filter((one) =>
        one.marks.some(
          (mark) => mark.mark === 'present' && confirmed.some((day) => day.id === mark.dayId),
        ),
      ).length,
    },
  };
}
