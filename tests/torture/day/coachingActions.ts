import { EMPTY_GRROW } from '../../../src-main/domain/coachingSession.ts';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import { goalForm, sessionForm, stepForm } from '../../helpers/scene.ts';
import { ANYTHING, formOf, NEW, on, some, type Action } from './action.ts';
import { noDraft, thingFact } from './day.ts';

/** Records a new session, with words that search finds it by. */
export const newSession: Action = async (day) => {
  const { engagement, team } = day.desk.process;
  const form = sessionForm(engagement.id, {
    topic: `${day.word()} i ${day.word()}`,
    presentIds: team.map(({ id }) => id),
    reportNotes: `Notatka ${day.word()}`,
    grrow: { ...EMPTY_GRROW, goal: day.word() },
  });
  const gone = noDraft('coachingSession', `new:${engagement.id}`);
  const saved = await day.work('session.save', form, { touches: [], would: [gone] }, (session) => [
    thingFact('coachingSession', session),
    gone,
  ]);
  if (saved !== null) day.desk.sessions.add(saved.id);
  return saved;
};

const changeSession: Action = async (day) => {
  const id = some(day, day.desk.sessions);
  if (id === undefined) return;
  const { session } = await day.read('session.get', { id });
  const gone = noDraft('coachingSession', id);
  const form = {
    ...formOf(session),
    topic: `${day.word()} ponownie`,
    minutes: 30 + day.dice.below(60),
  };
  await day.work('session.save', form, on(id, gone), (saved) => [
    thingFact('coachingSession', saved),
    gone,
  ]);
};

const saveGoal: Action = async (day) => {
  const { desk, dice } = day;
  const id = dice.below(3) === 0 ? some(day, desk.goals.keys()) : undefined;
  const known = id === undefined ? undefined : desk.goals.get(id);
  const form =
    known === undefined
      ? goalForm(desk.process.engagement.id, { title: `Cel ${day.word()}` })
      : { ...formOf(known), sense: day.word() };
  const saved = await day.work('goal.save', form, id === undefined ? NEW : on(id), (goal) => [
    thingFact('coachingGoal', goal),
  ]);
  if (saved !== null) desk.goals.set(saved.id, saved);
};

const scoreGoal: Action = async (day) => {
  const goalId = some(day, day.desk.goals.keys());
  const sessionId = some(day, day.desk.sessions);
  if (goalId === undefined || sessionId === undefined) return;
  const input = { goalId, sessionId, value: day.dice.below(11), note: day.word() };
  await day.work('goal.score', input, ANYTHING, (score) =>
    score === null ? [] : [thingFact('goalScore', score)],
  );
};

const saveResource: Action = async (day) => {
  const { engagement } = day.desk.process;
  const form: CallInput<'resource.save'> = {
    id: null,
    revision: null,
    libraryId: engagement.libraryId,
    engagementId: engagement.id,
    sessionId: null,
    ownerParticipantId: null,
    kind: 'people',
    direction: day.dice.oneOf(['have', 'seek'] as const),
    name: `Zasób ${day.word()}`,
    note: '',
    goalIds: [],
  };
  const saved = await day.work('resource.save', form, NEW, (thing) => [
    thingFact('resource', thing),
  ]);
  if (saved !== null) day.desk.resources.set(saved.id, { ...saved, ownerName: null });
};

const saveStep: Action = async (day) => {
  const { engagement } = day.desk.process;
  const form = stepForm(engagement.libraryId, {
    engagementId: engagement.id,
    what: `Krok ${day.word()}`,
  });
  const saved = await day.work('step.save', form, NEW, (thing) => [thingFact('actionStep', thing)]);
  if (saved !== null) day.desk.steps.set(saved.id, { ...saved, who: '', overdue: false });
};

const tickStep: Action = async (day) => {
  const id = some(day, day.desk.steps.keys());
  if (id === undefined) return;
  const state = day.dice.oneOf(['open', 'done', 'dropped'] as const);
  await day.work('step.setState', { id, state, sessionId: null }, on(id), (thing) => [
    thingFact('actionStep', thing),
  ]);
};

const writePrivately: Action = async (day) => {
  const sessionId = some(day, day.desk.sessions);
  if (sessionId === undefined) return;
  const before = await day.read('privateNote.get', { sessionId });
  const gone = noDraft('privateNote', sessionId);
  const input = { sessionId, revision: before?.revision ?? null, body: `Dla mnie ${day.word()}` };
  await day.work('privateNote.save', input, on(before?.id ?? '', gone), (note) => [
    thingFact('privateNote', note),
    gone,
  ]);
};

/** What is done about coaching, and how often. */
export const coachingActions: readonly (readonly [times: number, action: Action])[] = [
  [10, newSession],
  [12, changeSession],
  [6, saveGoal],
  [6, scoreGoal],
  [6, saveResource],
  [6, saveStep],
  [4, tickStep],
  [8, writePrivately],
];
