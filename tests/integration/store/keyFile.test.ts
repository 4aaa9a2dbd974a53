import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlainDate } from '../../../src-main/domain/calendar.ts';
import { StoreFailure } from '../../../src-main/store/failures.ts';
import {
  makeKeyFile,
  openDataKey,
  readKeyFile,
  unwrapDataKey,
  withSecret,
  wrapMadeOn,
  type KeyFile,
} from '../../../src-main/store/keyFile.ts';
import {
  newRecoverySecret,
  recoveryGroups,
  recoverySecretOf,
} from '../../../src-main/store/recoveryCode.ts';

const folder = mkdtempSync(join(tmpdir(), 'strefownik-key-'));
const path = join(folder, 'key.json');
const other = join(folder, 'other.json');
const PASSPHRASE = 'żółw śpi pod łóżkiem';
const TODAY = PlainDate.parse('2026-11-22');
const ownerOf = (workspaceId: string) => ({ workspaceId, madeOn: TODAY });
let dataKey: Buffer;
let text: string;

const byPassphrase = (file: KeyFile, passphrase: string) =>
  unwrapDataKey(file, { kind: 'passphrase', passphrase });
const byCode = (file: KeyFile, code: string) => unwrapDataKey(file, { kind: 'recovery', code });

beforeAll(async () => {
  dataKey = await makeKeyFile(path, ownerOf('workspace-1'), PASSPHRASE);
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
  expect(await byPassphrase(file, PASSPHRASE)).toEqual(dataKey);
  expect(await byPassphrase(file, PASSPHRASE.normalize('NFD'))).toEqual(dataKey);
});

test('it is wrapped by scrypt at full cost, and does not lie in the file', () => {
  const file = readKeyFile(path);
  expect(file).toEqual({
    format: 'strefownik-key',
    version: 2,
    workspaceId: 'workspace-1',
    wraps: [
      expect.objectContaining({
        kind: 'passphrase',
        kdf: 'scrypt',
        n: 131_072,
        r: 8,
        p: 1,
        madeOn: TODAY,
      }),
    ],
  });
  expect(text).not.toContain(dataKey.toString('hex'));
  expect(text).not.toContain(dataKey.toString('base64'));
  expect(openDataKey(file)).toBeNull();
});

test('a wrong passphrase is said to be one', async () => {
  const file = readKeyFile(path);
  expect(await codeOf(() => byPassphrase(file, `${PASSPHRASE} `))).toBe('wrong-passphrase');
});

test('a wrap moved to another workspace does not open', async () => {
  const file = { ...readKeyFile(path), workspaceId: 'workspace-2' };
  expect(await codeOf(() => byPassphrase(file, PASSPHRASE))).toBe('wrong-passphrase');
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
    const newer = (file: Record<string, unknown>) => ({ ...file, version: 3, wraps: 'elsewhere' });
    expect(await readChanged(newer)).toBe('newer-key-file');
  });
});

test('the demonstration’s key lies open, and asks for no passphrase', async () => {
  const open = await makeKeyFile(other, ownerOf('workspace-3'), null);
  const file = readKeyFile(other);
  expect(openDataKey(file)).toEqual(open);
  expect(await byPassphrase(file, PASSPHRASE)).toEqual(open);
});

test('each key is another one', async () => {
  expect(await makeKeyFile(other, ownerOf('workspace-3'), null)).not.toEqual(
    await makeKeyFile(other, ownerOf('workspace-3'), null),
  );
});

describe('a recovery code', () => {
  const secret = newRecoverySecret();
  const groups = recoveryGroups(secret);
  const withCode = () => withSecret(readKeyFile(path), 'recovery', dataKey, secret, TODAY);

  test('opens the key beside the passphrase, and is not in the file', async () => {
    const file = withCode();
    expect(await byCode(file, groups.join('-'))).toEqual(dataKey);
    expect(await byPassphrase(file, PASSPHRASE)).toEqual(dataKey);
    expect(wrapMadeOn(file, 'recovery')).toBe(TODAY);
    for (const part of [...groups, secret.toString('hex'), secret.toString('base64')])
      expect(JSON.stringify(file)).not.toContain(part);
  });

  test('of somebody else, with a slip of the pen, or where none was made is told apart', async () => {
    const file = withCode();
    const others = recoveryGroups(newRecoverySecret()).join(' ');
    expect(await codeOf(() => byCode(file, others))).toBe('wrong-recovery-code');
    expect(await codeOf(() => byCode(file, groups.slice(1).join(' ')))).toBe(
      'mistyped-recovery-code',
    );
    expect(await codeOf(() => byCode(readKeyFile(path), groups.join(' ')))).toBe(
      'no-recovery-code',
    );
  });

  test('made anew takes the place of the old one', async () => {
    const next = newRecoverySecret();
    const file = withSecret(withCode(), 'recovery', dataKey, next, TODAY);
    expect(file.wraps.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
    expect(await byCode(file, recoveryGroups(next).join(''))).toEqual(dataKey);
    expect(await codeOf(() => byCode(file, groups.join('')))).toBe('wrong-recovery-code');
  });

  test('reads back whatever it was made of, in any dress', () => {
    const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });
    const dresses = fc.constantFrom<((code: string) => string)[]>(
      (code) => code,
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
      (code) => [...code].join(' '),
    );
    fc.assert(
      fc.property(secrets, dresses, (bytes, dress) => {
        const code = recoveryGroups(bytes).join('-');
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(recoverySecretOf(dress(code))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('with one symbol changed is hardly ever taken for another code', () => {
    const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
    const code = groups.join('');
    const taken = [...code].flatMap((symbol, index) =>
      alphabet
        .filter((one) => one !== symbol)
        .filter(
          (one) => recoverySecretOf(code.slice(0, index) + one + code.slice(index + 1)) !== null,
        ),
    );
    // 868 slips against a checksum of 12 bits: a fifth of one is expected to pass.
    expect(taken.length).toBeLessThan(5);
  });
});
