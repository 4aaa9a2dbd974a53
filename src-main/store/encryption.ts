import { dirname } from 'node:path';
import { firstBytes } from '../files/checkFiles.ts';
import type { Store } from './db.ts';
import { hasWrap, readKeyFile } from './keyFile.ts';
import { CONNECTION_PRAGMAS } from './openKeyed.ts';
import { workspacePaths } from './workspace.ts';

/** What an open database says of its own encryption, read back rather than remembered. */
export interface EncryptionFacts {
  /** Name of the cipher scheme as SQLite tells it. */
  readonly cipher: string;
  /** Version of the scheme. */
  readonly legacy: number;
  /** Every page carries a seal (HMAC) that tells whether it was changed. */
  readonly sealedPages: boolean;
  /** Settings of the connection that are not what they should be. */
  readonly strayPragmas: readonly string[];
  /** The file begins as an unencrypted database does. */
  readonly clearFile: boolean;
  /** The data key lies open beside the database, as only in a demonstration. */
  readonly openKey: boolean;
  /** A passphrase opens it. */
  readonly closedKey: boolean;
}

/** How an unencrypted SQLite database begins. */
const CLEAR_HEADER = 'SQLite format 3\u0000';

/** Reads back how an open workspace is encrypted. Throws what `readKeyFile` throws. */
export function encryptionOf({ connection }: Pick<Store, 'connection'>): EncryptionFacts {
  const pragma = (name: string): unknown => connection.pragma(name, { simple: true });
  const keyFile = readKeyFile(workspacePaths(dirname(connection.name)).key);
  const header = firstBytes(connection.name, CLEAR_HEADER.length).toString('latin1');
  return {
    cipher: String(pragma('cipher')),
    legacy: Number(pragma('legacy')),
    sealedPages: Number(pragma('hmac_use')) === 1,
    strayPragmas: Object.entries(CONNECTION_PRAGMAS)
      .filter(([name, value]) => pragma(name) !== value)
      .map(([name]) => name),
    clearFile: header === CLEAR_HEADER,
    openKey: hasWrap(keyFile, 'demonstration'),
    closedKey: hasWrap(keyFile, 'passphrase'),
  };
}

/** Looks through the whole database on this connection, which it holds up meanwhile; is it sound? */
export function isSound({ connection }: Pick<Store, 'connection'>): boolean {
  try {
    return connection.pragma('quick_check', { simple: true }) === 'ok';
  } catch {
    return false; // a page that cannot even be decrypted
  }
}
