import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startScript, type RunningScript } from '../../helpers/children.ts';
import { codeOf, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const script = new URL('children/holdWorkspace.ts', import.meta.url);
let base: string;
let harness: StoreHarness;
let other: RunningScript;

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'strefownik-lock-'));
  harness = storeHarness({ folder: base });
  await harness.createQuickly();
  await harness.server.close();
  other = startScript(script, [dirname(harness.folder)]);
  await other.line('holding');
});

afterEach(async () => {
  await other.kill();
  await harness.server.close();
  rmSync(base, { recursive: true });
});

test('a second instance is told so and changes nothing; kill -9 of the first lets the workspace go', async () => {
  expect(await harness.call('workspace.status', {})).toMatchObject({
    state: 'problem',
    failure: { code: 'second-instance' },
  });
  expect(await codeOf(harness.call('workspace.unlock', { passphrase: '' }))).toBe(
    'second-instance',
  );
  await other.kill();
  expect(await harness.call('workspace.status', {})).toMatchObject({ state: 'open' });
  expect(harness.opened().workspace.closedUncleanly).toBe(true);
  // What the first had acknowledged is there.
  const [saved] = (await harness.call('person.list', {})).filter((one) => one.name === 'Pierwsza');
  expect(saved?.revision).toBe(1);
});

test('a workspace that is open here is not opened again beside it', async () => {
  await other.kill();
  await harness.call('workspace.status', {});
  const beside = storeHarness({ folder: base });
  expect(await codeOf(beside.call('workspace.unlock', { passphrase: '' }))).toBe('second-instance');
  await harness.server.close();
  expect(await beside.call('workspace.unlock', { passphrase: '' })).toMatchObject({
    state: 'open',
  });
  expect(beside.opened().workspace.closedUncleanly).toBe(false);
  await beside.server.close();
});
