import { assertNever } from '../domain/assertNever.ts';
import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import type { CoachingSession } from '../domain/coachingSession.ts';
import type { Agreement, EngagementId } from '../domain/engagement.ts';
import type { Recorded } from '../domain/noun.ts';
import type { Steps } from '../domain/steps.ts';
import { resourceKindWords, stepStateWords } from '../reports/labels.ts';
import {
  actionSteps,
  agreements,
  coachingGoals,
  coachingSessions,
  engagements,
  goalScores,
  resources,
} from '../store/coaching.ts';
import { textIn, type ReadableDb } from '../store/db.ts';
import { nameBook } from './names.ts';
import type { Subject } from './subject.ts';
import { bin, every, joined, type SubjectRow } from './subjectRows.ts';

// What is held about somebody in coaching: processes with their agreements and sessions, goals, resources, steps.

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
export function agreementsOf(
  db: ReadableDb,
  subject: Subject,
): Steps<readonly Recorded<Agreement>[]> {
  return every(
    db,
    agreements,
    `engagement_id in ${processesOf(subject)} order by agreed_on, id`,
    subject.id,
  );
}

/** The same as rows. */
export function agreementRows(held: readonly Recorded<Agreement>[]): SubjectRow[] {
  return held.map((agreement) => ({
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
export function* sessionsOf(
  db: ReadableDb,
  subject: Subject,
): Steps<readonly Recorded<CoachingSession>[]> {
  const [condition, value] =
    subject.kind === 'person'
      ? [`engagement_id in ${OF_COACH}`, subject.id]
      : [
          'id in (select value from json_each(?))',
          JSON.stringify(yield* sessionsWith(db, subject.id)),
        ];
  return yield* every(db, coachingSessions, `${condition} order by date, id`, value);
}

/** What somebody is told of the words of a session: whoever led it, only its topic. */
function sessionTexts({ kind }: Subject, session: CoachingSession): string[] {
  const { topic, reportNotes, grrow } = session;
  return kind === 'participant' ? [topic, reportNotes, ...Object.values(grrow)] : [topic];
}

/** The same as rows. */
export function sessionRows(
  db: ReadableDb,
  subject: Subject,
  held: readonly Recorded<CoachingSession>[],
): SubjectRow[] {
  const titles = new Map(
    db
      .all('select id, title from engagement')
      .map((row) => [textIn(row, 'id'), textIn(row, 'title')]),
  );
  return held.map((session) => {
    const [topic = '', ...texts] = sessionTexts(subject, session);
    return {
      on: session.date,
      what: titles.get(session.engagementId) ?? '',
      detail: joined([topic, `${session.minutes} min`, ...texts, bin(session)]),
    };
  });
}

/** A text that is told whole although it may be about others too. */
export interface TextOfSeveral {
  readonly key: 'sessions' | 'agreements';
  readonly on: PlainDate;
  /** The process. */
  readonly what: string;
}

/** Sessions and agreements, by their day, whose words may be about others whom the process or the session joined. */
export function textsOfSeveral(
  db: ReadableDb,
  subject: Subject,
  held: {
    readonly sessions: readonly Recorded<CoachingSession>[];
    readonly agreements: readonly Recorded<Agreement>[];
  },
): TextOfSeveral[] {
  const processes = new Map(
    db
      .all('select * from engagement')
      .map((row) => engagements.fromRow(row))
      .map((process) => [process.id, process]),
  );
  const entry = (
    key: TextOfSeveral['key'],
    on: PlainDate,
    engagementId: EngagementId,
    present: readonly string[] = [],
  ): TextOfSeveral[] => {
    const process = processes.get(engagementId);
    const people: readonly string[] = [...(process?.participantIds ?? []), ...present];
    return people.every((id) => id === subject.id) ? [] : [{ key, on, what: process?.title ?? '' }];
  };
  return [
    ...held.sessions
      .filter((session) => sessionTexts(subject, session).some((text) => text !== ''))
      .flatMap((one) => entry('sessions', one.date, one.engagementId, one.presentIds)),
    ...held.agreements.flatMap((one) => entry('agreements', one.agreedOn, one.engagementId)),
  ];
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
