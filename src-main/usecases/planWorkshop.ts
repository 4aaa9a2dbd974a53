import type { PlainDate, PlainTime } from '../domain/calendar.ts';
import type { Recorded } from '../domain/noun.ts';
import {
  TrainingDayId,
  trainersOf,
  WorkshopId,
  type DayValue,
  type OverriddenConflict,
  type TrainingDay,
  type Workshop,
} from '../domain/workshop.ts';
import type { WritableDb } from '../store/db.ts';
import { newDraftId } from '../domain/draft.ts';
import { discardDraft } from '../store/drafts.ts';
import { trainingDays, workshops } from '../store/workshops.ts';
import {
  checkedCalendars,
  conflictsOf,
  withReasons,
  type AcceptedConflict,
  type PlanToCheck,
} from './planConflicts.ts';
import { NO_REVISION, stampOf, type Tools } from './tools.ts';

/** A day as the planning form holds it; a null id is a new day. */
export interface PlannedDay {
  readonly id: TrainingDayId | null;
  readonly date: PlainDate;
  readonly start: PlainTime;
  readonly end: PlainTime;
  readonly value: DayValue;
}

/** A workshop as the planning form holds it. */
export interface WorkshopPlan extends Pick<
  Workshop,
  'editionId' | 'moduleId' | 'title' | 'libraryIds' | 'leadTrainerId' | 'trainerIds' | 'venue'
> {
  readonly id: WorkshopId | null;
  readonly revision: number | null;
  readonly days: readonly PlannedDay[];
  readonly accepted: readonly AcceptedConflict[];
}

type ConflictsWithReasons = ReturnType<typeof withReasons>;

/** Saved, or warnings that still need a reason. */
export type PlanResult =
  | { outcome: 'saved'; workshop: Recorded<Workshop>; days: Recorded<TrainingDay>[] }
  | {
      outcome: 'conflicts';
      conflicts: ConflictsWithReasons;
      checked: ReturnType<typeof checkedCalendars>;
    };

function toCheck(plan: WorkshopPlan): PlanToCheck {
  return {
    id: plan.id,
    editionId: plan.editionId,
    moduleId: plan.moduleId,
    libraryIds: plan.libraryIds,
    personIds: trainersOf(plan),
    venueTown: plan.venue.town,
    days: plan.days,
  };
}

/** Looks for warnings about a plan without saving anything. */
export function checkPlan(tools: Tools, plan: WorkshopPlan) {
  const db = tools.store;
  const saved = plan.id === null ? [] : workshops.get(db, plan.id).overriddenConflicts;
  const checking = toCheck(plan);
  return {
    conflicts: withReasons(conflictsOf(tools, db, checking), saved, plan.accepted),
    checked: checkedCalendars(tools, db, checking),
  };
}

function overridden(conflicts: ConflictsWithReasons): OverriddenConflict[] {
  return conflicts.flatMap(({ reason, key, kind, date, details }) =>
    reason === null ? [] : [{ key, kind, date, details, reason }],
  );
}

function saveDays(
  tools: Tools,
  db: WritableDb,
  workshopId: WorkshopId,
  days: readonly PlannedDay[],
): Recorded<TrainingDay>[] {
  const before = new Map(
    trainingDays.list(db, 'workshop_id = ?', workshopId).map((day) => [day.id, day]),
  );
  const saved = days.map((day) => {
    const known = day.id === null ? undefined : before.get(day.id);
    const fields = { workshopId, date: day.date, start: day.start, end: day.end, value: day.value };
    if (known === undefined) {
      return trainingDays.insert(db, stampOf(tools), {
        ...fields,
        id: TrainingDayId.parse(tools.newId()),
        attendanceConfirmedAt: null,
      });
    }
    before.delete(known.id);
    // Who was there was confirmed for one date; on another nothing counts before it is confirmed anew.
    const attendanceConfirmedAt = known.date === day.date ? known.attendanceConfirmedAt : null;
    return trainingDays.update(
      db,
      stampOf(tools),
      { ...fields, id: known.id, attendanceConfirmedAt },
      known.revision,
    );
  });
  for (const gone of before.keys()) trainingDays.remove(db, stampOf(tools), gone);
  return saved;
}

function savePlan(tools: Tools, db: WritableDb, plan: WorkshopPlan): PlanResult {
  const before = plan.id === null ? undefined : workshops.get(db, plan.id);
  const checking = toCheck(plan);
  const conflicts = withReasons(
    conflictsOf(tools, db, checking),
    before?.overriddenConflicts ?? [],
    plan.accepted,
  );
  if (conflicts.some((conflict) => conflict.reason === null)) {
    return { outcome: 'conflicts', conflicts, checked: checkedCalendars(tools, db, checking) };
  }
  const fields = {
    editionId: plan.editionId,
    moduleId: plan.moduleId,
    title: plan.title,
    libraryIds: [...new Set(plan.libraryIds)],
    leadTrainerId: plan.leadTrainerId,
    trainerIds: [...new Set(plan.trainerIds)].filter((id) => id !== plan.leadTrainerId),
    venue: plan.venue,
    overriddenConflicts: overridden(conflicts),
  };
  const workshop =
    before === undefined
      ? workshops.insert(db, stampOf(tools), {
          ...fields,
          id: WorkshopId.parse(tools.newId()),
          state: 'planned',
          summary: '',
          conclusions: '',
        })
      : workshops.update(
          db,
          stampOf(tools),
          {
            ...fields,
            id: before.id,
            state: before.state,
            summary: before.summary,
            conclusions: before.conclusions,
          },
          plan.revision ?? NO_REVISION,
        );
  return { outcome: 'saved', workshop, days: saveDays(tools, db, workshop.id, plan.days) };
}

/**
 * Plans a new workshop or changes one. Answers with the warnings, having changed nothing, while one lacks a reason.
 * Throws not-found or changed-meanwhile.
 */
export function planWorkshop(tools: Tools, plan: WorkshopPlan): PlanResult {
  return tools.store.inTransaction((db) => {
    const result = savePlan(tools, db, plan);
    if (result.outcome === 'saved') discardDraft(db, 'workshop', plan.id ?? newDraftId());
    return result;
  });
}

/** Moves days of a workshop to other dates or hours, with the same warnings as planning; an open form's draft stays. */
export function moveDays(
  tools: Tools,
  input: {
    readonly id: WorkshopId;
    readonly days: readonly (Omit<PlannedDay, 'id' | 'value'> & { readonly id: TrainingDayId })[];
    readonly accepted: readonly AcceptedConflict[];
  },
): PlanResult {
  return tools.store.inTransaction((db) => {
    const workshop = workshops.get(db, input.id);
    const moved = new Map(input.days.map((day) => [day.id, day]));
    const days = trainingDays
      .list(db, 'workshop_id = ? order by date, start', input.id)
      .map((day) => {
        const { id, date, start, end, value } = day;
        return { id, date, start, end, value, ...moved.get(id) };
      });
    return savePlan(tools, db, { ...workshop, days, accepted: input.accepted });
  });
}
