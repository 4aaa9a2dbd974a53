import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startScript } from '../../helpers/children.ts';
import { ME, PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';

// A workspace that is there already is killed in tests/torture, whose short form `npm test` runs.

const script = new URL('children/makeAndDie.ts', import.meta.url);

test('a making that is killed half-way can simply be made again', async () => {
  const base = mkdtempSync(join(tmpdir(), 'strefownik-kill-'));
  const child = startScript(script, [base]);
  await child.line('making');
  await child.kill();
  const harness = storeHarness({ folder: base });
  expect((await harness.call('workspace.status', {})).state).toBe('none');
  await harness.create({
    start: 'empty',
    passphrase: PASSPHRASE,
    me: { ...ME, roles: [...ME.roles] },
  });
  expect((await harness.call('person.list', {})).map(({ name }) => name)).toEqual([ME.name]);
  await harness.server.close();
  rmSync(base, { recursive: true });
});
