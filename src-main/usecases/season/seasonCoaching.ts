import { ActionStepId } from '../../domain/actionStep.ts';
import { addDays, type PlainDate } from '../../domain/calendar.ts';
import { CoachingGoalId, GoalScoreId, type CoachingGoal } from '../../domain/coachingGoal.ts';
import {
  CoachingSessionId,
  EMPTY_GRROW,
  type CoachingSession,
} from '../../domain/coachingSession.ts';
import { AgreementId, EngagementId, type Engagement } from '../../domain/engagement.ts';
import type { Participant } from '../../domain/participant.ts';
import type { PersonId } from '../../domain/person.ts';
import { AgreementField } from '../../domain/reportLayer.ts';
import { ResourceId } from '../../domain/resource.ts';
import {
  actionSteps,
  agreements,
  coachingGoals,
  coachingSessions,
  engagements,
  goalScores,
  resources,
} from '../../store/coaching.ts';
import type { WritableDb } from '../../store/db.ts';
import { clock, type Cast, type SeasonTools, type Team } from './seasonBuild.ts';
import { GOALS, NOTES, RESOURCES, SOUGHT, STEPS, TOPICS } from './texts.ts';

/** One coaching process to make. */
export interface ProcessToMake {
  readonly team: Team;
  /** Null: the whole team. */
  readonly person: Participant | null;
  readonly coach: PersonId;
  readonly from: PlainDate;
  /** Time of day, `HH:mm`. */
  readonly start: string;
  /** Days between two sessions. */
  readonly rhythm: number;
  readonly sessions: number;
  readonly stepsPerSession: number;
  readonly withAgreement: boolean;
  /** The last held session still lacks its notes. */
  readonly lastWithoutNote: boolean;
}

const TERMS =
  'Rozmowy są poufne. FRSI widzi tylko to, co zaznaczono wyżej. Notatki prywatne coachki są usuwane rok po zakończeniu procesu. Sesję można przełożyć najpóźniej dzień wcześniej.';

/** What the agreements of a season let FRSI see: everything of a team, less of a person. */
function sharedFields(person: Participant | null): AgreementField[] {
  if (person === null) return AgreementField.options.filter((field) => field !== 'grrow');
  return ['attendance', 'topic', 'goals', 'steps', 'nextSession'];
}

function makeGoals(
  db: WritableDb,
  tools: SeasonTools,
  engagement: Engagement,
  owner: Participant | null,
): CoachingGoal[] {
  return tools.random.some(GOALS, owner === null ? 3 : 2).map(([title, measure, sense]) =>
    coachingGoals.insert(db, tools.stamp, {
      id: CoachingGoalId.parse(tools.newId()),
      engagementId: engagement.id,
      ownerParticipantId: owner?.id ?? null,
      title,
      measure,
      sense,
      dueOn: addDays(engagement.startedOn, 120),
      scale: '0-10',
      gasLevels: null,
      state: 'open',
    }),
  );
}

function makeResources(db: WritableDb, tools: SeasonTools, engagement: Engagement): void {
  const base = {
    libraryId: engagement.libraryId,
    engagementId: engagement.id,
    sessionId: null,
    ownerParticipantId:
      engagement.form === 'individual' ? (engagement.participantIds[0] ?? null) : null,
    goalIds: [],
  };
  for (const [kind, name, note] of tools.random.some(RESOURCES, 3)) {
    const id = ResourceId.parse(tools.newId());
    resources.insert(db, tools.stamp, { ...base, id, kind, name, note, direction: 'have' });
  }
  for (const [kind, name] of tools.random.some(SOUGHT, 2)) {
    const id = ResourceId.parse(tools.newId());
    resources.insert(db, tools.stamp, { ...base, id, kind, name, note: '', direction: 'seek' });
  }
}

