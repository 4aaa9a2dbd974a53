import { AgendaItemId, type AgendaOutcome } from '../../domain/agendaItem.ts';
import { ActionStepId } from '../../domain/actionStep.ts';
import { AttendanceId } from '../../domain/attendance.ts';
import { addDays, instantOf, type PlainDate } from '../../domain/calendar.ts';
import type { Module } from '../../domain/edition.ts';
import {
  TrainingDayId,
  WorkshopId,
  type OverriddenConflict,
  type TrainingDay,
} from '../../domain/workshop.ts';
import { actionSteps } from '../../store/coaching.ts';
import type { WritableDb } from '../../store/db.ts';
import { agendaItems, attendances, trainingDays, workshops } from '../../store/workshops.ts';
import { clock, type Cast, type SeasonTools, type Team } from './seasonBuild.ts';
import { AGENDAS, ANY_AGENDA, type BlockText } from './agendaTexts.ts';
import { CONCLUSIONS, HOME_TASKS, REASONS, SUMMARIES } from './texts.ts';

/** One workshop to make: who, where, when. */
export interface WorkshopToMake {
  readonly group: readonly Team[];
  readonly module: Module;
  readonly from: PlainDate;
  readonly days: number;
  readonly lead: number;
  /** Held with attendance confirmed; or held, but its last day still waits for confirmation. */
  readonly stage: 'done' | 'last-day-open' | 'planned';
  /** Warnings that the trainer went against, e.g. a day that is a public holiday. */
  readonly overridden?: readonly OverriddenConflict[];
}

function blocksOf(module: Module, day: number): readonly BlockText[] {
  const days = AGENDAS[module.id.replace(/^module\./, '')];
  return days === undefined ? ANY_AGENDA : (days[day % days.length] ?? ANY_AGENDA);
}

function outcomeFor(tools: SeasonTools): AgendaOutcome {
  if (tools.random.chance(0.8)) return 'done';
  return tools.random.pick(['shortened', 'changed', 'skipped'] as const);
}

function makeAgenda(
  db: WritableDb,
  tools: SeasonTools,
  day: TrainingDay,
  blocks: readonly BlockText[],
  done: boolean,
): void {
  blocks.forEach((block, position) => {
    const outcome = !done ? null : block.isBreak === true ? ('done' as const) : outcomeFor(tools);
    agendaItems.insert(db, tools.stamp, {
      id: AgendaItemId.parse(tools.newId()),
      workshopId: day.workshopId,
      dayId: day.id,
      position,
      title: block.title,
      plannedMinutes: block.minutes,
      isBreak: block.isBreak ?? false,
      aim: block.aim,
      content: '',
      method: block.method,
      materials: block.materials,
      outcome,
      doneMinutes: outcome === 'shortened' ? Math.round(block.minutes * 0.6) : null,
      reason: outcome === null || outcome === 'done' ? '' : tools.random.pick(REASONS[outcome]),
    });
  });
}

function markTeam(db: WritableDb, tools: SeasonTools, day: TrainingDay, team: Team): void {
  for (const member of team.members) {
    const mark = tools.random.chance(0.93)
      ? 'present'
      : tools.random.pick(['absent', 'excused'] as const);
    const late = mark === 'present' && tools.random.chance(0.05);
    attendances.insert(db, tools.stamp, {
      id: AttendanceId.parse(tools.newId()),
      dayId: day.id,
      participantId: member.id,
      mark,
      hours: late ? 5.5 : null,
      reason: late ? 'późniejszy dojazd' : '',
      substitutePersonId: null,
    });
  }
}

function makeHomeSteps(
  db: WritableDb,
  tools: SeasonTools,
  workshopId: WorkshopId,
  toMake: WorkshopToMake,
): void {
  for (const team of toMake.group) {
    actionSteps.insert(db, tools.stamp, {
      id: ActionStepId.parse(tools.newId()),
      libraryId: team.library.id,
      engagementId: null,
      sessionId: null,
      workshopId,
      goalId: null,
      what: tools.random.pick(HOME_TASKS),
      whoParticipantId: null,
      whoName: '',
      dueOn: addDays(toMake.from, 21),
      state: addDays(toMake.from, 21) < tools.today && tools.random.chance(0.85) ? 'done' : 'open',
      closedOn: null,
      closedInSessionId: null,
    });
  }
}

/** Makes a workshop with its days, agenda, attendance and tasks. Answers its id. */
export function makeWorkshop(
  db: WritableDb,
  tools: SeasonTools,
  cast: Cast,
  toMake: WorkshopToMake,
): WorkshopId {
  const { random } = tools;
  const held = toMake.stage !== 'planned';
  const host = random.pick(toMake.group).library;
  const trainer = (index: number) =>
    cast.trainers[index % cast.trainers.length] ?? cast.trainers[0];
  const lead = trainer(toMake.lead);
  const second = trainer(toMake.lead + 1);
  if (lead === undefined || second === undefined) throw new Error('A season needs trainers');
  const workshop = workshops.insert(db, tools.stamp, {
    id: WorkshopId.parse(tools.newId()),
    editionId: cast.edition.id,
    moduleId: toMake.module.id,
    title: toMake.module.name,
    state: toMake.stage === 'done' ? 'held' : 'planned',
    libraryIds: toMake.group.map((team) => team.library.id),
    leadTrainerId: lead,
    trainerIds: second === lead ? [] : [second],
    venue: {
      name: host.name,
      town: host.town,
      address: 'ul. Biblioteczna 1',
      room: 'sala na piętrze',
      equipment: 'przedłużacz, adapter HDMI',
      contact: 'dyżur w wypożyczalni',
      access: 'winda od podwórza',
      meals: 'obiad na miejscu',
      lodging: '',
    },
    overriddenConflicts: [...(toMake.overridden ?? [])],
    summary: toMake.stage === 'done' ? random.pick(SUMMARIES) : '',
    conclusions: toMake.stage === 'done' ? random.pick(CONCLUSIONS) : '',
  });
  for (let index = 0; index < toMake.days; index += 1) {
    const isLast = index === toMake.days - 1;
    const confirmed = toMake.stage === 'done' || (toMake.stage === 'last-day-open' && !isLast);
    const date = addDays(toMake.from, index);
    const day = trainingDays.insert(db, tools.stamp, {
      id: TrainingDayId.parse(tools.newId()),
      workshopId: workshop.id,
      date,
      start: clock('09:00'),
      end: clock('16:00'),
      value: 1,
      attendanceConfirmedAt: confirmed ? instantOf(Date.parse(`${date}T15:05:00Z`)) : null,
    });
    makeAgenda(db, tools, day, blocksOf(toMake.module, index), confirmed);
    if (confirmed) for (const team of toMake.group) markTeam(db, tools, day, team);
  }
  if (held) makeHomeSteps(db, tools, workshop.id, toMake);
  return workshop.id;
}
