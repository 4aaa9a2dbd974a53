import { byText } from '../domain/order.ts';
import { addDays, dayInWarsaw, type PlainDate, type PlainTime } from '../domain/calendar.ts';
import type { Edition } from '../domain/edition.ts';
import { trainersOf, type TrainingDay } from '../domain/workshop.ts';
import { coachingSessions, engagements } from '../store/coaching.ts';
import { textIn, type ReadableDb } from '../store/db.ts';
import { draftPlaces } from '../store/drafts.ts';
import { editions } from '../store/modules.ts';
import { agendaItems, trainingDays, workshops } from '../store/workshops.ts';
import { endOf } from './bookings.ts';
import { nameBook, type NameBook } from './names.ts';
import { closedReports, reportsToClose } from './reportLists.ts';
import { timeNowOf, todayOf, type Tools } from './tools.ts';
import { totalsOf } from './totals.ts';
import { whoseWork, type Whose } from './whose.ts';

/** How far ahead Dziś looks, and how much it shows. */
const DAYS_AHEAD = 60;
const MOST_NEXT = 4;
const MOST_UNFINISHED = 12;

interface NextItem {
  kind: 'workshop' | 'session';
  id: string;
  openId: string;
  date: PlainDate;
  start: PlainTime | null;
  end: PlainTime | null;
  title: string;
  place: string;
  remote: boolean;
  libraries: string[];
  people: string[];
  packing: string[];
}

function packingFor(db: ReadableDb, day: TrainingDay, equipment: string): string[] {
  const materials = agendaItems
    .list(db, `day_id = ? and materials <> '' order by position`, day.id)
    .flatMap((item) => item.materials.split(/[,;\n]/));
  return [...new Set([...materials, ...equipment.split(/[,;\n]/)].map((one) => one.trim()))].filter(
    (one) => one !== '',
  );
}

function nextWorkshopDays(
  db: ReadableDb,
  today: PlainDate,
  whose: Whose,
  names: NameBook,
): NextItem[] {
  const days = trainingDays.list(
    db,
    'date between ? and ? and attendance_confirmed_at is null and exists (select 1 from workshop w ' +
      `where w.id = training_day.workshop_id and w.deleted_at is null and w.state <> 'cancelled' ` +
      'and (? or w.lead_trainer_id = ? or w.id in ' +
      '(select t.workshop_id from workshop_trainer t where t.person_id = ?))) order by date, start limit 20',
    today,
    addDays(today, DAYS_AHEAD),
    whose.everybody,
    whose.id,
    whose.id,
  );
  return days.map((day): NextItem => {
    const workshop = workshops.get(db, day.workshopId);
    return {
      kind: 'workshop',
      id: day.id,
      openId: workshop.id,
      date: day.date,
      start: day.start,
      end: day.end,
      title: workshop.title,
      place: [workshop.venue.name, workshop.venue.room, workshop.venue.town]
        .filter((part) => part !== '')
        .join(', '),
      remote: false,
      libraries: workshop.libraryIds.map(names.town),
      people: trainersOf(workshop).map(names.person),
      packing: packingFor(db, day, workshop.venue.equipment),
    };
  });
}

function nextSessions(db: ReadableDb, today: PlainDate, whose: Whose, names: NameBook): NextItem[] {
  const sessions = coachingSessions.list(
    db,
    `state = 'planned' and date between ? and ? and exists (select 1 from engagement e ` +
      'where e.id = coaching_session.engagement_id and e.deleted_at is null and (? or e.coach_id = ?)) ' +
      'order by date, start limit 20',
    today,
    addDays(today, DAYS_AHEAD),
    whose.everybody,
    whose.id,
  );
  return sessions.map((session): NextItem => {
    const engagement = engagements.get(db, session.engagementId);
    return {
      kind: 'session',
      id: session.id,
      openId: session.id,
      date: session.date,
      start: session.start,
      end: session.start === null ? null : endOf(session.start, session.minutes),
      title: engagement.title,
      place: session.mode === 'remote' ? '' : session.place,
      remote: session.mode === 'remote',
      libraries: [names.town(engagement.libraryId)],
      people: engagement.participantIds.map(names.participant),
      packing: [],
    };
  });
}

type UnfinishedKind =
  | 'session-without-note'
  | 'session-to-hold'
  | 'attendance-to-confirm'
  | 'report-to-close'
  | 'report-to-send'
  | 'draft';

interface Unfinished {
  kind: UnfinishedKind;
  id: string;
  openId: string;
  title: string;
  detail: string;
  on: PlainDate | null;
}

const dateOf = (text: string) => text as PlainDate; // a date column of our own

