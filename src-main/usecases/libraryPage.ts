import { byText } from '../domain/order.ts';
import { isOverdue, type ActionStep } from '../domain/actionStep.ts';
import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import type { Engagement, EngagementId } from '../domain/engagement.ts';
import type { LibraryId, Participation } from '../domain/library.ts';
import type { Recorded } from '../domain/noun.ts';
import type { AgreementField } from '../domain/reportLayer.ts';
import type { TrainingDay } from '../domain/workshop.ts';
import {
  actionSteps,
  coachingSessions,
  engagements,
  LIVE_RESOURCE,
  LIVE_STEP,
  resources,
} from '../store/coaching.ts';
import { textIn, type ReadableDb } from '../store/db.ts';
import { libraries, participations } from '../store/libraries.ts';
import { editions } from '../store/modules.ts';
import { reports } from '../store/reports.ts';
import { workshops } from '../store/workshops.ts';
import { agreementInForce, sharedFieldsOf } from './agreements.ts';
import { goalsOf } from './goals.ts';
import { ledgersOf } from './libraries.ts';
import { nameBook, whoDoes, type NameBook } from './names.ts';
import { teamOf } from './people.ts';
import { todayOf, type Tools } from './tools.ts';
import { daysOfLibrary, type LibraryDay } from './totals.ts';

/** What each process of the library lets be seen here, outside coaching (domain rule 4). */
class Gate {
  readonly #shared: ReadonlyMap<string, ReadonlySet<AgreementField>>;
  /** How many things the agreements keep back. */
  kept = 0;

  constructor(db: ReadableDb, processes: readonly Engagement[]) {
    this.#shared = new Map(processes.map((one) => [one.id, sharedFieldsOf(db, one.id)]));
  }

  /** May a thing of this process be shown? Things of no process are the library's own. */
  lets(engagementId: EngagementId | null, field: AgreementField): boolean {
    if (engagementId === null) return true;
    const open = this.#shared.get(engagementId)?.has(field) ?? false;
    if (!open) this.kept += 1;
    return open;
  }

  /** Like `lets`, without counting. */
  isOpen(engagementId: EngagementId, field: AgreementField): boolean {
    return this.#shared.get(engagementId)?.has(field) ?? false;
  }
}

interface Entry {
  kind: 'workshop' | 'session' | 'report' | 'step' | 'joined';
  id: string;
  openId: string | null;
  on: PlainDate;
  title: string;
  detail: string;
  state: string;
}

function workshopsOf(db: ReadableDb, days: readonly LibraryDay[], names: NameBook) {
  const byWorkshop = Map.groupBy(days, (day) => day.workshopId);
  const numbers = new Map(
    [...byWorkshop.keys()].map((id) => [
      id,
      db.get(
        `select number from report where kind = 'workshop' and subject_id = ? and correction_number = 0 and deleted_at is null`,
        id,
      ),
    ]),
  );
  return [...byWorkshop].flatMap(([id, own]) => {
    const row = db.get('select * from workshop where id = ?', id);
    if (row === undefined) return [];
    const workshop = workshops.fromRow(row);
    const number = numbers.get(id);
    return [
      {
        id,
        title: workshop.title,
        moduleName: names.module(workshop.moduleId),
        from: (own[0]?.date ?? null) as TrainingDay['date'] | null, // our own date column, ordered by date
        to: (own.at(-1)?.date ?? null) as TrainingDay['date'] | null,
        state: workshop.state,
        otherLibraries: workshop.libraryIds.length - 1,
        reportNumber: number === undefined ? null : textIn(number, 'number'),
      },
    ];
  });
}

function reportEntries(db: ReadableDb, id: LibraryId): Entry[] {
  return reports
    .list(
      db,
      `((kind = 'workshop' and subject_id in (select workshop_id from workshop_library where library_id = ?)) or ` +
        `(kind = 'coaching-session' and subject_id in (select s.id from coaching_session s join engagement e on e.id = s.engagement_id where e.library_id = ?)))`,
      id,
      id,
    )
    .map((report) => ({
      kind: 'report',
      id: report.id,
      openId: report.id,
      on: dayInWarsaw(Date.parse(report.closedAt)),
      title: report.number,
      detail: report.title,
      state: 'closed',
    }));
}