function makeSteps(
  db: WritableDb,
  tools: SeasonTools,
  engagement: Engagement,
  session: CoachingSession,
  count: number,
): void {
  for (const what of tools.random.some(STEPS, count)) {
    const dueOn = addDays(session.date, tools.random.int(7, 28));
    const done = dueOn < tools.today && tools.random.chance(0.88);
    actionSteps.insert(db, tools.stamp, {
      id: ActionStepId.parse(tools.newId()),
      libraryId: engagement.libraryId,
      engagementId: engagement.id,
      sessionId: session.id,
      workshopId: null,
      goalId: null,
      what,
      whoParticipantId: tools.random.pick(engagement.participantIds),
      whoName: '',
      dueOn,
      state: done ? 'done' : 'open',
      closedOn: done ? dueOn : null,
      closedInSessionId: null,
    });
  }
}

function makeSession(
  db: WritableDb,
  tools: SeasonTools,
  engagement: Engagement,
  toMake: ProcessToMake,
  index: number,
): CoachingSession {
  const date = addDays(toMake.from, index * toMake.rhythm);
  const held = date < tools.today;
  const isLatest = held && addDays(date, toMake.rhythm) >= tools.today;
  const withNote = held && !(isLatest && toMake.lastWithoutNote);
  const remote = tools.random.chance(0.6);
  return coachingSessions.insert(db, tools.stamp, {
    id: CoachingSessionId.parse(tools.newId()),
    engagementId: engagement.id,
    date,
    start: clock(toMake.start),
    minutes: tools.random.pick([60, 60, 90]),
    mode: remote ? 'remote' : 'in-person',
    place: remote ? '' : toMake.team.library.town,
    state: held ? 'held' : 'planned',
    stateReason: '',
    topic: tools.random.pick(TOPICS),
    presentIds: held ? engagement.participantIds : [],
    reportNotes: withNote ? tools.random.pick(NOTES) : '',
    grrow: EMPTY_GRROW,
    nextSessionOn: index + 1 < toMake.sessions ? addDays(date, toMake.rhythm) : null,
  });
}

/** Makes a coaching process with agreement, goals, resources and sessions. Answers its held sessions. */
export function makeProcess(
  db: WritableDb,
  tools: SeasonTools,
  cast: Cast,
  toMake: ProcessToMake,
): CoachingSessionId[] {
  const { team, person } = toMake;
  const engagement = engagements.insert(db, tools.stamp, {
    id: EngagementId.parse(tools.newId()),
    libraryId: team.library.id,
    editionId: cast.edition.id,
    coachId: toMake.coach,
    form: person === null ? 'group' : 'individual',
    participantIds: person === null ? team.members.map((member) => member.id) : [person.id],
    title: person === null ? `Zespół Strefy ${team.library.town}` : person.name,
    startedOn: toMake.from,
    endedOn: null,
  });
  if (toMake.withAgreement) {
    agreements.insert(db, tools.stamp, {
      id: AgreementId.parse(tools.newId()),
      engagementId: engagement.id,
      agreedOn: toMake.from,
      parties: [
        ...(person === null ? team.members.map((member) => member.name) : [person.name]),
        'FRSI',
      ],
      shared: sharedFields(person),
      terms: TERMS,
    });
  }
  const goals = makeGoals(db, tools, engagement, person);
  makeResources(db, tools, engagement);
  const held: CoachingSessionId[] = [];
  for (let index = 0; index < toMake.sessions; index += 1) {
    const session = makeSession(db, tools, engagement, toMake, index);
    if (session.state !== 'held') continue;
    held.push(session.id);
    makeSteps(db, tools, engagement, session, toMake.stepsPerSession);
    for (const goal of goals) {
      goalScores.insert(db, tools.stamp, {
        id: GoalScoreId.parse(tools.newId()),
        goalId: goal.id,
        sessionId: session.id,
        value: Math.min(10, Math.max(0, 2 + Math.floor(index * 1.4) + tools.random.int(-1, 2))),
        note: '',
      });
    }
  }
  return held;
}
