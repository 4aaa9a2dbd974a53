import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asideName } from '../../../src-main/worker/asideFolders.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

function setAside(at: string, file: string, bytes: number): string {
  const name = asideName(Date.parse(at));
  mkdirSync(join(harness.folder, name));
  writeFileSync(join(harness.folder, name, file), 'x'.repeat(bytes));
  return name;
}

test('what was set aside is listed with its time and size, and only its removal by hand removes it', async () => {
  expect((await harness.call('safety.get', {})).aside).toEqual([]);
  const key = setAside('2026-03-02T08:30:00.000Z', 'key.json', 30);
  const database = setAside('2026-11-24T09:00:05.000Z', 'strefownik.db', 4096);
  mkdirSync(join(harness.folder, 'odlozone-moje'));
  expect((await harness.call('safety.get', {})).aside).toEqual([
    { name: database, at: '2026-11-24T09:00:05.000Z', bytes: 4096, holds: 'database' },
    { name: key, at: '2026-03-02T08:30:00.000Z', bytes: 30, holds: 'key' },
  ]);
  await harness.call('aside.remove', { name: database });
  expect((await harness.call('safety.get', {})).aside.map(({ name }) => name)).toEqual([key]);
  expect(existsSync(join(harness.folder, key, 'key.json'))).toBe(true);
});

test.each(['files', '../backups', 'odlozone-moje', '', 'odlozone-2026-03-02T08-30-01', '.'])(
  'nothing else in or beside the folder can be removed so: %o',
  async (name) => {
    expect(await codeOf(harness.call('aside.remove', { name }))).toBe('not-found');
    expect(existsSync(join(harness.folder, 'files'))).toBe(true);
    expect(existsSync(join(harness.folder, 'odlozone-moje'))).toBe(true);
  },
);