function sessionEntries(
  db: ReadableDb,
  processes: readonly Recorded<Engagement>[],
  gate: Gate,
): Entry[] {
  return processes.flatMap((engagement) =>
    coachingSessions.list(db, 'engagement_id = ?', engagement.id).map((session): Entry => ({
      kind: 'session',
      id: session.id,
      openId: session.id,
      on: session.date,
      title: engagement.title,
      detail: gate.isOpen(engagement.id, 'topic') ? session.topic : '',
      state: session.state,
    })),
  );
}

function workshopEntries(workshop: ReturnType<typeof workshopsOf>[number]): Entry[] {
  const { id, from, title, moduleName, state } = workshop;
  if (from === null) return [];
  return [{ kind: 'workshop', id, openId: id, on: from, title, detail: moduleName, state }];
}

/** A closed step is on the time line on the day it was closed. */
function stepEntries(step: ActionStep & { who: string }): Entry[] {
  const { id, what, who, state, closedOn } = step;
  if (closedOn === null) return [];
  const openId = step.sessionId ?? step.workshopId;
  return [{ kind: 'step', id, openId, on: closedOn, title: what, detail: who, state }];
}

/** Parts in editions, from their own day or their edition's first. */
function joinedEntries(db: ReadableDb, parts: readonly Participation[], names: NameBook): Entry[] {
  const starts = new Map(editions.list(db).map((edition) => [edition.id, edition.from]));
  return parts.flatMap((part): Entry[] => {
    const on = part.from ?? starts.get(part.editionId);
    if (on === undefined) return [];
    const title = names.edition(part.editionId);
    return [
      { kind: 'joined', id: part.id, openId: null, on, title, detail: '', state: part.state },
    ];
  });
}

/** Everything on the Karta Strefy. Throws not-found. */
export function readLibrary(tools: Tools, id: LibraryId) {
  const db = tools.store;
  const today = todayOf(tools);
  const names = nameBook(db);
  const library = libraries.get(db, id);
  const days = daysOfLibrary(db, id);
  const processes = engagements.list(db, 'library_id = ? order by started_on desc', id);
  const gate = new Gate(db, processes);
  const attended = workshopsOf(db, days, names);
  const parts = participations.list(db, 'library_id = ?', id);
  const steps = actionSteps
    .list(db, `library_id = ? and ${LIVE_STEP} order by due_on is null, due_on, created_at`, id)
    .filter((step) => gate.lets(step.engagementId, 'steps'))
    .map((step) => ({ ...step, who: whoDoes(step, names), overdue: isOverdue(step, today) }));
  const timeline: Entry[] = [
    ...attended.flatMap(workshopEntries),
    ...sessionEntries(db, processes, gate),
    ...reportEntries(db, id),
    ...steps.flatMap(stepEntries),
    ...joinedEntries(db, parts, names),
  ].sort((a, b) => byText(b.on, a.on));
  return {
    library,
    participations: parts.map((participation) => ({
      participation,
      editionName: names.edition(participation.editionId),
    })),
    ledgers: ledgersOf(db, id, days, names),
    team: teamOf(db, id, today),
    workshops: attended.toReversed(),
    engagements: processes.map((engagement) => processLine(db, engagement, names)),
    goals: processes.flatMap((engagement) =>
      goalsOf(db, engagement.id, names)
        .filter(() => gate.lets(engagement.id, 'goals'))
        .map(({ goal, ownerName, scores }) => ({
          id: goal.id as string,
          engagementId: engagement.id as string,
          title: goal.title,
          ownerName,
          state: goal.state as string,
          scale: goal.scale,
          scores: gate.isOpen(engagement.id, 'goalScores')
            ? scores.map(({ on, value }) => ({ on, value }))
            : [],
        })),
    ),
    resources: resources
      .list(db, `library_id = ? and ${LIVE_RESOURCE} order by direction, created_at`, id)
      .filter((resource) => gate.lets(resource.engagementId, 'resources'))
      .map((resource) => ({
        ...resource,
        ownerName:
          resource.ownerParticipantId === null
            ? null
            : names.participant(resource.ownerParticipantId),
      })),
    steps,
    timeline,
    keptByAgreement: gate.kept,
  };
}

function processLine(db: ReadableDb, engagement: Recorded<Engagement>, names: NameBook) {
  const held = coachingSessions.list(
    db,
    `engagement_id = ? and state = 'held' order by date desc`,
    engagement.id,
  );
  return {
    id: engagement.id as string,
    title: engagement.title,
    form: engagement.form,
    coachName: names.person(engagement.coachId),
    hasAgreement: agreementInForce(db, engagement.id) !== null,
    heldSessions: held.length,
    lastOn: held[0]?.date ?? null,
  };
}
