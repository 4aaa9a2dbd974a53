import { afterEach, expect, test } from 'vitest';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { codeOf, PASSPHRASE, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const opened: StoreHarness[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.dispose();
});

const OTHERS = 'las za miastem 5';

async function workspaceWith(topic: string, passphrase: string): Promise<StoreHarness> {
  const harness = storeHarness();
  opened.push(harness);
  await harness.create({ passphrase });
  const { engagement } = await openProcess(harness, 'library.goldap');
  await harness.call('session.save', sessionForm(engagement.id, { topic }));
  return harness;
}

const topicsIn = (harness: StoreHarness) =>
  harness
    .opened()
    .workspace.store.all('select topic from coaching_session')
    .map((row) => row['topic']);

/** An open workspace in whose place a backup of another one was put. */
async function replaced(): Promise<StoreHarness> {
  const harness = await workspaceWith('Moja', PASSPHRASE);
  const other = await workspaceWith('Cudza', OTHERS);
  const { id } = await other.call('backup.make', {});
  await harness.ask('desk.lookAtBackups', { path: other.backups });
  await harness.call('restore.run', {
    backup: { place: 'other', id },
    key: { kind: 'passphrase', passphrase: OTHERS },
  });
  expect(topicsIn(harness)).toEqual(['Cudza']);
  return harness;
}

test('a restore of another workspace is offered to be taken back, by the key of what was there', async () => {
  const harness = await replaced();
  expect((await harness.call('safety.get', {})).lastRestore?.needsKey).toBe(true);
  expect(await codeOf(harness.call('restore.undo', {}))).toBe('wrong-passphrase');
  const wrong = { kind: 'passphrase', passphrase: OTHERS } as const;
  expect(await codeOf(harness.call('restore.undo', { key: wrong }))).toBe('wrong-passphrase');
  expect(topicsIn(harness)).toEqual(['Cudza']);

  await harness.call('restore.undo', { key: { kind: 'passphrase', passphrase: PASSPHRASE } });
  expect(topicsIn(harness)).toEqual(['Moja']);
  // Taking it back can be taken back in turn: the other one's state was kept first.
  await harness.call('restore.undo', { key: wrong });
  expect(topicsIn(harness)).toEqual(['Cudza']);
});

test('what comes back opens by its own passphrase afterwards', async () => {
  const harness = await replaced();
  await harness.call('restore.undo', { key: { kind: 'passphrase', passphrase: PASSPHRASE } });
  await harness.server.close();
  expect(await codeOf(harness.call('workspace.unlock', { passphrase: OTHERS }))).toBe(
    'wrong-passphrase',
  );
  await harness.call('workspace.unlock', { passphrase: PASSPHRASE });
  expect(topicsIn(harness)).toEqual(['Moja']);
});

test('a restore of the same workspace is taken back at a click', async () => {
  const harness = await workspaceWith('Moja', PASSPHRASE);
  const { id } = await harness.call('backup.make', {});
  await harness.call('restore.run', {
    backup: { place: 'first', id },
    key: { kind: 'current' },
  });
  expect((await harness.call('safety.get', {})).lastRestore?.needsKey).toBe(false);
});
