import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';
import { contract } from '../../../src-main/contract/contract.ts';
import {
  day,
  goalForm,
  meOf,
  openProcess,
  planForm,
  sessionForm,
  standingClock,
  stepForm,
  teamIn,
} from '../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const clock = standingClock();
const harness = storeHarness({ now: clock.now });
let me: string;
let process: CallOutput<'engagement.get'>;

beforeAll(async () => {
  await harness.createQuickly();
  me = await meOf(harness);
  process = await openProcess(harness, 'library.goldap');
});
afterAll(() => harness.dispose());

type Place = CallInput<'history.get'>;
type Step = CallOutput<'history.get'>['steps'][number];

/** What a step says, in short. */
const toldBy = (step: Step | null) =>
  step?.things.map(({ entity, action, title, fields }) => ({
    what: `${entity} ${action} ${title}`,
    fields: fields.map(({ field, before, after }) => `${field}: ${before} > ${after}`),
  }));

async function newSession(changes: Partial<CallInput<'session.save'>> = {}) {
  const form = sessionForm(process.engagement.id, changes);
  const session = await harness.call('session.save', form);
  const place: Place = { entity: 'coachingSession', id: session.id };
  return { session, place };
}

const topicOf = async (id: string) => (await harness.call('session.get', { id })).session.topic;

async function retitle(id: string, topic: string) {
  const { session } = await harness.call('session.get', { id });
  const { createdAt: _1, updatedAt: _2, originWorkspace: _3, deletedAt: _4, ...form } = session;
  return harness.call('session.save', { ...form, topic });
}

test('undo takes the last change back and says which; redo brings it again', async () => {
  const { session, place } = await newSession({ topic: 'Pierwszy' });
  clock.set('2026-11-24T10:05:00.000Z');
  await retitle(session.id, 'Drugi');
  const undone = await harness.call('history.undo', place);
  expect(undone.outcome === 'done' && toldBy(undone.step)).toEqual([
    { what: 'coachingSession changed 2026-11-24', fields: ['topic: Pierwszy > Drugi'] },
  ]);
  expect(undone).toMatchObject({ step: { at: '2026-11-24T10:05:00.000Z', undone: true } });
  expect(await topicOf(session.id)).toBe('Pierwszy');
  const redone = await harness.call('history.redo', place);
  expect(redone).toMatchObject({ outcome: 'done', step: { undone: false } });
  expect(await topicOf(session.id)).toBe('Drugi');
  expect(await harness.call('history.redo', place)).toEqual({ outcome: 'nothing' });
  const { steps, undo, redo, more } = await harness.call('history.get', place);
  expect(steps.map(({ kind, undone: back }) => [kind, back])).toEqual([
    ['redo', false],
    ['undo', false],
    ['work', false],
    ['work', false],
  ]);
  expect([undo?.batch, redo, more]).toEqual([steps[2]?.batch, null, false]);
});

test('new work after an undo leaves nothing to redo', async () => {
  const { session, place } = await newSession({ topic: 'A' });
  await retitle(session.id, 'B');
  await harness.call('history.undo', place);
  await retitle(session.id, 'C');
  expect((await harness.call('history.get', place)).redo).toBeNull();
  await harness.call('history.undo', place);
  expect(await topicOf(session.id)).toBe('A');
});

test('undo of one record leaves the others as they are', async () => {
  const one = await newSession({ topic: 'Jeden' });
  const other = await newSession({ topic: 'Dwa' });
  await retitle(one.session.id, 'Jeden, zmieniony');
  await retitle(other.session.id, 'Dwa, zmieniony');
  await harness.call('history.undo', one.place);
  expect(await topicOf(one.session.id)).toBe('Jeden');
  expect(await topicOf(other.session.id)).toBe('Dwa, zmieniony');
});

test('what was made goes to the bin with its undo, and comes back with redo', async () => {
  const { place, session } = await newSession({ topic: 'Do kosza' });
  const made = await harness.call('history.undo', place);
  expect(made.outcome === 'done' && toldBy(made.step)).toEqual([
    { what: 'coachingSession made 2026-11-24', fields: [] },
  ]);
  const inBin = async () =>
    (await codeOf(harness.call('session.get', { id: session.id }))) === 'not-found';
  const found = async () => (await harness.call('search.query', { text: 'do kosza' })).length;
  expect([await inBin(), await found()]).toEqual([true, 0]);
  expect((await harness.call('history.redo', place)).outcome).toBe('done');
  expect([await inBin(), await found()]).toEqual([false, 1]);
});

