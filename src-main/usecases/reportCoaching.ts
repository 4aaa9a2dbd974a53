import { earlierSteps } from '../domain/actionStep.ts';
import type { CoachingSessionId } from '../domain/coachingSession.ts';
import { keepShared, type CoachingContent, type ReportLayerInput } from '../domain/reportLayer.ts';
import { actionSteps, coachingSessions, engagements, resources } from '../store/coaching.ts';
import type { ReadableDb } from '../store/db.ts';
import { agreementInForce } from './agreements.ts';
import { goalsOf, numberOfSession } from './goals.ts';
import { nameBook, whoDoes, type NameBook } from './names.ts';
import { baseOf, libraryOf, worker, type ReportHead } from './reportBase.ts';
import type { Tools } from './tools.ts';

function coachingContent(db: ReadableDb, id: CoachingSessionId, names: NameBook): CoachingContent {
  const session = coachingSessions.get(db, id);
  const person = (participantId: string) => ({
    id: participantId,
    name: names.participant(participantId),
  });
  const steps = actionSteps.list(
    db,
    'engagement_id = ? order by created_at, id',
    session.engagementId,
  );
  const sessions = coachingSessions.list(db, 'engagement_id = ?', session.engagementId);
  const earlier = new Set(earlierSteps(steps, session, sessions));
  return {
    parties: agreementInForce(db, session.engagementId)?.parties ?? [],
    attendance: session.presentIds.map(person),
    topic: session.topic,
    goals: goalsOf(db, session.engagementId, names)
      .filter(
        ({ goal, scores }) =>
          goal.state === 'open' || scores.some((score) => score.sessionId === id),
      )
      .map(({ goal, scores }) => {
        const index = scores.findIndex((score) => score.sessionId === id);
        const score = scores[index];
        const previous = scores.filter((one) => one.on < session.date).at(-1)?.value ?? null;
        const base = { value: score?.value ?? 0, previous, note: score?.note ?? '' };
        return {
          id: goal.id,
          title: goal.title,
          owner: goal.ownerParticipantId === null ? null : person(goal.ownerParticipantId),
          measure: goal.measure,
          sense: goal.sense,
          dueOn: goal.dueOn,
          score:
            score === undefined
              ? null
              : goal.scale === 'gas'
                ? { scale: 'gas' as const, ...base, levels: goal.gasLevels }
                : { scale: '0-10' as const, ...base },
        };
      }),
    resources: resources
      .list(db, 'engagement_id = ? order by direction, created_at, id', session.engagementId)
      .map(({ id: resourceId, kind, direction, name, note }) => ({
        id: resourceId,
        kind,
        direction,
        name,
        note,
      })),
    steps: steps
      .filter((step) => step.sessionId === id || earlier.has(step))
      .map((step) => ({
        id: step.id,
        what: step.what,
        who: whoDoes(step, names),
        dueOn: step.dueOn,
        state: step.state,
        agreed: step.sessionId === id ? ('now' as const) : ('earlier' as const),
      })),
    reportNotes: session.reportNotes,
    grrow: session.grrow,
    nextSession: { date: session.nextSessionOn },
  };
}

/** The layer of a coaching session's report, with what the agreement shares and nothing else. */
export function coachingLayer(
  tools: Tools,
  db: ReadableDb,
  id: CoachingSessionId,
  head: ReportHead,
): ReportLayerInput {
  const names = nameBook(db);
  const session = coachingSessions.get(db, id);
  const engagement = engagements.get(db, session.engagementId);
  const agreement = agreementInForce(db, engagement.id);
  const shared = agreement?.shared ?? [];
  return {
    kind: 'coaching-session',
    ...baseOf(tools, db, head, engagement.coachId, 'coach', engagement.editionId),
    libraries: libraryOf(db, engagement.libraryId),
    coach: worker(db, engagement.coachId),
    engagement: { id: engagement.id, form: engagement.form, agreedOn: agreement?.agreedOn ?? null },
    session: {
      id,
      date: session.date,
      start: session.start,
      minutes: session.minutes,
      mode: session.mode,
      place: session.place,
      numberInProcess: numberOfSession(db, session),
    },
    shared: [...shared],
    content: keepShared(coachingContent(db, id, names), shared),
  };
}
