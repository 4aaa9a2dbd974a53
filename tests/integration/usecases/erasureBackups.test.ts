import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { Instant, PlainDate } from '../../../src-main/domain/calendar.ts';
import type { HeldBackup } from '../../../src-main/usecases/tools.ts';
import { eraseFrom, stages } from '../../helpers/erasureScene.ts';

const { stage, close } = stages();
afterEach(close);
const elsewhere = mkdtempSync(join(tmpdir(), 'strefownik-rodo-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

const backupOf = (id: string, createdAt: string, state: HeldBackup['state']): HeldBackup => ({
  id,
  place: 'first',
  createdAt: Instant.parse(createdAt),
  reason: 'daily',
  state,
  contents: null,
  bytes: 1,
  appVersion: '1',
  expiresOn: PlainDate.parse('2026-12-24'),
});

test('backups older than the row are told as well: the name may stand in a text of before', async () => {
  const [harness, scene] = await stage();
  const backups = [
    backupOf('dzisiejsza', '2026-11-24T08:00:00.000Z', 'verified'),
    backupOf('uszkodzona', '2026-11-20T08:00:00.000Z', 'damaged'),
    backupOf('zeszłoroczna', '2025-03-01T08:00:00.000Z', 'verified'),
  ];
  Object.assign(harness.opened().tools, { backups: () => backups });
  const { backups: foretold } = await harness.call('erasure.preview', {
    kind: 'participant',
    id: scene.participantId,
  });
  expect(foretold.map(({ id }) => id)).toEqual(['dzisiejsza', 'uszkodzona', 'zeszłoroczna']);
  const { id } = await eraseFrom(harness, scene);
  const path = join(elsewhere, 'protokol.pdf');
  await harness.ask('desk.writeErasureProtocol', { id, path });
  const protocol = readFileSync(path, 'utf8');
  expect(protocol).toContain('mogą jeszcze zawierać dane osoby');
  expect(protocol).toContain('podfoldery „odlozone-…”');
  for (const day of ['24 listopada 2026', '20 listopada 2026', '1 marca 2025'])
    expect(protocol.replaceAll('\u00a0', ' ')).toContain(day);
});