test('what was removed comes back with undo', async () => {
  const { session } = await newSession();
  const place: Place = { entity: 'coachingSession', id: session.id };
  const step = await harness.call(
    'step.save',
    stepForm('library.goldap', { engagementId: session.engagementId, sessionId: session.id }),
  );
  await harness.call('bin.remove', { entity: 'actionStep', id: step.id });
  const said = await harness.call('history.undo', place);
  expect(said.outcome === 'done' && toldBy(said.step)).toEqual([
    { what: 'actionStep removed Rozmowa z dyrektorką', fields: [] },
  ]);
  const page = await harness.call('session.get', { id: session.id });
  expect(page.steps.map(({ id }) => id)).toEqual([step.id]);
});

test('a step ticked off at a session is opened again from that session', async () => {
  const earlier = await newSession({ date: '2026-11-02' });
  const step = await harness.call(
    'step.save',
    stepForm('library.goldap', {
      engagementId: process.engagement.id,
      sessionId: earlier.session.id,
      what: 'Plakat',
    }),
  );
  const later = await newSession({ date: '2026-11-20' });
  const { id: sessionId } = later.session;
  await harness.call('step.setState', { id: step.id, state: 'done', sessionId });
  const undone = await harness.call('history.undo', later.place);
  expect(undone.outcome === 'done' && toldBy(undone.step)).toEqual([
    {
      what: 'actionStep changed Plakat',
      fields: ['state: open > done', 'closedOn:  > 2026-11-24', 'closedInSessionId:  > 2026-11-20'],
    },
  ]);
  // The undo is seen from both sessions, and the earlier one can bring the tick back.
  expect((await harness.call('history.get', earlier.place)).redo).not.toBeNull();
  expect((await harness.call('history.redo', earlier.place)).outcome).toBe('done');
  expect((await harness.call('history.get', later.place)).redo).toBeNull();
});

test('a workshop with its days, agenda and confirmed attendance is taken back step by step', async () => {
  await teamIn(harness, 'library.lapy', ['Anna Próbna', 'Iga Próbna']);
  const plan = planForm(me, ['library.lapy'], { days: [day('2026-12-08'), day('2026-12-09')] });
  const planned = await harness.call('workshop.plan', plan);
  if (planned.outcome !== 'saved') throw new Error('The plan clashes with nothing');
  const { workshop, days } = planned;
  const place: Place = { entity: 'workshop', id: workshop.id };
  for (const { id: dayId } of days) {
    await harness.call('attendance.markRest', { dayId, mark: 'present' });
    await harness.call('attendance.confirm', { dayId });
  }
  const undone: unknown[] = [];
  for (;;) {
    const { outcome, ...rest } = await harness.call('history.undo', place);
    if (outcome !== 'done') break;
    undone.push(
      'step' in rest && rest.step.things.map(({ entity, action }) => `${entity} ${action}`),
    );
  }
  expect(undone).toEqual([
    ['trainingDay changed', 'workshop changed'],
    ['attendance made', 'attendance made'],
    ['trainingDay changed'],
    ['attendance made', 'attendance made'],
    ['workshop made', 'trainingDay made', 'trainingDay made'],
  ]);
  for (const _ of undone) await harness.call('history.redo', place);
  const page = await harness.call('workshop.get', { id: workshop.id });
  expect(page.workshop.state).toBe('held');
  expect(page.people.map(({ marks }) => Object.values(marks).map(({ mark }) => mark))).toEqual([
    ['present', 'present'],
    ['present', 'present'],
  ]);
});

test('a venue tells only the lines that changed', async () => {
  const plan = planForm(me, ['library.krosno'], { days: [day('2026-12-10')] });
  const planned = await harness.call('workshop.plan', plan);
  if (planned.outcome !== 'saved') throw new Error('The plan clashes with nothing');
  const { workshop, days } = planned;
  await harness.call('workshop.plan', {
    ...plan,
    id: workshop.id,
    revision: workshop.revision,
    libraryIds: ['library.krosno', 'library.sopot'],
    venue: { ...plan.venue, room: 'Sala 2' },
    days: days.map(({ id, date, start, end, value }) => ({ id, date, start, end, value })),
  });
  const { undo } = await harness.call('history.get', { entity: 'workshop', id: workshop.id });
  expect(toldBy(undo)).toEqual([
    {
      what: 'workshop changed Diagnoza',
      fields: ['libraryIds: Krosno > Krosno\nSopot', 'venue.room:  > Sala 2'],
    },
  ]);
});

