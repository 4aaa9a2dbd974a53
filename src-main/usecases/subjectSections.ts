import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { Recorded } from '../domain/noun.ts';
import type { ParticipantId } from '../domain/participant.ts';
import type { Steps } from '../domain/steps.ts';
import type { WorkshopId } from '../domain/workshop.ts';
import { resourceKindWords, roleWords, stepStateWords } from '../reports/labels.ts';
import {
  actionSteps,
  agreements,
  coachingGoals,
  coachingSessions,
  engagements,
  goalScores,
  resources,
} from '../store/coaching.ts';
import { textIn, type ReadableDb, type SqlValue } from '../store/db.ts';
import type { NounTable } from '../store/nounTable.ts';
import { persons, teamMemberships } from '../store/people.ts';
import { attendances, trainingDays, workshops } from '../store/workshops.ts';
import { nameBook } from './names.ts';
import type { Subject } from './subject.ts';

/** What is held, one thing a row. */
export interface SubjectRow {
  readonly on: PlainDate | null;
  readonly what: string;
  readonly detail: string;
}

const joined = (parts: readonly (string | null | false)[]) =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');

/** Things read between two pauses. */
const THINGS_A_STEP = 50;

/** Things that fulfil a condition, read in steps; those in the bin too: they are held until it is emptied. */
function* every<Thing extends { id: string }>(
  db: ReadableDb,
  noun: NounTable<Thing>,
  condition: string,
  ...values: readonly SqlValue[]
): Steps<Recorded<Thing>[]> {
  const ids = db.all(`select id from ${noun.table} where ${condition}`, ...values);
  const things: Recorded<Thing>[] = [];
  for (const [index, { id }] of ids.entries()) {
    if (index % THINGS_A_STEP === 0) yield;
    const row = db.get(`select * from ${noun.table} where id = ?`, id ?? null);
    if (row !== undefined) things.push(noun.fromRow(row));
  }
  return things;
}

const bin = ({ deletedAt }: Recorded<object>) => deletedAt !== null && 'w Koszu';

/** Name, contacts and when they were entered. */
export function identityRows(subject: Subject): SubjectRow[] {
  const row = (what: string, detail: string): SubjectRow[] =>
    detail === '' ? [] : [{ on: null, what, detail }];
  const former = subject.words.names.filter((name) => name !== subject.name);
  return [
    ...row('Imię i nazwisko', subject.name),
    ...row('Wcześniejsze imię i nazwisko', former.join(', ')),
    ...row('E-mail', subject.email),
    ...row('Telefon', subject.phone),
    {
      on: dayInWarsaw(Date.parse(subject.createdAt)),
      what: 'Dzień wpisania',
      detail: subject.kind === 'participant' ? 'w zespole biblioteki' : 'wśród osób prowadzących',
    },
    { on: null, what: 'Identyfikator', detail: subject.id },
  ];
}

/** Teams that a participant is or was in. */
export function* teamRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const names = nameBook(db);
  return (yield* every(db, teamMemberships, 'participant_id = ? order by created_at, id', id)).map(
    (membership) => ({
      on: membership.from,
      what: names.town(membership.libraryId),
      detail: joined([
        membership.position,
        membership.to !== null && `do ${membership.to}`,
        bin(membership),
      ]),
    }),
  );
}

/** What a trainer, coach, advisor or coordinator does. */
export function* roleRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  return (yield* every(db, persons, 'id = ?', id)).flatMap((person) =>
    person.roles.map((role) => ({
      on: null,
      what: roleWords[role][person.form],
      detail: '',
    })),
  );
}

const OF_PARTICIPANT =
  '(select engagement_id from engagement_participant where participant_id = ?)';
const OF_COACH = '(select id from engagement where coach_id = ?)';

function processesOf(subject: Subject): string {
  switch (subject.kind) {
    case 'participant':
      return OF_PARTICIPANT;
    case 'person':
      return OF_COACH;
    default:
      return assertNever(subject.kind);
  }
}

/** Coaching processes in which they are coached, or coach. */
export function* processRows(db: ReadableDb, subject: Subject): Steps<SubjectRow[]> {
  const names = nameBook(db);
  return (yield* every(
    db,
    engagements,
    `id in ${processesOf(subject)} order by started_on, id`,
    subject.id,
  )).map((process) => ({
    on: process.startedOn,
    what: process.title,
    detail: joined([
      names.town(process.libraryId),
      process.form === 'group' ? 'grupowy' : 'indywidualny',
      process.endedOn !== null && `do ${process.endedOn}`,
      bin(process),
    ]),
  }));
}

/** Agreements of those processes. */
export function* agreementRows(db: ReadableDb, subject: Subject): Steps<SubjectRow[]> {
  return (yield* every(
    db,
    agreements,
    `engagement_id in ${processesOf(subject)} order by agreed_on, id`,
    subject.id,
  )).map((agreement) => ({
    on: agreement.agreedOn,
    what: `Kontrakt: ${agreement.parties.join('; ')}`,
    detail: joined([agreement.terms, bin(agreement)]),
  }));
}

/** Sessions looked through between two pauses. */
const SESSIONS_A_STEP = 500;

