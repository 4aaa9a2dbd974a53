import { byText } from '../domain/order.ts';
import type { PlainDate } from '../domain/calendar.ts';
import {
  numbersInProcess,
  type CoachingSession,
  type CoachingSessionId,
} from '../domain/coachingSession.ts';
import { isMemberOn, type Participant } from '../domain/participant.ts';
import type { Engagement, EngagementId } from '../domain/engagement.ts';
import type { Recorded } from '../domain/noun.ts';
import { earlierSteps, isOverdue, type ActionStep } from '../domain/actionStep.ts';
import { actionSteps, coachingSessions, engagements, resources } from '../store/coaching.ts';
import { numberIn, textIn, textOrNullIn, type SqlRow } from '../store/db.ts';
import { libraries } from '../store/libraries.ts';
import { participants } from '../store/people.ts';
import { reports } from '../store/reports.ts';
import { agreementInForce } from './agreements.ts';
import { goalsOf, numberOfSession } from './goals.ts';
import { nameBook, whoDoes, type NameBook } from './names.ts';
import { teamOf } from './people.ts';
import { missingInSession } from './reportGather.ts';
import { todayOf, type Tools } from './tools.ts';

const noDate = (value: string | null) => value as PlainDate | null; // a date column of our own

/** All coaching processes as lines of a list, the ones with the latest session first. */
export function listEngagements(tools: Tools) {
  const db = tools.store;
  const names = nameBook(db);
  const byEngagement = (sql: string, ...values: string[]) =>
    new Map(
      db.all(sql, ...values).map((row): [string, SqlRow] => [textIn(row, 'engagement_id'), row]),
    );
  const held = byEngagement(
    'select engagement_id, count(*) as held, sum(minutes) as minutes, max(date) as last from coaching_session ' +
      `where state = 'held' and deleted_at is null group by engagement_id`,
  );
  const next = byEngagement(
    `select engagement_id, min(date) as next from coaching_session where state = 'planned' and date >= ? and deleted_at is null group by engagement_id`,
    todayOf(tools),
  );
  const steps = byEngagement(
    `select engagement_id, count(*) as open from action_step where state = 'open' and engagement_id is not null and deleted_at is null group by engagement_id`,
  );
  const agreed = byEngagement(
    'select distinct engagement_id from agreement where deleted_at is null',
  );
  return engagements
    .list(db)
    .map((engagement) => {
      const done = held.get(engagement.id);
      const open = steps.get(engagement.id);
      const coming = next.get(engagement.id);
      return {
        id: engagement.id,
        title: engagement.title,
        form: engagement.form,
        libraryId: engagement.libraryId,
        libraryTown: names.town(engagement.libraryId),
        coachName: names.person(engagement.coachId),
        people: engagement.participantIds.map(names.participant),
        hasAgreement: agreed.has(engagement.id),
        heldSessions: done === undefined ? 0 : numberIn(done, 'held'),
        heldMinutes: done === undefined ? 0 : numberIn(done, 'minutes'),
        lastOn: done === undefined ? null : noDate(textOrNullIn(done, 'last')),
        nextOn: coming === undefined ? null : noDate(textOrNullIn(coming, 'next')),
        openSteps: open === undefined ? 0 : numberIn(open, 'open'),
        ended: engagement.endedOn !== null,
      };
    })
    .sort((a, b) => byText(b.lastOn ?? b.nextOn ?? '', a.lastOn ?? a.nextOn ?? ''));
}

function withOwner<Thing extends { ownerParticipantId: string | null }>(names: NameBook) {
  return (thing: Thing) => ({
    ...thing,
    ownerName:
      thing.ownerParticipantId === null ? null : names.participant(thing.ownerParticipantId),
  });
}

/** A step with the name of who does it and whether its day has passed. */
export function stepView(names: NameBook, today: PlainDate) {
  return (step: Recorded<ActionStep>) => ({
    ...step,
    who: whoDoes(step, names),
    overdue: isOverdue(step, today),
  });
}

/** The team today or on a session's day, and people named in the process though they left the team. */
function membersOf(
  tools: Tools,
  engagement: Engagement,
  session?: Pick<CoachingSession, 'date' | 'presentIds'>,
): Recorded<Participant>[] {
  const members = teamOf(tools.store, engagement.libraryId, todayOf(tools)).filter(
    ({ current, membership }) =>
      current || (session !== undefined && isMemberOn(membership, session.date)),
  );
  const named = [...engagement.participantIds, ...(session?.presentIds ?? [])];
  const people = [
    ...members.map((line) => line.participant),
    ...named.flatMap((id) => participants.find(tools.store, id) ?? []),
  ];
  return [...new Map(people.map((participant) => [participant.id, participant])).values()];
}

/** Everything on the page of a process. Throws not-found. */
export function readEngagement(tools: Tools, id: EngagementId) {
  const db = tools.store;
  const names = nameBook(db);
  const today = todayOf(tools);
  const engagement = engagements.get(db, id);
  const library = libraries.get(db, engagement.libraryId);
  const sessions = coachingSessions.list(
    db,
    'engagement_id = ? order by date desc, start desc',
    id,
  );
  const numbers = numbersInProcess(sessions);
  const reportNumbers = new Map(
    reports
      .list(
        db,
        `kind = 'coaching-session' and correction_number = 0 and subject_id in (select id from coaching_session where engagement_id = ?)`,
        id,
      )
      .map((report) => [report.subjectId, report.number]),
  );
  return {
    engagement,
    libraryName: library.name,
    libraryTown: library.town,
    coachName: names.person(engagement.coachId),
    team: membersOf(tools, engagement),
    agreement: agreementInForce(db, id),
    sessions: sessions.map((session) => ({
      id: session.id,
      date: session.date,
      start: session.start,
      minutes: session.minutes,
      state: session.state,
      topic: session.topic,
      number: numbers.get(session.id) ?? null,
      reportNumber: reportNumbers.get(session.id) ?? null,
    })),
    goals: goalsOf(db, id, names),
    resources: resources
      .list(db, 'engagement_id = ? order by created_at, id', id)
      .map(withOwner(names)),
    steps: actionSteps
      .list(db, 'engagement_id = ? order by due_on is null, due_on, created_at', id)
      .map(stepView(names, today)),
  };
}

/** Everything on the page of a session, without its private note. Throws not-found. */
export function readSession(tools: Tools, id: CoachingSessionId) {
  const db = tools.store;
  const names = nameBook(db);
  const view = stepView(names, todayOf(tools));
  const session = coachingSessions.get(db, id);
  const engagement = engagements.get(db, session.engagementId);
  const sessions = coachingSessions.list(db, 'engagement_id = ?', engagement.id);
  const steps = actionSteps.list(db, 'engagement_id = ? order by created_at, id', engagement.id);
  const report = reports.list(
    db,
    `kind = 'coaching-session' and subject_id = ? order by correction_number desc limit 1`,
    id,
  )[0];
  return {
    session,
    number: numberOfSession(db, session),
    engagement,
    libraryTown: names.town(engagement.libraryId),
    agreement: agreementInForce(db, engagement.id),
    team: membersOf(tools, engagement, session),
    goals: goalsOf(db, engagement.id, names),
    resources: resources
      .list(db, 'engagement_id = ? order by created_at, id', engagement.id)
      .map(withOwner(names)),
    earlierSteps: earlierSteps(steps, session, sessions).map(view),
    steps: steps.filter((step) => step.sessionId === id).map(view),
    report: report === undefined ? null : { id: report.id, number: report.number },
    missing: missingInSession(tools, db, id),
  };
}
