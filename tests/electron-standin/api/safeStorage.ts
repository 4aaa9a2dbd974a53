import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { control } from '../control.ts';
import { requireReady } from '../engine/phase.ts';
import { asElectron, guard } from './guard.ts';

/** As Chromium marks texts encrypted on Linux. */
const MARK = Buffer.from('v10');
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * `safeStorage` with its asynchronous calls only (the synchronous ones are deprecated in 45). The key is
 * no secret; what is staged in the control object decides how it behaves.
 */
const fake = guard('safeStorage', {
  isAsyncEncryptionAvailable: async () => {
    requirePhase();
    return control.safeStorage.available;
  },
  getSelectedStorageBackend: () => {
    requirePhase();
    return control.safeStorage.backend;
  },
  encryptStringAsync: async (plainText: string) => {
    requireAvailable('encrypting', 'encryptStringAsync');
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key(), iv);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([MARK, iv, cipher.getAuthTag(), body]);
  },
  decryptStringAsync: async (encrypted: Buffer) => {
    requireAvailable('decrypting', 'decryptStringAsync');
    if (control.safeStorage.temporarilyUnavailable) {
      throw new Error('Encryption is temporarily unavailable. Please try again later.');
    }
    const result = decrypt(Buffer.from(encrypted));
    return { result, shouldReEncrypt: control.safeStorage.shouldReEncrypt };
  },
});

function requirePhase(): void {
  requireReady('safeStorage cannot be used before app is ready');
}

function requireAvailable(what: string, method: string): void {
  requirePhase();
  if (control.safeStorage.available) return;
  throw new Error(
    `Error while ${what} the text provided to safeStorage.${method}. Encryption is not available.`,
  );
}

function decrypt(encrypted: Buffer): string {
  const tagAt = MARK.length + IV_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  try {
    if (!encrypted.subarray(0, MARK.length).equals(MARK)) throw new Error('no such mark');
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(MARK.length, tagAt));
    decipher.setAuthTag(encrypted.subarray(tagAt, bodyAt));
    return decipher.update(encrypted.subarray(bodyAt), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
      { cause },
    );
  }
}

function key(): Buffer {
  return createHash('sha256').update(`not a secret: ${control.safeStorage.keySeed}`).digest();
}

/** `safeStorage` under Electron's type. */
export const safeStorage = asElectron<Electron.SafeStorage, typeof fake>(fake);