/** Ids of sessions at which a participant was: the list of them has no index. */
function* sessionsWith(db: ReadableDb, participantId: string): Steps<string[]> {
  const all = db.all('select id from coaching_session').map((row) => textIn(row, 'id'));
  const found: string[] = [];
  for (let from = 0; from < all.length; from += SESSIONS_A_STEP) {
    yield;
    const page = JSON.stringify(all.slice(from, from + SESSIONS_A_STEP));
    const rows = db.all(
      `select id from coaching_session where id in (select value from json_each(?)) and instr(present_ids, ?) > 0`,
      page,
      JSON.stringify(participantId),
    );
    found.push(...rows.map((row) => textIn(row, 'id')));
  }
  return found;
}

/** Sessions at which they were, or which they led. */
export function* sessionRows(db: ReadableDb, subject: Subject): Steps<SubjectRow[]> {
  const titles = new Map(
    db
      .all('select id, title from engagement')
      .map((row) => [textIn(row, 'id'), textIn(row, 'title')]),
  );
  const [condition, value] =
    subject.kind === 'person'
      ? [`engagement_id in ${OF_COACH}`, subject.id]
      : [
          'id in (select value from json_each(?))',
          JSON.stringify(yield* sessionsWith(db, subject.id)),
        ];
  return (yield* every(db, coachingSessions, `${condition} order by date, id`, value)).map(
    (session) => ({
      on: session.date,
      what: titles.get(session.engagementId) ?? '',
      detail: joined([
        session.topic,
        `${session.minutes} min`,
        subject.kind === 'participant' && session.reportNotes,
        ...(subject.kind === 'participant' ? Object.values(session.grrow) : []),
        bin(session),
      ]),
    }),
  );
}

/** Goals of their own. */
export function* goalRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  return (yield* every(
    db,
    coachingGoals,
    'owner_participant_id = ? order by created_at, id',
    id,
  )).map((goal) => ({
    on: goal.dueOn,
    what: goal.title,
    detail: joined([goal.measure, goal.sense, bin(goal)]),
  }));
}

/** Scores of those goals. */
export function* scoreRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const goals = yield* every(db, coachingGoals, 'owner_participant_id = ?', id);
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]));
  return (yield* every(
    db,
    goalScores,
    'goal_id in (select id from coaching_goal where owner_participant_id = ?) order by created_at, id',
    id,
  )).map((score) => ({
    on: coachingSessions.find(db, score.sessionId)?.date ?? null,
    what: `${titles.get(score.goalId) ?? ''}: ${score.value}`,
    detail: joined([score.note, bin(score)]),
  }));
}

/** Resources of their own. */
export function* resourceRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  return (yield* every(db, resources, 'owner_participant_id = ? order by created_at, id', id)).map(
    (resource) => ({
      on: dayInWarsaw(Date.parse(resource.createdAt)),
      what: `${resource.direction === 'have' ? 'ma' : 'szuka'}: ${resource.name}`,
      detail: joined([resourceKindWords[resource.kind], resource.note, bin(resource)]),
    }),
  );
}

/** Steps that they are to take. */
export function* stepRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  return (yield* every(db, actionSteps, 'who_participant_id = ? order by created_at, id', id)).map(
    (step) => ({
      on: step.dueOn,
      what: step.what,
      detail: joined([stepStateWords[step.state], bin(step)]),
    }),
  );
}

/** Workshops that they led or helped to lead. */
export function* workshopRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const firstDay = (workshopId: string) =>
    db.get('select min(date) as first from training_day where workshop_id = ?', workshopId);
  return (yield* every(
    db,
    workshops,
    'id in (select id from workshop where lead_trainer_id = ? union ' +
      'select workshop_id from workshop_trainer where person_id = ?) order by created_at, id',
    id,
    id,
  )).map((workshop) => ({
    on: (firstDay(workshop.id)?.['first'] ?? null) as PlainDate | null, // a date column of our own
    what: workshop.title,
    detail: joined([workshop.leadTrainerId === id ? 'prowadzi' : 'współprowadzi', bin(workshop)]),
  }));
}

const MARK_WORDS = {
  unchecked: 'nie odnotowano',
  present: 'obecność',
  absent: 'nieobecność',
  excused: 'nieobecność usprawiedliwiona',
} as const;

/** Days at workshops. */
export function* attendanceRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const titles = new Map<string, string>();
  const titleOf = (workshopId: WorkshopId) => {
    const title = titles.get(workshopId) ?? workshops.find(db, workshopId)?.title ?? '';
    titles.set(workshopId, title);
    return title;
  };
  const participant = id as ParticipantId; // only compared
  const marks = yield* every(
    db,
    attendances,
    'id in (select id from attendance where participant_id = ? union ' +
      'select id from attendance where substitute_person_id = ?) order by created_at, id',
    id,
    id,
  );
  return marks.map((mark) => {
    const day = trainingDays.find(db, mark.dayId);
    return {
      on: day?.date ?? null,
      what: day === undefined ? '' : titleOf(day.workshopId),
      detail: joined([
        mark.participantId === participant ? MARK_WORDS[mark.mark] : 'zastępstwo za inną osobę',
        mark.hours !== null && `${mark.hours} h`,
        mark.reason,
        bin(mark),
      ]),
    };
  });
}