test('what changed elsewhere since is not undone, and nothing changes', async () => {
  const earlier = await newSession({ date: '2026-10-02' });
  const form = stepForm('library.goldap', {
    engagementId: process.engagement.id,
    sessionId: earlier.session.id,
  });
  const step = await harness.call('step.save', form);
  const later = await newSession({ date: '2026-10-20' });
  const { id: sessionId } = later.session;
  await harness.call('step.setState', { id: step.id, state: 'done', sessionId });
  // Opened again and closed without a session: only the earlier session's history has the last of it.
  await harness.call('step.setState', { id: step.id, state: 'dropped', sessionId });
  await harness.call('step.setState', { id: step.id, state: 'open', sessionId: null });
  await harness.call('step.setState', { id: step.id, state: 'dropped', sessionId: null });
  const before = harness.dump();
  expect(await harness.call('history.undo', later.place)).toMatchObject({
    outcome: 'changed-since',
    step: { things: [{ entity: 'actionStep' }] },
  });
  expect(harness.dump()).toEqual(before);
});

test('a goal whose scale would not fit its scores any more stays as it is', async () => {
  const own = await openProcess(harness, 'library.cieszyn');
  const goal = await harness.call('goal.save', goalForm(own.engagement.id));
  const { createdAt: _1, updatedAt: _2, originWorkspace: _3, deletedAt: _4, ...saved } = goal;
  const levels = ['a', 'b', 'c', 'd', 'e'];
  await harness.call('goal.save', { ...saved, scale: 'gas', gasLevels: levels });
  const { id: sessionId } = await harness.call('session.save', sessionForm(own.engagement.id));
  await harness.call('goal.score', { goalId: goal.id, sessionId, value: -2, note: '' });
  const before = harness.dump();
  const place: Place = { entity: 'engagement', id: own.engagement.id };
  expect((await harness.call('history.undo', place)).outcome).toBe('changed-since');
  expect(harness.dump()).toEqual(before);
});

test('somebody whom other records rely on is not taken out of the team by undo', async () => {
  const own = await openProcess(harness, 'library.sopot', null);
  const before = harness.dump();
  const place: Place = { entity: 'library', id: 'library.sopot' };
  expect((await harness.call('history.undo', place)).outcome).toBe('changed-since');
  expect(harness.dump()).toEqual(before);
  expect(own.engagement.participantIds).toHaveLength(2);
});

test('agreements, the programme and the owner of the workspace stay', async () => {
  const own = await openProcess(harness, 'library.slupsk');
  const place: Place = { entity: 'engagement', id: own.engagement.id };
  const { steps, undo } = await harness.call('history.get', place);
  expect(steps.map(({ things }) => things.map(({ entity }) => entity))).toEqual([
    ['agreement'],
    ['engagement'],
  ]);
  // The agreement is passed over; the process that it belongs to cannot go from under it.
  expect(undo?.batch).toBe(steps[1]?.batch);
  expect((await harness.call('history.undo', place)).outcome).toBe('changed-since');
  expect(await harness.call('history.undo', { entity: 'library', id: 'library.morag' })).toEqual({
    outcome: 'nothing',
  });
  expect(await harness.call('history.undo', { entity: 'person', id: me })).toEqual({
    outcome: 'nothing',
  });
});

test('changes from before histories had steps are shown and not undone', async () => {
  const { session, place } = await newSession({ topic: 'Dawny' });
  harness
    .opened()
    .workspace.store.inTransaction((db) =>
      db.run(`update change set batch = 0 where entity_id = ?`, session.id),
    );
  const { steps, undo } = await harness.call('history.get', place);
  expect(steps.map(toldBy)).toEqual([[{ what: 'coachingSession made 2026-11-24', fields: [] }]]);
  expect(undo).toBeNull();
  expect((await harness.call('history.undo', place)).outcome).toBe('nothing');
});

test('a change whose words were erased for good is passed over', async () => {
  const { session, place } = await newSession({ topic: 'Był' });
  await retitle(session.id, 'Jest');
  await retitle(session.id, 'Będzie');
  const store = harness.opened().workspace.store;
  const { undo } = await harness.call('history.get', place);
  store.inTransaction((db) =>
    db.run(`update change set fields = '{}' where batch = ?`, undo?.batch ?? 0),
  );
  const after = await harness.call('history.get', place);
  expect(toldBy(after.steps[0] ?? null)).toEqual([
    { what: 'coachingSession changed 2026-11-24', fields: [] },
  ]);
  expect(toldBy(after.undo)?.[0]?.fields).toEqual(['topic: Był > Jest']);
});

test('an unknown record has no history', async () => {
  for (const entity of contract['history.get'].input.shape.entity.options) {
    expect(await harness.call('history.get', { entity, id: 'nic' })).toEqual({
      steps: [],
      more: false,
      undo: null,
      redo: null,
    });
  }
});

test('a private note leaves no trace in the history of its session', async () => {
  const { session, place } = await newSession({ topic: 'Jawny' });
  await harness.call('privateNote.save', {
    sessionId: session.id,
    revision: null,
    body: 'tajemnica sowy',
  });
  const history = await harness.call('history.get', place);
  expect(JSON.stringify(history)).not.toContain('sowy');
  expect(history.steps).toHaveLength(1);
});
