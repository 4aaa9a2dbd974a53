import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

test('a save for which there is no room is refused whole; what was there is there, drafts too', async () => {
  const { engagement } = await openProcess(harness, 'library.goldap');
  const form = sessionForm(engagement.id, { topic: 'Pierwsza' });
  await harness.call('session.save', form);
  const draft = {
    entity: 'coachingSession',
    entityId: `new:${engagement.id}`,
    baseRevision: 0,
  } as const;
  await harness.call('draft.keep', { ...draft, body: '{"topic":"Druga"}' });
  const { connection } = harness.opened().workspace.store;
  const pages = connection.pragma('page_count', { simple: true });
  const before = harness.dump();
  connection.pragma(`max_page_count = ${String(pages)}`);
  const large = { ...form, topic: 'Druga', reportNotes: 'długie zdanie '.repeat(6000) };
  expect(await codeOf(harness.call('session.save', large))).toBe('disk-full');
  expect(harness.dump()).toEqual(before);
  expect(harness.broadcasts.filter(({ name }) => name === 'workspace')).toEqual([]);
  connection.pragma('max_page_count = 1000000');
  expect(await codeOf(harness.call('session.save', large))).toBe('ok');
  expect(await harness.call('draft.list', {})).toEqual([]);
});
