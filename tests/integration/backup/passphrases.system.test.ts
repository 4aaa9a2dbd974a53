import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { codeOf, PASSPHRASE, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

// Restores that ask for a passphrase: each asking is a derivation of a third of a second.

const harness = storeHarness();
beforeAll(async () => {
  await harness.create();
  const { engagement } = await openProcess(harness, 'library.goldap');
  await harness.call('session.save', sessionForm(engagement.id, { topic: 'Pierwsza' }));
});
afterAll(() => harness.dispose());

/** Numbers that tell whether all rows of the nouns are as they were; keys that a restore itself writes left out. */
function rowsOf(of: StoreHarness) {
  const { setting: _setting, change: _change, ...rest } = of.dump();
  return rest;
}

describe('restoring', () => {
  test('keeps the passphrase of today', async () => {
    const made = await harness.call('backup.make', {});
    await harness.call('passphrase.change', { current: PASSPHRASE, next: 'nowe hasło 99' });
    const ref = { place: 'first', id: made.id } as const;
    await harness.call('restore.run', { backup: ref, key: { kind: 'current' } });
    await harness.server.close();
    expect(await codeOf(harness.call('workspace.unlock', { passphrase: PASSPHRASE }))).toBe(
      'wrong-passphrase',
    );
    await harness.call('workspace.unlock', { passphrase: 'nowe hasło 99' });
    await harness.call('passphrase.change', { current: 'nowe hasło 99', next: PASSPHRASE });
  });

  test('on another laptop opens by passphrase or recovery code, with its files', async () => {
    const begun = await harness.call('recovery.begin', { passphrase: PASSPHRASE });
    const retyped = begun.ask.map((number) => begun.groups[number - 1] ?? '');
    expect(await harness.call('recovery.confirm', { groups: ['AAAA', 'BBBB'] })).toMatchObject({
      outcome: 'mismatch',
    });
    expect(await harness.call('recovery.confirm', { groups: retyped })).toEqual({
      outcome: 'confirmed',
    });
    const made = await harness.call('backup.make', {});
    const code = begun.groups.join(' - ').toLowerCase();
    for (const key of [
      { kind: 'passphrase', passphrase: PASSPHRASE },
      { kind: 'recovery', code },
    ] as const) {
      const elsewhere = storeHarness();
      const found = await elsewhere.ask('desk.lookAtBackups', { path: harness.backups });
      expect(found.find(({ id }) => id === made.id)?.contents).toEqual(made.contents);
      const ref = { place: 'other', id: made.id } as const;
      expect((await elsewhere.call('restore.look', ref)).needsKey).toBe(true);
      const wrong = { kind: 'passphrase', passphrase: 'nie to' } as const;
      expect(await codeOf(elsewhere.call('restore.run', { backup: ref, key: wrong }))).toBe(
        'wrong-passphrase',
      );
      expect(existsSync(join(elsewhere.folder, 'strefownik.db'))).toBe(false);
      const status = await elsewhere.call('restore.run', { backup: ref, key });
      expect(status.state).toBe('open');
      expect(rowsOf(elsewhere)).toEqual(rowsOf(harness));
      await elsewhere.server.close();
      await elsewhere.call('workspace.unlock', { passphrase: PASSPHRASE });
      await elsewhere.dispose();
    }
  });
});

test('the whole folder thrown away comes back from the backup by the passphrase', async () => {
  const lost = storeHarness();
  await lost.create();
  const { id } = await lost.call('backup.make', {});
  await lost.server.close();
  rmSync(lost.folder, { recursive: true });
  expect((await lost.call('workspace.status', {})).state).toBe('none');
  expect((await lost.call('backup.list', {})).map((row) => row.id)).toEqual([id]);
  await lost.call('restore.run', {
    backup: { place: 'first', id },
    key: { kind: 'passphrase', passphrase: PASSPHRASE },
  });
  expect(await lost.call('library.list', {})).toHaveLength(25);
  await lost.dispose();
});
