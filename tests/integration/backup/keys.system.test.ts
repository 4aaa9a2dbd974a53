import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, PASSPHRASE, storeHarness } from '../../helpers/storeHarness.ts';

const NEXT = 'zupełnie inne hasło';
const harness = storeHarness();
const keyFile = () => readFileSync(join(harness.folder, 'key.json'), 'utf8');
let code = '';

beforeAll(() => harness.create());
afterAll(() => harness.dispose());

test('a new code counts only once part of it was retyped, and only with the passphrase', async () => {
  const before = keyFile();
  const wrong = harness.call('recovery.begin', { passphrase: 'nie to hasło' });
  expect(await codeOf(wrong)).toBe('wrong-passphrase');
  expect(await harness.call('recovery.confirm', { groups: ['AAAA', 'BBBB'] })).toEqual({
    outcome: 'nothing-waits',
  });
  const begun = await harness.call('recovery.begin', { passphrase: PASSPHRASE });
  expect(keyFile()).toBe(before);
  expect(begun.ask.toSorted((one, other) => one - other)).toEqual(begun.ask);
  const right = begun.ask.map((number) => begun.groups[number - 1] ?? '');
  const [first = ''] = right;
  expect(await harness.call('recovery.confirm', { groups: [first, 'zzzz'] })).toEqual({
    outcome: 'mismatch',
    wrong: begun.ask.slice(1),
  });
  expect(keyFile()).toBe(before);
  const typed = right.map((group) => ` ${group.toLowerCase()}-`);
  expect(await harness.call('recovery.confirm', { groups: typed })).toEqual({
    outcome: 'confirmed',
  });
  code = begun.groups.join('-');
  expect(keyFile()).not.toContain(code);
  const { recovery } = await harness.call('safety.get', {});
  expect(recovery.exists).toBe(true);
});

test('an open workspace asks for its code too: nobody sets a passphrase without one', async () => {
  const before = keyFile();
  await harness.call('workspace.recover', { code: 'AAAA', passphrase: NEXT });
  expect(keyFile()).toBe(before);
});

test('a locked one opens by the code, and the old passphrase opens nothing any more, backups included', async () => {
  const made = await harness.call('backup.make', {});
  await harness.server.close();
  const short = harness.call('workspace.recover', { code, passphrase: 'krótkie' });
  expect(await codeOf(short)).toBe('passphrase-too-short');
  const slip = harness.call('workspace.recover', { code: code.slice(1), passphrase: NEXT });
  expect(await codeOf(slip)).toBe('mistyped-recovery-code');
  const status = await harness.call('workspace.recover', { code, passphrase: NEXT });
  expect(status.state).toBe('open');
  await harness.server.close();
  expect(await codeOf(harness.call('workspace.unlock', { passphrase: PASSPHRASE }))).toBe(
    'wrong-passphrase',
  );
  const elsewhere = storeHarness();
  await elsewhere.ask('desk.lookAtBackups', { path: harness.backups });
  const restore = (passphrase: string) =>
    elsewhere.call('restore.run', {
      backup: { place: 'other', id: made.id },
      key: { kind: 'passphrase', passphrase },
    });
  expect(await codeOf(restore(PASSPHRASE))).toBe('wrong-passphrase');
  expect((await restore(NEXT)).state).toBe('open');
  await elsewhere.dispose();
  await harness.call('workspace.unlock', { passphrase: NEXT });
});

test('the keychain’s secret opens this workspace, in no backup, until it is taken away', async () => {
  const { secret } = await harness.ask('desk.addDevice', { passphrase: NEXT });
  await harness.call('backup.make', {});
  await harness.server.close();
  const status = await harness.call('workspace.status', {});
  expect(status).toMatchObject({ state: 'locked', device: true, recoverable: true });
  await harness.ask('desk.unlockByDevice', { secret });
  const [newest] = await harness.call('backup.list', {});
  const place = join(harness.backups, harness.opened().workspace.workspaceId, newest?.id ?? '');
  expect(readFileSync(join(place, 'key.json'), 'utf8')).not.toContain('"device"');
  await harness.ask('desk.removeDevice', {});
  await harness.server.close();
  expect(await codeOf(harness.ask('desk.unlockByDevice', { secret }))).toBe('device-unlock-failed');
  await harness.call('workspace.unlock', { passphrase: NEXT });
});

test('a stick that was away while the passphrase changed opens by the new one after its next copy', async () => {
  const stick = join(harness.backups, '..', 'stick');
  mkdirSync(stick);
  await harness.ask('desk.setSecondPlace', { path: stick });
  await harness.call('backup.copyToSecond', {});
  const old = (await harness.call('backup.list', {})).find(({ place }) => place === 'second');
  renameSync(stick, `${stick}-away`);
  await harness.call('passphrase.change', { current: NEXT, next: PASSPHRASE });
  renameSync(`${stick}-away`, stick);
  await harness.call('backup.make', {});
  await harness.call('backup.copyToSecond', {});
  const elsewhere = storeHarness();
  await elsewhere.ask('desk.lookAtBackups', { path: stick });
  const status = await elsewhere.call('restore.run', {
    backup: { place: 'other', id: old?.id ?? '' },
    key: { kind: 'passphrase', passphrase: PASSPHRASE },
  });
  expect(status.state).toBe('open');
  await elsewhere.dispose();
});
