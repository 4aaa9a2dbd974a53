import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { Recorded } from '../domain/noun.ts';
import type { ParticipantId } from '../domain/participant.ts';
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
import { attendances, workshops } from '../store/workshops.ts';
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

/** Things that fulfil a condition, those in the bin too: they are held until it is emptied. */
function every<Thing extends { id: string }>(
  db: ReadableDb,
  noun: NounTable<Thing>,
  condition: string,
  ...values: readonly SqlValue[]
): Recorded<Thing>[] {
  return db.all(`select * from ${noun.table} where ${condition}`, ...values).map(noun.fromRow);
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
export function teamRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  const names = nameBook(db);
  return every(db, teamMemberships, 'participant_id = ? order by created_at, id', id).map(
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
export function roleRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  return every(db, persons, 'id = ?', id).flatMap((person) =>
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
export function processRows(db: ReadableDb, subject: Subject): SubjectRow[] {
  const names = nameBook(db);
  return every(
    db,
    engagements,
    `id in ${processesOf(subject)} order by started_on, id`,
    subject.id,
  ).map((process) => ({
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
export function agreementRows(db: ReadableDb, subject: Subject): SubjectRow[] {
  return every(
    db,
    agreements,
    `engagement_id in ${processesOf(subject)} order by agreed_on, id`,
    subject.id,
  ).map((agreement) => ({
    on: agreement.agreedOn,
    what: `Kontrakt: ${agreement.parties.join('; ')}`,
    detail: joined([agreement.terms, bin(agreement)]),
  }));
}

/** Sessions at which they were, or which they led. */
export function sessionRows(db: ReadableDb, subject: Subject): SubjectRow[] {
  const titles = new Map(every(db, engagements, 'true').map(({ id, title }) => [id, title]));
  const condition =
    subject.kind === 'person'
      ? `engagement_id in ${OF_COACH}`
      : 'exists (select 1 from json_each(present_ids) where value = ?)';
  return every(db, coachingSessions, `${condition} order by date, id`, subject.id).map(
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
export function goalRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  return every(db, coachingGoals, 'owner_participant_id = ? order by created_at, id', id).map(
    (goal) => ({
      on: goal.dueOn,
      what: goal.title,
      detail: joined([goal.measure, goal.sense, bin(goal)]),
    }),
  );
}

/** Scores of those goals. */
export function scoreRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  const titles = new Map(
    every(db, coachingGoals, 'owner_participant_id = ?', id).map((goal) => [goal.id, goal.title]),
  );
  const dates = new Map(every(db, coachingSessions, 'true').map((one) => [one.id, one.date]));
  return every(
    db,
    goalScores,
    'goal_id in (select id from coaching_goal where owner_participant_id = ?) order by created_at, id',
    id,
  ).map((score) => ({
    on: dates.get(score.sessionId) ?? null,
    what: `${titles.get(score.goalId) ?? ''}: ${score.value}`,
    detail: joined([score.note, bin(score)]),
  }));
}

/** Resources of their own. */
export function resourceRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  return every(db, resources, 'owner_participant_id = ? order by created_at, id', id).map(
    (resource) => ({
      on: dayInWarsaw(Date.parse(resource.createdAt)),
      what: `${resource.direction === 'have' ? 'ma' : 'szuka'}: ${resource.name}`,
      detail: joined([resourceKindWords[resource.kind], resource.note, bin(resource)]),
    }),
  );
}

/** Steps that they are to take. */
export function stepRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  return every(db, actionSteps, 'who_participant_id = ? order by created_at, id', id).map(
    (step) => ({
      on: step.dueOn,
      what: step.what,
      detail: joined([stepStateWords[step.state], bin(step)]),
    }),
  );
}

/** Workshops that they led or helped to lead. */
export function workshopRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  const first = new Map(
    db
      .all('select workshop_id, min(date) as first from training_day group by workshop_id')
      .map((row) => [textIn(row, 'workshop_id'), textIn(row, 'first') as PlainDate]), // a date column of our own
  );
  return every(
    db,
    workshops,
    'lead_trainer_id = ? or exists (select 1 from json_each(trainer_ids) where value = ?) order by created_at, id',
    id,
    id,
  ).map((workshop) => ({
    on: first.get(workshop.id) ?? null,
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
export function attendanceRows(db: ReadableDb, { id }: Subject): SubjectRow[] {
  const days = new Map(
    db
      .all(
        'select d.id, d.date, w.title from training_day d join workshop w on w.id = d.workshop_id',
      )
      .map((row) => [
        textIn(row, 'id'),
        { on: textIn(row, 'date') as PlainDate, title: textIn(row, 'title') }, // a date column of our own
      ]),
  );
  const participant = id as ParticipantId; // only compared
  return every(
    db,
    attendances,
    'participant_id = ? or substitute_person_id = ? order by created_at, id',
    id,
    id,
  ).map((mark) => ({
    on: days.get(mark.dayId)?.on ?? null,
    what: days.get(mark.dayId)?.title ?? '',
    detail: joined([
      mark.participantId === participant ? MARK_WORDS[mark.mark] : 'zastępstwo za inną osobę',
      mark.hours !== null && `${mark.hours} h`,
      mark.reason,
      bin(mark),
    ]),
  }));
}
