import type { CallInput, CallOutput } from '../../src-main/contract/contract.ts';
import type { EngagementPage } from '../../src-main/contract/coachingCalls.ts';
import { AgreementField } from '../../src-main/domain/reportLayer.ts';
import { EMPTY_GRROW } from '../../src-main/domain/coachingSession.ts';
import type { StoreHarness } from './storeHarness.ts';

// A small stage for tests of the use cases: forms as the window would send them, with one thing changed.

/** A clock that stands until a test moves it; Tuesday 24 November 2026, ten in the morning in Poland. */
export function standingClock(start = '2026-11-24T09:00:00.000Z'): {
  now: () => number;
  set: (instant: string) => void;
} {
  let at = Date.parse(start);
  return { now: () => at, set: (instant) => (at = Date.parse(instant)) };
}

/** A venue with nothing filled in but its town. */
export const venueIn = (town: string): CallInput<'workshop.plan'>['venue'] => ({
  name: 'Biblioteka',
  town,
  address: '',
  room: '',
  equipment: '',
  contact: '',
  access: '',
  meals: '',
  lodging: '',
});

/** A training day as the planning form sends it. */
export const day = (
  date: string,
  start = '09:00',
  end = '16:00',
  value: 1 | 0.5 = 1,
): CallInput<'workshop.plan'>['days'][number] => ({ id: null, date, start, end, value });

/** A new workshop of the person whose workspace it is. */
export function planForm(
  leadTrainerId: string,
  libraryIds: string[],
  changes: Partial<CallInput<'workshop.plan'>> = {},
): CallInput<'workshop.plan'> {
  return {
    id: null,
    revision: null,
    editionId: null,
    moduleId: null,
    title: 'Diagnoza',
    libraryIds,
    leadTrainerId,
    trainerIds: [],
    venue: venueIn('Gołdap'),
    days: [day('2026-12-01')],
    accepted: [],
    ...changes,
  };
}

/** A new session, held today. */
export function sessionForm(
  engagementId: string,
  changes: Partial<CallInput<'session.save'>> = {},
): CallInput<'session.save'> {
  return {
    id: null,
    revision: null,
    engagementId,
    date: '2026-11-24',
    start: '10:00',
    minutes: 60,
    mode: 'in-person',
    place: 'Gołdap',
    state: 'held',
    stateReason: '',
    topic: '',
    presentIds: [],
    reportNotes: '',
    grrow: EMPTY_GRROW,
    nextSessionOn: null,
    ...changes,
  };
}

/** A step as the session's form sends it. */
export function stepForm(
  libraryId: string,
  changes: Partial<CallInput<'step.save'>> = {},
): CallInput<'step.save'> {
  return {
    id: null,
    revision: null,
    libraryId,
    engagementId: null,
    sessionId: null,
    workshopId: null,
    goalId: null,
    what: 'Rozmowa z dyrektorką',
    whoParticipantId: null,
    whoName: '',
    dueOn: null,
    state: 'open',
    ...changes,
  };
}

/** A block of three quarters of an hour at the end of a day. */
export function agendaForm(
  workshopId: string,
  dayId: string,
  changes: Partial<CallInput<'agenda.save'>> = {},
): CallInput<'agenda.save'> {
  return {
    id: null,
    revision: null,
    workshopId,
    dayId,
    title: 'Powitanie',
    plannedMinutes: 45,
    isBreak: false,
    aim: '',
    content: '',
    method: '',
    materials: '',
    outcome: null,
    doneMinutes: null,
    reason: '',
    ...changes,
  };
}

/** A goal measured from 0 to 10. */
export function goalForm(
  engagementId: string,
  changes: Partial<CallInput<'goal.save'>> = {},
): CallInput<'goal.save'> {
  return {
    id: null,
    revision: null,
    engagementId,
    ownerParticipantId: null,
    title: 'Stały klub młodych',
    measure: '',
    sense: '',
    dueOn: null,
    scale: '0-10',
    gasLevels: null,
    state: 'open',
    ...changes,
  };
}

/** A library of the programme with a team of named people. */
export async function teamIn(
  harness: StoreHarness,
  libraryId: string,
  names: readonly string[],
  from: string | null = '2026-01-01',
): Promise<CallOutput<'team.add'>[]> {
  const team: CallOutput<'team.add'>[] = [];
  for (const name of names) {
    team.push(
      await harness.call('team.add', { name, email: '', phone: '', libraryId, position: '', from }),
    );
  }
  return team;
}

/** Whose workspace it is. */
export async function meOf(harness: StoreHarness): Promise<string> {
  const status = await harness.call('workspace.status', {});
  if (status.state !== 'open') throw new Error(`The workspace is ${status.state}`);
  return status.me.id;
}

/** A coaching process of a new team, with an agreement that shares the given fields (null: no agreement). */
export async function openProcess(
  harness: StoreHarness,
  libraryId: string,
  shared: readonly AgreementField[] | null = AgreementField.options,
): Promise<EngagementPage> {
  const team = await teamIn(harness, libraryId, ['Beata Chmura', 'Zofia Żurawska']);
  const engagement = await harness.call('engagement.save', {
    id: null,
    revision: null,
    libraryId,
    editionId: null,
    coachId: await meOf(harness),
    form: 'group',
    participantIds: team.map((line) => line.participant.id),
    title: 'Zespół Strefy',
    startedOn: '2026-09-01',
    endedOn: null,
  });
  if (shared !== null) {
    await harness.call('agreement.record', {
      engagementId: engagement.id,
      agreedOn: '2026-09-01',
      parties: ['Zespół', 'FRSI'],
      shared: [...shared],
      terms: '',
    });
  }
  return harness.call('engagement.get', { id: engagement.id });
}
