import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '../../../src-main/contract/contract.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { ME, PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';
import { startStore, type RunningStore } from '../../helpers/storeThread.ts';

let base: string;
let store: RunningStore;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'strefownik-worker-'));
  store = startStore(base);
});
afterEach(async () => {
  await store.end();
  rmSync(base, { recursive: true });
});

const create = { start: 'programme', passphrase: PASSPHRASE, me: ME };
const failure = (code: string) => ({ ok: false, failure: { code, params: {}, issues: [] } });

/** A quickly made workspace without a passphrase, closed again. */
async function prepared(): Promise<string> {
  const harness = storeHarness({ folder: base });
  await harness.createQuickly();
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const presentIds = team.map(({ id }) => id);
  const { id } = await harness.call('session.save', sessionForm(engagement.id, { presentIds }));
  await harness.server.close();
  return id;
}

test('a workspace is made, used, locked and unlocked through the thread’s messages', async () => {
  expect(await store.valueOf('workspace.status', {})).toMatchObject({ state: 'none' });
  expect(await store.ask('library.list', {})).toEqual(failure('workspace-closed'));
  expect(await store.valueOf('workspace.create', create)).toMatchObject({
    state: 'open',
    demonstration: false,
    me: { name: ME.name },
  });
  const libraries = contract['library.list'].output.parse(await store.valueOf('library.list', {}));
  expect(libraries).toHaveLength(25);
  await store.valueOf('settings.save', { appearance: 'dark' });
  expect(store.told.at(-1)).toEqual({
    kind: 'broadcast',
    name: 'changed',
    value: { entities: ['settings'] },
  });
  expect(await store.valueOf('desk.closeWorkspace', {})).toEqual({ done: true });
  const paths = workspacePaths(join(base, 'workspace'));
  expect([existsSync(paths.openMarker), existsSync(`${paths.database}-wal`)]).toEqual([
    false,
    false,
  ]);
  await store.end();
  store = startStore(base);
  expect(await store.valueOf('workspace.status', {})).toMatchObject({
    state: 'locked',
    demonstration: false,
  });
  expect(await store.ask('workspace.unlock', { passphrase: 'inne hasło' })).toEqual(
    failure('wrong-passphrase'),
  );
  expect(await store.valueOf('workspace.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    state: 'open',
  });
  expect(await store.valueOf('settings.get', {})).toMatchObject({ appearance: 'dark' });
});

test('a thread that dies takes its log in, which is not told as a loss', async () => {
  const id = await prepared();
  await store.valueOf('workspace.status', {});
  await store.valueOf('settings.save', { appearance: 'dark' });
  await store.end();
  const paths = workspacePaths(join(base, 'workspace'));
  expect([existsSync(paths.openMarker), existsSync(`${paths.database}-wal`)]).toEqual([
    true,
    false,
  ]);
  store = startStore(base);
  expect(await store.valueOf('workspace.status', {})).toMatchObject({ state: 'open' });
  expect(await store.valueOf('settings.get', {})).toMatchObject({ appearance: 'dark' });
  expect(await store.valueOf('session.get', { id })).toBeTruthy();
  expect(await store.valueOf('safety.get', {})).toMatchObject({ lostLog: false });
});

test('many at the door at once open the workspace once', async () => {
  await prepared();
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, () => store.valueOf('workspace.status', {})),
    store.valueOf('workspace.unlock', { passphrase: '' }),
    store.valueOf('workspace.status', {}),
  ]);
  const states = answers.map((value) => contract['workspace.status'].output.parse(value).state);
  expect(new Set(states)).toEqual(new Set(['open']));
});

test('a bug of ours is told by its place in the code, never by its words', async () => {
  await store.end();
  store = startStore(base, { resourcesFolder: join(base, 'no-resources-here') });
  const answer = await store.ask('workspace.create', create);
  expect(answer).toEqual(failure('unexpected'));
  const [told] = store.told.filter((message) => message.kind === 'unexpected');
  expect(told).toMatchObject({
    name: 'workspace.create',
    where: expect.stringMatching(/^Error at .*openWorkspaces\.ts/),
  });
  expect(JSON.stringify(told)).not.toMatch(/no-resources-here|ENOENT/);
  expect(await store.valueOf('workspace.status', {})).toMatchObject({ state: 'none' });
});

test('a report is printed for real, closed, and read back', async () => {
  const subjectId = await prepared();
  await store.valueOf('workspace.status', {});
  const subject = { kind: 'coaching-session', subjectId };
  const closed = contract['report.close'].output.parse(
    await store.valueOf('report.close', subject),
  );
  if (closed.outcome !== 'closed') throw new Error(closed.outcome);
  const { pdf } = contract['report.read'].output.parse(
    await store.valueOf('report.read', { id: closed.report.id }),
  );
  expect(Buffer.from(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(closed.report.pages).toBeGreaterThan(0);
  await store.valueOf('desk.closeWorkspace', {});
});

test('documents are printed after a restore too, which closes and opens the workspace', async () => {
  await prepared();
  await store.valueOf('workspace.status', {});
  expect(await store.ask('lostLaptop.read', {})).toMatchObject({ ok: true });
  const { id } = contract['backup.make'].output.parse(await store.valueOf('backup.make', {}));
  const key = { kind: 'current' };
  await store.valueOf('restore.run', { backup: { place: 'first', id }, key });
  expect(await store.ask('lostLaptop.read', {})).toMatchObject({ ok: true });
  await store.valueOf('restore.undo', { key });
  expect(await store.ask('lostLaptop.read', {})).toMatchObject({ ok: true });
});
