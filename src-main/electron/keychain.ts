import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { DeskFailure } from './deskFailure.ts';
import { errorFields, type Log } from './log.ts';
import type { ElectronParts } from './ports.ts';

/** A secret that the system's keychain keeps for us, encrypted in a file of our own. */
export interface Keychain {
  /** Is there a real keychain? On Linux without one Electron would keep the text in the clear. */
  available(): Promise<boolean>;
  /** Is a secret kept? */
  holds(): boolean;
  /** Keeps a secret in place of an earlier one. @throws when it cannot be encrypted or written */
  keep(secret: string): Promise<void>;
  /** @throws {DeskFailure} `device-unlock-failed` when there is none, or it cannot be read now or ever */
  read(): Promise<string>;
  forget(): Promise<void>;
}

/** What the keychain needs. */
export interface KeychainPorts {
  readonly safeStorage: Pick<
    ElectronParts['safeStorage'],
    | 'decryptStringAsync'
    | 'encryptStringAsync'
    | 'getSelectedStorageBackend'
    | 'isAsyncEncryptionAvailable'
  >;
  readonly platform: NodeJS.Platform;
  /** Where the encrypted secret lies. */
  readonly file: string;
  readonly log: Log;
}

/** Electron says so of a key ring that is locked or busy; any other error will not go by itself. */
const PASSING = /temporarily unavailable/i;

/** Opens the keychain of the system; nothing is asked of it before the first call. */
export function createKeychain({ safeStorage, platform, file, log }: KeychainPorts): Keychain {
  const available = async (): Promise<boolean> => {
    // Only Linux has backends to choose from, and there encryption counts as available without any.
    if (platform === 'linux') {
      const backend = safeStorage.getSelectedStorageBackend();
      if (backend === 'basic_text' || backend === 'unknown') return false;
    }
    return safeStorage.isAsyncEncryptionAvailable();
  };

  const keep = async (secret: string): Promise<void> => {
    const sealed = await safeStorage.encryptStringAsync(secret);
    await writeOwn(file, sealed);
  };

  const forget = (): Promise<void> => rm(file, { force: true });

  const refuse = async (error: unknown): Promise<never> => {
    const passing = error instanceof Error && PASSING.test(error.message);
    log.write('keychain-unreadable', { passing });
    if (!passing) await forget();
    throw new DeskFailure('device-unlock-failed');
  };

  return {
    available,
    holds: () => existsSync(file),
    keep,
    forget,
    read: async () => {
      const sealed = await readFile(file).catch(() => undefined);
      if (sealed === undefined || !(await available()))
        throw new DeskFailure('device-unlock-failed');
      const { result, shouldReEncrypt } = await safeStorage
        .decryptStringAsync(sealed)
        .catch(refuse);
      if (shouldReEncrypt)
        await keep(result).catch((error: unknown) =>
          log.write('keychain-not-renewed', errorFields(error)),
        );
      return result;
    },
  };
}

/** Writes a file whole, readable by its owner alone; the old one stays until the new one is on the disk. */
async function writeOwn(file: string, content: Uint8Array): Promise<void> {
  const staging = `${file}.new`;
  const handle = await open(staging, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(staging, file);
}
