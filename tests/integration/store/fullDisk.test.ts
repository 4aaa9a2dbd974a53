import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canMount, runScriptAmongMounts } from '../../helpers/children.ts';
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

// A real full disk: 4 MB of memory in a mount namespace of the child's own.
test.skipIf(!canMount())(
  'on a disk that is really full every acknowledged save stays, and nothing half-written',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'strefownik-full-'));
    const run = runScriptAmongMounts(
      `mount -t tmpfs -o size=4m tmpfs '${folder}'`,
      new URL('children/fillDisk.ts', import.meta.url),
      [folder],
    );
    rmSync(folder, { recursive: true });
    expect(run).toEqual({
      status: 0,
      stderr: '',
      value: {
        making: 'disk-full',
        leftBehind: [],
        saving: 'disk-full',
        allAcknowledgedThere: true,
        integrity: 'ok',
        closing: 'disk-full',
        reports: 0,
        partFiles: [],
        afterRoomWasMade: 'ok',
        reopened: 'open',
      },
    });
  },
);