function daysToConfirm(db: ReadableDb, today: PlainDate, whose: Whose): Unfinished[] {
  return db
    .all(
      'select d.id, d.date, w.id as workshop_id, w.title from training_day d join workshop w on w.id = d.workshop_id ' +
        'where d.attendance_confirmed_at is null and d.date <= ? and d.deleted_at is null and w.deleted_at is null ' +
        `and w.state <> 'cancelled' and (? or w.lead_trainer_id = ?) order by d.date desc limit 100`,
      today,
      whose.everybody,
      whose.id,
    )
    .map((row) => ({
      kind: 'attendance-to-confirm',
      id: textIn(row, 'id'),
      openId: textIn(row, 'workshop_id'),
      title: textIn(row, 'title'),
      detail: '',
      on: dateOf(textIn(row, 'date')),
    }));
}

function sessionsIn(
  db: ReadableDb,
  kind: 'session-to-hold' | 'session-without-note',
  condition: string,
  on: PlainDate,
  whose: Whose,
): Unfinished[] {
  return db
    .all(
      'select s.id, s.date, e.title, l.town from coaching_session s join engagement e on e.id = s.engagement_id ' +
        `join library l on l.id = e.library_id where s.deleted_at is null and e.deleted_at is null and ${condition} ` +
        'and (? or e.coach_id = ?) order by s.date desc limit 100',
      on,
      whose.everybody,
      whose.id,
    )
    .map((row) => ({
      kind,
      id: textIn(row, 'id'),
      openId: textIn(row, 'id'),
      title: textIn(row, 'title'),
      detail: textIn(row, 'town'),
      on: dateOf(textIn(row, 'date')),
    }));
}

/** Two queries, each with an index of its own: one with `or` would look through every session. */
function sessionsToFinish(db: ReadableDb, today: PlainDate, whose: Whose): Unfinished[] {
  return [
    ...sessionsIn(db, 'session-to-hold', `s.state = 'planned' and s.date < ?`, today, whose),
    ...sessionsIn(
      db,
      'session-without-note',
      `s.state = 'held' and s.report_notes = '' and s.date >= ?`,
      addDays(today, -DAYS_AHEAD),
      whose,
    ),
  ];
}

function reportsWaiting(db: ReadableDb, today: PlainDate, whose: Whose): Unfinished[] {
  const toClose = reportsToClose(db, today, whose, 100).map((line): Unfinished => ({
    kind: 'report-to-close',
    id: line.subjectId,
    openId: line.subjectId,
    title: line.title,
    detail: line.detail,
    on: line.on,
  }));
  const toSend = closedReports(db, 'unsent', 100).map((line): Unfinished => ({
    kind: 'report-to-send',
    id: line.reportId ?? line.subjectId,
    openId: line.reportId ?? line.subjectId,
    title: line.title,
    detail: line.number ?? '',
    on: line.closedOn,
  }));
  return [...toClose, ...toSend];
}

function draftsWaiting(db: ReadableDb): Unfinished[] {
  return draftPlaces(db).map((draft) => ({
    kind: 'draft',
    id: draft.entityId,
    openId: draft.entityId,
    title: draft.entity,
    detail: '',
    on: dayInWarsaw(Date.parse(draft.updatedAt)),
  }));
}

/** The edition that runs today, else the latest that has begun and has a curriculum. */
function currentEdition(db: ReadableDb, today: PlainDate): Edition | undefined {
  const begun = editions
    .list(db, '"from" <= ? order by "from" desc', today)
    .filter((edition) => edition.curriculum.length > 0);
  return begun.find((edition) => edition.to >= today) ?? begun[0];
}

/** What is next, what is unfinished, how far the programme is. */
export function readToday(tools: Tools) {
  const db = tools.store;
  const today = todayOf(tools);
  const names = nameBook(db);
  const whose = whoseWork(db);
  const next = [
    ...nextWorkshopDays(db, today, whose, names),
    ...nextSessions(db, today, whose, names),
  ]
    .sort((a, b) => byText(`${a.date} ${a.start ?? ''}`, `${b.date} ${b.start ?? ''}`))
    // A workshop of three days is one thing that comes next, on its first day.
    .filter((item, index, all) => all.findIndex((one) => one.openId === item.openId) === index)
    .slice(0, MOST_NEXT);
  const toConfirm = daysToConfirm(db, today, whose);
  const toReport = reportsWaiting(db, today, whose);
  const unfinished = [...toConfirm, ...sessionsToFinish(db, today, whose), ...toReport].sort(
    (a, b) => byText(b.on ?? '', a.on ?? ''),
  );
  const all = [...draftsWaiting(db), ...unfinished];
  const edition = currentEdition(db, today);
  return {
    today,
    now: timeNowOf(tools) as string,
    next,
    unfinished: all.slice(0, MOST_UNFINISHED),
    unfinishedMore: Math.max(0, all.length - MOST_UNFINISHED),
    waiting: { attendance: toConfirm.length, reports: toReport.length },
    totals: edition === undefined ? null : totalsOf(db, edition),
  };
}
