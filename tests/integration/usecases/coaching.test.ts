import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngagementPage } from '../../../src-main/contract/coachingCalls.ts';
import {
  goalForm,
  openProcess,
  sessionForm,
  standingClock,
  stepForm,
} from '../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const clock = standingClock();
const harness = storeHarness({ now: clock.now });
let page: EngagementPage;
const session = (changes: Parameters<typeof sessionForm>[1]) =>
  harness.call('session.save', sessionForm(page.engagement.id, changes));

beforeAll(async () => {
  await harness.createQuickly();
  page = await openProcess(harness, 'library.goldap');
});
afterAll(() => harness.dispose());

test('held sessions are numbered by date and hour, whatever order they were typed in', async () => {
  await session({ date: '2026-10-19', topic: 'czwarta' });
  await session({ date: '2026-09-07', topic: 'pierwsza' });
  await session({ date: '2026-09-21', start: '15:00', topic: 'trzecia' });
  await session({ date: '2026-09-21', start: '09:00', topic: 'druga' });
  await session({ date: '2026-09-14', topic: 'odwołana', state: 'cancelled' });
  await session({ date: '2026-11-30', topic: 'przyszła', state: 'planned' });
  const { sessions } = await harness.call('engagement.get', { id: page.engagement.id });
  expect(sessions.map(({ topic, number }) => [topic, number])).toEqual([
    ['przyszła', null],
    ['czwarta', 4],
    ['trzecia', 3],
    ['druga', 2],
    ['odwołana', null],
    ['pierwsza', 1],
  ]);
  const [line] = await harness.call('engagement.list', {});
  expect(line).toMatchObject({
    heldSessions: 4,
    heldMinutes: 240,
    lastOn: '2026-10-19',
    nextOn: '2026-11-30',
    hasAgreement: true,
    people: ['Beata Chmura', 'Zofia Żurawska'],
  });
});

describe('scores', () => {
  test('stay on their goal’s scale, one a session, and can be taken back', async () => {
    const { id: sessionId } = await session({ date: '2026-11-02' });
    const { id: later } = await session({ date: '2026-11-03' });
    const goal = await harness.call('goal.save', goalForm(page.engagement.id));
    const score = (value: number | null, at = sessionId) =>
      harness.call('goal.score', { goalId: goal.id, sessionId: at, value, note: '' });
    const scores = async () =>
      (await harness.call('session.get', { id: sessionId })).goals
        .filter((one) => one.goal.id === goal.id)
        .flatMap((one) => one.scores.map(({ on, value }) => [on, value]));
    expect(await codeOf(score(-1))).toBe('invalid-score');
    await score(7, later);
    await score(3);
    await score(4);
    expect(await scores()).toEqual([
      ['2026-11-02', 4],
      ['2026-11-03', 7],
    ]);
    expect(await score(null)).toBeNull();
    await score(5);
    expect(await scores()).toEqual([
      ['2026-11-02', 5],
      ['2026-11-03', 7],
    ]);
  });

  test('of attainment run from -2 to 2; a scale is not changed under scores that would not fit it', async () => {
    const { id: sessionId } = await session({ date: '2026-11-04' });
    const gasLevels = ['dużo mniej', 'mniej', 'jak chcieliśmy', 'więcej', 'dużo więcej'];
    const form = goalForm(page.engagement.id, { title: 'Sieć', scale: 'gas', gasLevels });
    const goal = await harness.call('goal.save', form);
    const score = (value: number) =>
      harness.call('goal.score', { goalId: goal.id, sessionId, value, note: '' });
    expect(await codeOf(score(3))).toBe('invalid-score');
    await score(-2);
    const changed = { ...form, id: goal.id, revision: 1, scale: '0-10', gasLevels: null } as const;
    expect(await codeOf(harness.call('goal.save', changed))).toBe('invalid-score');
    await score(2);
    expect(await codeOf(harness.call('goal.save', changed))).toBe('ok');
    expect((await harness.call('session.get', { id: sessionId })).missing).toBeDefined();
  });
});

