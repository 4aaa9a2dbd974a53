import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { codeOf, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const opened: StoreHarness[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.dispose();
});

const PAGE = 4096;

async function workspaceWithBackup(): Promise<{ harness: StoreHarness; backupId: string }> {
  const harness = storeHarness();
  opened.push(harness);
  await harness.createQuickly();
  const { engagement } = await openProcess(harness, 'library.goldap');
  const words = 'Kawiarenka w czytelni. '.repeat(3000);
  for (const topic of ['Pierwsza', 'Druga'])
    await harness.call('session.save', sessionForm(engagement.id, { topic, reportNotes: words }));
  const { id } = await harness.call('backup.make', {});
  return { harness, backupId: id };
}

/** Changes one byte of every page that `which` picks, while nobody has the file open. */
async function flip(harness: StoreHarness, which: (page: number, pages: number) => boolean) {
  await harness.server.close();
  const path = join(harness.folder, 'strefownik.db');
  const bytes = readFileSync(path);
  const pages = bytes.length / PAGE;
  for (let page = 0; page < pages; page += 1) {
    if (which(page, pages))
      bytes.writeUInt8(bytes.readUInt8(page * PAGE + 100) ^ 1, page * PAGE + 100);
  }
  writeFileSync(path, bytes);
  return harness.call('workspace.status', {});
}

describe('one flipped bit', () => {
  test('in the first page is told at opening', async () => {
    const { harness } = await workspaceWithBackup();
    const status = await flip(harness, (page) => page === 0);
    expect(status.state === 'problem' ? status.failure.code : status.state).toBe('not-a-database');
  });

  test('anywhere else is told by the check of the whole, never shown as data', async () => {
    const { harness, backupId } = await workspaceWithBackup();
    const status = await flip(harness, (page, pages) => page === pages - 3);
    expect(status.state).toBe('open');
    const { checks } = await harness.call('diagnostics.run', {});
    expect(checks.find(({ key }) => key === 'integrity')?.state).toBe('bad');
    expect((await harness.call('safety.get', {})).lastCheck?.good).toBe(false);
    // A copy of damage is no backup, and the good one stays.
    expect(await codeOf(harness.call('backup.make', {}))).toBe('backup-damaged');
    const list = await harness.call('backup.list', {});
    expect(list.find(({ id }) => id === backupId)?.state).toBe('verified');
    await harness.call('restore.run', {
      backup: { place: 'first', id: backupId },
      key: { kind: 'current' },
    });
    const healed = await harness.call('diagnostics.run', {});
    expect(healed.checks.find(({ key }) => key === 'integrity')?.state).toBe('good');
    expect(readdirSync(harness.folder).some((name) => name.startsWith('odlozone-'))).toBe(true);
  });

  test('in every page but the first is a named failure at the first read', async () => {
    const { harness } = await workspaceWithBackup();
    const status = await flip(harness, (page) => page > 0);
    const code =
      status.state === 'problem'
        ? status.failure.code
        : await codeOf(harness.call('library.list', {}));
    expect(code).toBe('file-damaged');
  });
});

test('a log that was taken away is told, and what was checkpointed is there', async () => {
  const { harness } = await workspaceWithBackup();
  const copy = storeHarness();
  opened.push(copy);
  cpSync(harness.folder, copy.folder, { recursive: true });
  for (const suffix of ['-wal', '-shm'])
    rmSync(join(copy.folder, `strefownik.db${suffix}`), { force: true });
  rmSync(join(copy.folder, 'lock.db'), { force: true });
  writeFileSync(join(copy.folder, 'open.marker'), 'the process that died');
  await copy.call('workspace.status', {});
  expect((await copy.call('safety.get', {})).lostLog).toBe(true);
  expect((await harness.call('safety.get', {})).lostLog).toBe(false);
});

test('an empty file where a backup should be is no backup', async () => {
  const { harness, backupId } = await workspaceWithBackup();
  const place = join(harness.backups, harness.opened().workspace.workspaceId);
  writeFileSync(join(place, backupId, 'strefownik.db'), '');
  const [row] = await harness.call('backup.list', {});
  expect(row).toMatchObject({ id: backupId, state: 'damaged', contents: null });
});
