import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeychain } from '../../../src-main/electron/keychain.ts';
import { fake, makeLog } from './fakes.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-keychain-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Stage {
  readonly platform?: NodeJS.Platform;
  readonly backend?: string;
  readonly available?: boolean;
  /** Why decrypting fails. */
  readonly failure?: string;
  readonly shouldReEncrypt?: boolean;
}

/** A keychain that "encrypts" by turning the text round, so that the file can be looked into. */
function makeKeychain(stage: Stage = {}) {
  const { platform = 'linux', backend = 'gnome_libsecret', available = true } = stage;
  const log = makeLog();
  const sealed: string[] = [];
  const turned = (text: string): string => [...text].toReversed().join('');
  const keychain = createKeychain({
    safeStorage: fake('safeStorage', {
      // As on the other systems, where Electron has no such method.
      ...(platform === 'linux' && { getSelectedStorageBackend: () => backend }),
      isAsyncEncryptionAvailable: () => Promise.resolve(available),
      encryptStringAsync: (text: string) => {
        sealed.push(text);
        return Promise.resolve(Buffer.from(turned(text)));
      },
      decryptStringAsync: (bytes: Buffer) =>
        stage.failure === undefined
          ? Promise.resolve({
              result: turned(bytes.toString()),
              shouldReEncrypt: stage.shouldReEncrypt ?? false,
            })
          : Promise.reject(new Error(stage.failure)),
    }),
    platform,
    file: join(folder, 'keychain.bin'),
    log,
  });
  return { keychain, log, sealed };
}

const REFUSED = { failure: { code: 'device-unlock-failed' } };

describe('the keychain', () => {
  it.each<[Stage, boolean]>([
    [{ backend: 'gnome_libsecret' }, true],
    [{ backend: 'kwallet6' }, true],
    [{ backend: 'basic_text' }, false],
    [{ backend: 'unknown' }, false],
    [{ backend: 'kwallet6', available: false }, false],
    [{ platform: 'win32' }, true],
    [{ platform: 'darwin', available: false }, false],
  ])('%j is there: %s', async (stage, there) => {
    expect(await makeKeychain(stage).keychain.available()).toBe(there);
  });

  it('keeps a secret only encrypted, and gives it back', async () => {
    const { keychain } = makeKeychain();
    expect(keychain.holds()).toBe(false);
    await keychain.keep('sekret');
    expect(keychain.holds()).toBe(true);
    expect(await readdir(folder)).toStrictEqual(['keychain.bin']);
    expect(await readFile(join(folder, 'keychain.bin'), 'utf8')).toBe('terkes');
    expect(await keychain.read()).toBe('sekret');
    await keychain.forget();
    expect(keychain.holds()).toBe(false);
    await keychain.forget();
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    await makeKeychain().keychain.keep('sekret');
    expect((await stat(join(folder, 'keychain.bin'))).mode & 0o777).toBe(0o600);
  });

  it('has nothing to read before something is kept', async () => {
    await expect(makeKeychain().keychain.read()).rejects.toMatchObject(REFUSED);
  });

  it('reads nothing that was kept by a real one where there is none now, and leaves it', async () => {
    await writeFile(join(folder, 'keychain.bin'), 'terkes');
    const { keychain } = makeKeychain({ backend: 'basic_text' });
    await expect(keychain.read()).rejects.toMatchObject(REFUSED);
    expect(keychain.holds()).toBe(true);
  });

  it.each([
    ['stays', 'Encryption is temporarily unavailable. Please try again later.', true],
    ['goes', 'Error while decrypting the ciphertext provided.', false],
  ])('a secret that cannot be read %s: %s', async (_what, failure, stays) => {
    await writeFile(join(folder, 'keychain.bin'), 'terkes');
    const { keychain, log } = makeKeychain({ failure });
    await expect(keychain.read()).rejects.toMatchObject(REFUSED);
    expect(keychain.holds()).toBe(stays);
    expect(log.lines).toStrictEqual([['keychain-unreadable', { passing: stays }]]);
  });

  it('encrypts anew when the system has a newer key', async () => {
    await writeFile(join(folder, 'keychain.bin'), 'terkes');
    const { keychain, sealed } = makeKeychain({ shouldReEncrypt: true });
    expect(await keychain.read()).toBe('sekret');
    expect(sealed).toStrictEqual(['sekret']);
  });
});