describe('steps', () => {
  test('open ones of earlier sessions wait at the next; ticked off there, they stay with it and leave the one after', async () => {
    const ids = [];
    for (const date of ['2026-11-16', '2026-11-17', '2026-11-18'])
      ids.push((await session({ date })).id);
    const [one = '', two = '', three = ''] = ids;
    const base = { engagementId: page.engagement.id, sessionId: one };
    const call = await harness.call(
      'step.save',
      stepForm('library.goldap', { ...base, what: 'Telefon', dueOn: '2026-11-20' }),
    );
    const list = await harness.call(
      'step.save',
      stepForm('library.goldap', { ...base, what: 'Lista' }),
    );
    const own = await harness.call(
      'step.save',
      stepForm('library.goldap', { ...base, sessionId: two, what: 'Plakat' }),
    );
    const stepsAt = async (id: string) => {
      const { earlierSteps, steps } = await harness.call('session.get', { id });
      return {
        earlier: earlierSteps.map(({ what, state, overdue }) => [what, state, overdue]),
        own: steps.map(({ what }) => what),
      };
    };
    expect(await stepsAt(two)).toEqual({
      earlier: [
        ['Telefon', 'open', true],
        ['Lista', 'open', false],
      ],
      own: ['Plakat'],
    });
    const ticked = await harness.call('step.setState', {
      id: call.id,
      state: 'done',
      sessionId: two,
    });
    expect(ticked).toMatchObject({
      state: 'done',
      closedOn: '2026-11-24',
      closedInSessionId: two,
      revision: 2,
    });
    await harness.call('step.setState', { id: list.id, state: 'dropped', sessionId: three });
    expect((await stepsAt(two)).earlier).toEqual([['Telefon', 'done', false]]);
    expect((await stepsAt(three)).earlier).toEqual([
      ['Lista', 'dropped', false],
      ['Plakat', 'open', false],
    ]);
    const reopened = await harness.call('step.setState', {
      id: call.id,
      state: 'open',
      sessionId: null,
    });
    expect(reopened).toMatchObject({ closedOn: null, closedInSessionId: null });
    expect(own.closedOn).toBeNull();
  });

  test('changed in their form keep when they were closed, and learn it when the form closes them', async () => {
    const form = stepForm('library.goldap', { engagementId: page.engagement.id, what: 'Ulotka' });
    const { id } = await harness.call('step.save', form);
    const done = await harness.call('step.save', { ...form, id, revision: 1, state: 'done' });
    expect(done.closedOn).toBe('2026-11-24');
    clock.set('2026-11-25T09:00:00.000Z');
    const renamed = await harness.call('step.save', {
      ...form,
      id,
      revision: 2,
      state: 'done',
      what: 'Ulotki',
    });
    expect(renamed).toMatchObject({ what: 'Ulotki', closedOn: '2026-11-24' });
    const open = await harness.call('step.save', { ...form, id, revision: 3, what: 'Ulotki' });
    expect(open.closedOn).toBeNull();
  });
});

test('a private note is one a session, with its revisions guarded', async () => {
  const { id } = await session({ date: '2026-11-19' });
  const save = (revision: number | null, body: string) =>
    harness.call('privateNote.save', { sessionId: id, revision, body });
  expect(await harness.call('privateNote.get', { sessionId: id })).toBeNull();
  expect(await save(null, 'a')).toMatchObject({ revision: 1, body: 'a' });
  expect(await codeOf(save(null, 'b'))).toBe('changed-meanwhile');
  expect(await save(1, 'a')).toMatchObject({ revision: 1 });
  expect(await save(1, 'b')).toMatchObject({ revision: 2, body: 'b' });
  expect(await codeOf(save(1, 'c'))).toBe('changed-meanwhile');
});

test('the latest agreement by date is in force, earlier ones stay in history', async () => {
  const agree = (agreedOn: string, shared: ('topic' | 'goals' | 'steps')[]) =>
    harness.call('agreement.record', {
      engagementId: page.engagement.id,
      agreedOn,
      parties: ['Zespół'],
      shared,
      terms: '',
    });
  await agree('2026-11-20', ['steps', 'topic', 'steps']);
  await agree('2026-11-10', ['goals']);
  const { agreement } = await harness.call('engagement.get', { id: page.engagement.id });
  expect(agreement).toMatchObject({ agreedOn: '2026-11-20', shared: ['topic', 'steps'] });
  expect(harness.dump()['agreement']).toHaveLength(3);
});

test('today tells what is next, what waits, and in which order', async () => {
  clock.set('2026-11-29T23:30:00.000Z'); // half past midnight of the 30th in Poland
  await harness.call('draft.keep', {
    entity: 'library',
    entityId: 'library.lapy',
    baseRevision: 1,
    body: '{}',
  });
  const today = await harness.call('today.get', {});
  expect([today.today, today.now]).toEqual(['2026-11-30', '00:30']);
  expect(today.next.map(({ kind, date, people }) => [kind, date, people])).toEqual([
    ['session', '2026-11-30', ['Beata Chmura', 'Zofia Żurawska']],
  ]);
  const [draft, ...rest] = today.unfinished;
  expect(draft).toMatchObject({ kind: 'draft', openId: 'library.lapy', on: '2026-11-30' });
  expect(new Set(rest.map(({ kind }) => kind))).toEqual(
    new Set(['session-without-note', 'report-to-close']),
  );
});
