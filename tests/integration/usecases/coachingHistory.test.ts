import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  goalForm,
  openProcess,
  sessionForm,
  standingClock,
  stepForm,
  teamIn,
} from '../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const clock = standingClock();
const harness = storeHarness({ now: clock.now });
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

test('a session planned long ago looks back at what was agreed meanwhile, and not at what came later', async () => {
  const own = await openProcess(harness, 'library.sopot');
  const of = own.engagement.id;
  const november = await harness.call(
    'session.save',
    sessionForm(of, { date: '2026-11-10', state: 'planned' }),
  );
  clock.set('2026-11-26T09:00:00.000Z'); // everything else is made later than the row of that session
  const agreeAt = async (date: string, what: string) => {
    const { id } = await harness.call('session.save', sessionForm(of, { date }));
    const step = { engagementId: of, sessionId: id, what };
    await harness.call('step.save', stepForm('library.sopot', step));
  };
  await agreeAt('2026-10-10', 'Telefon');
  await agreeAt('2026-11-12', 'Plakat');
  const { id, revision } = november;
  await harness.call('session.save', sessionForm(of, { date: '2026-11-10', id, revision }));
  const { earlierSteps } = await harness.call('session.get', { id });
  expect(earlierSteps.map(({ what }) => what)).toEqual(['Telefon']);
  const { pdf } = await harness.call('report.preview', { kind: 'coaching-session', subjectId: id });
  const printed = new TextDecoder().decode(pdf);
  expect([printed.includes('Telefon'), printed.includes('Plakat')]).toEqual([true, false]);
});

test('who was at a session stays on its page after leaving the team', async () => {
  const own = await openProcess(harness, 'library.krosno');
  const [line] = await teamIn(harness, 'library.krosno', ['Ida Dawna']);
  if (line === undefined) throw new Error('Somebody was added');
  const { id, revision } = line.membership;
  const { id: sessionId } = await harness.call(
    'session.save',
    sessionForm(own.engagement.id, { date: '2026-11-10', presentIds: [line.participant.id] }),
  );
  const end = { id, revision, position: '', from: '2026-01-01', to: '2026-11-01' };
  await harness.call('team.changeMembership', end);
  const names = async () =>
    (await harness.call('session.get', { id: sessionId })).team.map(({ name }) => name);
  expect(await names()).toEqual(['Beata Chmura', 'Zofia Żurawska', 'Ida Dawna']);
});

test('a goal is scored at sessions of its own process only', async () => {
  const own = await openProcess(harness, 'library.cieszyn');
  const goal = await harness.call('goal.save', goalForm(own.engagement.id));
  const other = await openProcess(harness, 'library.goldap');
  const { id: sessionId } = await harness.call('session.save', sessionForm(other.engagement.id));
  const score = harness.call('goal.score', { goalId: goal.id, sessionId, value: 3, note: '' });
  expect(await codeOf(score)).toBe('not-found');
});

test('a form that names a thing without its revision changes nothing and makes nothing', async () => {
  const own = await openProcess(harness, 'library.lapy');
  const form = stepForm('library.lapy', { engagementId: own.engagement.id, what: 'Raz' });
  const { id } = await harness.call('step.save', form);
  const goal = await harness.call('goal.save', goalForm(own.engagement.id));
  const before = harness.dump();
  expect(await codeOf(harness.call('step.save', { ...form, id, what: 'Dwa' }))).toBe(
    'changed-meanwhile',
  );
  const again = harness.call('goal.save', { ...goalForm(own.engagement.id), id: goal.id });
  expect(await codeOf(again)).toBe('changed-meanwhile');
  expect(harness.dump()).toEqual(before);
});
