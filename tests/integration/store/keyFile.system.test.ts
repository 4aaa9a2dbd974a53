import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlainDate } from '../../../src-main/domain/calendar.ts';
import {
  makeKeyFile,
  readKeyFile,
  unwrapDataKey,
  withoutDevice,
  withoutSecret,
  withPassphrase,
  withSecret,
  type KeyFile,
} from '../../../src-main/store/keyFile.ts';

// What of a key file takes several derivations of a third of a second each.

const folder = mkdtempSync(join(tmpdir(), 'strefownik-key-'));
const path = join(folder, 'key.json');
const PASSPHRASE = 'żółw śpi pod łóżkiem';
const TODAY = PlainDate.parse('2026-11-22');
let dataKey: Buffer;

const byPassphrase = (file: KeyFile, passphrase: string) =>
  unwrapDataKey(file, { kind: 'passphrase', passphrase });

beforeAll(async () => {
  dataKey = await makeKeyFile(path, { workspaceId: 'workspace-1', madeOn: TODAY }, PASSPHRASE);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('another passphrase opens the same key, and the old one no longer does', async () => {
  const file = await withPassphrase(readKeyFile(path), dataKey, 'zupełnie nowe hasło', TODAY);
  expect(await byPassphrase(file, 'zupełnie nowe hasło')).toEqual(dataKey);
  await expect(byPassphrase(file, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' });
});

test('the keychain’s secret opens the key, stays on this machine, and can be taken away', async () => {
  const secret = Buffer.alloc(32, 9);
  const file = withSecret(readKeyFile(path), 'device', dataKey, secret, TODAY);
  expect(await unwrapDataKey(file, { kind: 'device', secret })).toEqual(dataKey);
  for (const without of [withoutDevice(file), withoutSecret(file, 'device')]) {
    await expect(unwrapDataKey(without, { kind: 'device', secret })).rejects.toMatchObject({
      code: 'device-unlock-failed',
    });
    expect(await byPassphrase(without, PASSPHRASE)).toEqual(dataKey);
  }
});
