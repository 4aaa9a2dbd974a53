import { byText } from '../domain/order.ts';
import type { Recorded } from '../domain/noun.ts';
import {
  trainersOf,
  type TrainingDay,
  type Workshop,
  type WorkshopId,
} from '../domain/workshop.ts';
import { actionSteps } from '../store/coaching.ts';
import { numberIn, textIn, textOrNullIn, type ReadableDb } from '../store/db.ts';
import { libraries } from '../store/libraries.ts';
import { reports } from '../store/reports.ts';
import { agendaItems, workshops } from '../store/workshops.ts';
import { attendancePeople, daysOf } from './attendanceLines.ts';
import { nameBook, whoDoes } from './names.ts';
import { conflictsOf, withReasons } from './planConflicts.ts';
import { missingInWorkshop } from './reportGather.ts';
import { stampOf, type Tools } from './tools.ts';
import { discardDraft } from '../store/drafts.ts';

/** All workshops, newest first, as lines of a list. */
export function listWorkshops(tools: Tools) {
  const db = tools.store;
  const names = nameBook(db);
  const days = new Map(
    db
      .all(
        'select workshop_id, min(date) as first, max(date) as last, sum(value) as days, ' +
          'sum(attendance_confirmed_at is null) as unconfirmed from training_day where deleted_at is null group by workshop_id',
      )
      .map((row) => [textIn(row, 'workshop_id'), row]),
  );
  const numbers = reportNumbers(db);
  return workshops
    .list(db)
    .map((workshop) => {
      const row = days.get(workshop.id);
      return {
        id: workshop.id,
        title: workshop.title,
        moduleName: names.module(workshop.moduleId),
        state: workshop.state,
        from: row === undefined ? null : (textOrNullIn(row, 'first') as TrainingDay['date'] | null), // our own date column
        to: row === undefined ? null : (textOrNullIn(row, 'last') as TrainingDay['date'] | null),
        days: row === undefined ? 0 : numberIn(row, 'days'),
        libraries: workshop.libraryIds.map((id) => ({ id, town: names.town(id) })),
        leadTrainerName: names.person(workshop.leadTrainerId),
        trainerNames: trainersOf(workshop).slice(1).map(names.person),
        venueTown: workshop.venue.town,
        daysToConfirm: row === undefined ? 0 : numberIn(row, 'unconfirmed'),
        reportNumber: numbers.get(workshop.id) ?? null,
      };
    })
    .sort((a, b) => byText(b.from ?? '', a.from ?? ''));
}

function reportNumbers(db: ReadableDb): ReadonlyMap<string, string> {
  return new Map(
    db
      .all(
        `select subject_id, number from report where kind = 'workshop' and correction_number = 0 and deleted_at is null`,
      )
      .map((row) => [textIn(row, 'subject_id'), textIn(row, 'number')]),
  );
}

/** Everything on a workshop's page. Throws not-found. */
export function readWorkshop(tools: Tools, id: WorkshopId) {
  const db = tools.store;
  const names = nameBook(db);
  const workshop = workshops.get(db, id);
  const days = daysOf(db, id);
  const report = reports.list(
    db,
    `kind = 'workshop' and subject_id = ? order by correction_number desc limit 1`,
    id,
  )[0];
  const conflicts = conflictsOf(tools, db, {
    id,
    editionId: workshop.editionId,
    moduleId: workshop.moduleId,
    libraryIds: workshop.libraryIds,
    personIds: trainersOf(workshop),
    venueTown: workshop.venue.town,
    days,
  });
  return {
    workshop,
    days,
    moduleName: names.module(workshop.moduleId),
    editionName: names.edition(workshop.editionId),
    libraries: workshop.libraryIds.flatMap((libraryId) => {
      const library = libraries.find(db, libraryId);
      return library === undefined
        ? []
        : [{ id: libraryId, name: library.name, town: library.town }];
    }),
    trainers: trainersOf(workshop).map((personId, index) => ({
      id: personId,
      name: names.person(personId),
      lead: index === 0,
    })),
    people: attendancePeople(db, workshop, days, names),
    agenda: agendaItems.list(db, 'workshop_id = ? order by day_id, position', id),
    homeSteps: actionSteps.list(db, 'workshop_id = ? order by created_at, id', id).map((step) => ({
      ...step,
      who: whoDoes(step, names),
      libraryTown: names.town(step.libraryId),
    })),
    conflicts: withReasons(conflicts, workshop.overriddenConflicts, []),
    report: report === undefined ? null : { id: report.id, number: report.number },
    missing: missingInWorkshop(tools, db, id),
  };
}

/** Sets where a workshop stands. Throws not-found or changed-meanwhile. */
export function setWorkshopState(
  tools: Tools,
  input: { id: WorkshopId; revision: number; state: Workshop['state'] },
): Recorded<Workshop> {
  return tools.store.inTransaction((db) => {
    const workshop = workshops.get(db, input.id);
    return workshops.update(
      db,
      stampOf(tools),
      { ...workshop, state: input.state },
      input.revision,
    );
  });
}

/** Saves the trainer's words for the report. Throws not-found or changed-meanwhile. */
export function describeWorkshop(
  tools: Tools,
  input: { id: WorkshopId; revision: number; summary: string; conclusions: string },
): Recorded<Workshop> {
  const { id, revision, summary, conclusions } = input;
  return tools.store.inTransaction((db) => {
    discardDraft(db, 'workshop', id);
    return workshops.update(
      db,
      stampOf(tools),
      { ...workshops.get(db, id), summary, conclusions },
      revision,
    );
  });
}
