import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreFailure } from '../../../src-main/store/failures.ts';
import {
  makeKeyFile,
  openDataKey,
  readKeyFile,
  unwrapDataKey,
} from '../../../src-main/store/keyFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'strefownik-key-'));
const path = join(folder, 'key.json');
const other = join(folder, 'other.json');
const PASSPHRASE = 'żółw śpi pod łóżkiem';
let dataKey: Buffer;
let text: string;

beforeAll(async () => {
  dataKey = await makeKeyFile(path, 'workspace-1', PASSPHRASE);
  text = readFileSync(path, 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    if (error instanceof StoreFailure) return error.code;
    throw error;
  }
}

function readChanged(change: (file: Record<string, unknown>) => unknown): Promise<string> {
  writeFileSync(other, JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));
  return codeOf(() => readKeyFile(other));
}

/** The key file with one field of its passphrase wrap changed. */
const wrapWith = (changes: object) => (file: Record<string, unknown>) => ({
  ...file,
  wraps: readKeyFile(path).wraps.map((wrap) => ({ ...wrap, ...changes })),
});

test('the passphrase gives the data key back, however its letters are composed', async () => {
  const file = readKeyFile(path);
  expect(await unwrapDataKey(file, PASSPHRASE)).toEqual(dataKey);
  expect(await unwrapDataKey(file, PASSPHRASE.normalize('NFD'))).toEqual(dataKey);
});

test('it is wrapped by scrypt at full cost, and does not lie in the file', () => {
  const file = readKeyFile(path);
  expect(file).toEqual({
    format: 'strefownik-key',
    version: 1,
    workspaceId: 'workspace-1',
    wraps: [expect.objectContaining({ kind: 'passphrase', kdf: 'scrypt', n: 131_072, r: 8, p: 1 })],
  });
  expect(text).not.toContain(dataKey.toString('hex'));
  expect(text).not.toContain(dataKey.toString('base64'));
  expect(openDataKey(file)).toBeNull();
});

test('a wrong passphrase is said to be one', async () => {
  const file = readKeyFile(path);
  expect(await codeOf(() => unwrapDataKey(file, `${PASSPHRASE} `))).toBe('wrong-passphrase');
});

test('a wrap moved to another workspace does not open', async () => {
  const file = { ...readKeyFile(path), workspaceId: 'workspace-2' };
  expect(await codeOf(() => unwrapDataKey(file, PASSPHRASE))).toBe('wrong-passphrase');
});

describe('a key file that is not whole', () => {
  test('is missing, or is no file', async () => {
    expect(await codeOf(() => readKeyFile(join(folder, 'nowhere.json')))).toBe('key-file-missing');
  });

  test.each([
    ['half of it', (whole: string) => whole.slice(0, whole.length / 2)],
    ['nothing in it', () => ''],
    ['zeros, as a disk leaves them', (whole: string) => '\0'.repeat(whole.length)],
    ['another JSON', () => '{"format":"something-else","version":1}'],
    ['a list', () => '[]'],
  ])('%s', async (_name, damage) => {
    writeFileSync(other, damage(text));
    expect(await codeOf(() => readKeyFile(other))).toBe('key-file-damaged');
  });

  test.each([
    ['a cost that is no power of two', { n: 131_071 }],
    ['a cost that would take all memory', { n: 2 ** 30 }],
    ['a short tag', { tag: 'aabbccdd' }],
    ['a short key', { sealed: 'aabb' }],
    ['no hexadecimal', { salt: 'zz'.repeat(16) }],
    ['an unknown wrap', { kind: 'fingerprint' }],
  ])('%s', async (_name, changes) => {
    expect(await readChanged(wrapWith(changes))).toBe('key-file-damaged');
  });

  test('no wraps at all', async () => {
    expect(await readChanged((file) => ({ ...file, wraps: [] }))).toBe('key-file-damaged');
  });

  test('of a newer program, whatever else stands in it', async () => {
    const newer = (file: Record<string, unknown>) => ({ ...file, version: 2, wraps: 'elsewhere' });
    expect(await readChanged(newer)).toBe('newer-key-file');
  });
});

test('the demonstration’s key lies open, and asks for no passphrase', async () => {
  const open = await makeKeyFile(other, 'workspace-3', null);
  const file = readKeyFile(other);
  expect(openDataKey(file)).toEqual(open);
  expect(await codeOf(() => unwrapDataKey(file, PASSPHRASE))).toBe('key-file-damaged');
});

test('each key is another one', async () => {
  expect(await makeKeyFile(other, 'workspace-3', null)).not.toEqual(
    await makeKeyFile(other, 'workspace-3', null),
  );
});
