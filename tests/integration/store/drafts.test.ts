import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';
import {
  day,
  goalForm,
  meOf,
  openProcess,
  planForm,
  sessionForm,
  stepForm,
} from '../../helpers/scene.ts';

const harness = storeHarness();
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

type Kept = Omit<CallInput<'draft.keep'>, 'body' | 'baseRevision'>;

const keep = (place: Kept, body = '{"a":1}', baseRevision = 0) =>
  harness.call('draft.keep', { ...place, body, baseRevision });
const found = async (place: Kept) => (await harness.call('draft.get', place))?.body ?? null;

test('a draft is kept, replaced, listed newest first and dropped', async () => {
  const first = { entity: 'library', entityId: 'library.goldap' } as const;
  const second = { entity: 'person', entityId: 'new' } as const;
  await keep(first, '{"name":"a"}', 3);
  await keep(second, '{"name":"b"}');
  await keep(first, '{"name":"ab"}', 3);
  expect(await harness.call('draft.get', first)).toMatchObject({
    ...first,
    baseRevision: 3,
    body: '{"name":"ab"}',
  });
  expect((await harness.call('draft.list', {})).map((draft) => draft.entity)).toEqual([
    'library',
    'person',
  ]);
  await harness.call('draft.discard', first);
  await harness.call('draft.discard', second);
  expect([await found(first), await harness.call('draft.list', {})]).toEqual([null, []]);
});

test('drafts survive a restart; the private one lies in a table of its own', async () => {
  const note = { entity: 'privateNote', entityId: 'a-session' } as const;
  const step = { entity: 'actionStep', entityId: 'new:a-session' } as const;
  await keep(note, 'prywatne');
  await keep(step, 'zwykłe');
  await harness.server.close();
  await harness.call('workspace.status', {});
  expect([await found(note), await found(step)]).toEqual(['prywatne', 'zwykłe']);
  const { draft = [], private_draft: privately = [] } = harness.dump();
  expect([
    JSON.stringify(draft).includes('prywatne'),
    JSON.stringify(privately).includes('prywatne'),
  ]).toEqual([false, true]);
  await harness.call('draft.discard', note);
  await harness.call('draft.discard', step);
});

test('each form’s draft goes with its save, and stays when the save fails', async () => {
  const me = await meOf(harness);
  const { engagement } = await openProcess(harness, 'library.goldap');
  const session = await harness.call('session.save', sessionForm(engagement.id));
  const nowhere = '00000000-0000-7000-8000-000000000009';
  const person = { form: 'feminine', roles: ['trainer'], email: '', phone: '' } as const;
  const forms: [Kept, good: () => Promise<unknown>, bad: () => Promise<unknown>][] = [
    [
      { entity: 'coachingSession', entityId: session.id },
      () =>
        harness.call(
          'session.save',
          sessionForm(engagement.id, { id: session.id, revision: 1, topic: 'A' }),
        ),
      () =>
        harness.call(
          'session.save',
          sessionForm(engagement.id, { id: session.id, revision: 7, topic: 'B' }),
        ),
    ],
    [
      { entity: 'coachingSession', entityId: `new:${engagement.id}` },
      () => harness.call('session.save', sessionForm(engagement.id)),
      () => harness.call('session.save', sessionForm(engagement.id, { presentIds: [nowhere] })),
    ],
    [
      { entity: 'coachingGoal', entityId: `new:${engagement.id}` },
      () => harness.call('goal.save', goalForm(engagement.id)),
      () => harness.call('goal.save', goalForm(engagement.id, { ownerParticipantId: nowhere })),
    ],
    [
      { entity: 'actionStep', entityId: `new:${session.id}` },
      () =>
        harness.call(
          'step.save',
          stepForm('library.goldap', { engagementId: engagement.id, sessionId: session.id }),
        ),
      () =>
        harness.call(
          'step.save',
          stepForm('library.goldap', { sessionId: session.id, goalId: nowhere }),
        ),
    ],
    [
      { entity: 'agreement', entityId: engagement.id },
      () =>
        harness.call('agreement.record', {
          engagementId: engagement.id,
          agreedOn: '2026-11-01',
          parties: ['Zespół'],
          shared: ['topic'],
          terms: '',
        }),
      () => harness.call('workshop.get', { id: nowhere }),
    ],
    [
      { entity: 'person', entityId: 'new' },
      () =>
        harness.call('person.save', {
          ...person,
          roles: ['coach'],
          id: null,
          revision: null,
          name: 'Iga',
        }),
      () =>
        harness.call('person.save', {
          ...person,
          roles: ['coach'],
          id: me,
          revision: 9,
          name: 'Iga',
        }),
    ],
    [
      { entity: 'workshop', entityId: 'new' },
      () => harness.call('workshop.plan', planForm(me, ['library.lapy'])),
      () => harness.call('workshop.plan', planForm(nowhere, ['library.lapy'])),
    ],
    [
      { entity: 'privateNote', entityId: session.id },
      () => harness.call('privateNote.save', { sessionId: session.id, revision: null, body: 'A' }),
      () => harness.call('privateNote.save', { sessionId: session.id, revision: 5, body: 'A' }),
    ],
  ];
  for (const [place, good, bad] of forms) {
    await keep(place);
    const failed = await codeOf(bad());
    const afterBad = await found(place);
    const saved = await codeOf(good());
    expect({ place, failed, afterBad, saved, afterGood: await found(place) }).toEqual({
      place,
      failed: expect.stringMatching(/not-found|changed-meanwhile/),
      afterBad: '{"a":1}',
      saved: 'ok',
      afterGood: null,
    });
  }
});

test('a plan that only draws warnings keeps its draft', async () => {
  const me = await meOf(harness);
  const place = { entity: 'workshop', entityId: 'new' } as const;
  await keep(place);
  const sunday = planForm(me, ['library.morag'], { days: [day('2026-12-06')] });
  const outcome = await harness.call('workshop.plan', sunday);
  expect([outcome.outcome, await found(place)]).toEqual(['conflicts', '{"a":1}']);
});

test('moving days in the calendar leaves an open form’s draft alone', async () => {
  const me = await meOf(harness);
  const planned = await harness.call(
    'workshop.plan',
    planForm(me, ['library.morag'], { days: [day('2026-12-09')] }),
  );
  if (planned.outcome !== 'saved') throw new Error('Nothing is in the way');
  const place = { entity: 'workshop', entityId: planned.workshop.id } as const;
  await keep(place);
  const [first] = planned.days;
  if (first === undefined) throw new Error('It has a day');
  const moved = await harness.call('workshop.moveDays', {
    id: planned.workshop.id,
    days: [{ id: first.id, date: '2026-12-10', start: '10:00', end: '15:00' }],
    accepted: [],
  });
  expect([moved.outcome, await found(place)]).toEqual(['saved', '{"a":1}']);
});
