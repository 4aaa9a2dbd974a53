import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import { writeWhole } from '../files/wholeFile.ts';
import { DATA_KEY_BYTES } from './openKeyed.ts';
import { asStoreFailure, StoreFailure } from './failures.ts';

/** Shortest passphrase; length is what counts, so there is no other rule. */
export const LEAST_PASSPHRASE = 8;

/** So many bytes in lower-case hexadecimal. */
const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const PassphraseWrap = z.object({
  kind: z.literal('passphrase'),
  kdf: z.literal('scrypt'),
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 22)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: hexOf(SALT_BYTES),
  nonce: hexOf(NONCE_BYTES),
  sealed: hexOf(DATA_KEY_BYTES),
  tag: hexOf(TAG_BYTES),
});
/** The demonstration holds invented data only: its key lies open beside it. */
const OpenWrap = z.object({ kind: z.literal('demonstration'), dataKey: hexOf(DATA_KEY_BYTES) });

const KEY_FORMAT = 'strefownik-key';
const KEY_VERSION = 1;
const Header = z.object({ format: z.literal(KEY_FORMAT), version: z.int().positive() });
const KeyFileSchema = Header.extend({
  workspaceId: z.string().min(1),
  wraps: z.array(z.discriminatedUnion('kind', [PassphraseWrap, OpenWrap])).min(1),
});
/** The wrapped data key beside the database; wraps are added, the data key never changes. */
export type KeyFile = z.infer<typeof KeyFileSchema>;

const scryptAsync = promisify<string, Buffer, number, object, Buffer>(scrypt);
const SCRYPT = { n: 2 ** 17, r: 8, p: 1 };

async function keyFromPassphrase(
  passphrase: string,
  salt: Buffer,
  cost: { n: number; r: number; p: number },
): Promise<Buffer> {
  return scryptAsync(passphrase.normalize('NFC'), salt, 32, {
    N: cost.n,
    r: cost.r,
    p: cost.p,
    // scrypt needs 128·N·r bytes (128 MiB here), which is above Node's default limit.
    maxmem: 256 * cost.n * cost.r,
  });
}

function boundTo(workspaceId: string): Buffer {
  return Buffer.from(`${KEY_FORMAT}:${KEY_VERSION}:${workspaceId}`, 'utf8');
}

async function wrapWithPassphrase(
  dataKey: Buffer,
  passphrase: string,
  workspaceId: string,
): Promise<z.infer<typeof PassphraseWrap>> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(
    'aes-256-gcm',
    await keyFromPassphrase(passphrase, salt, SCRYPT),
    nonce,
  );
  cipher.setAAD(boundTo(workspaceId));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    kind: 'passphrase',
    kdf: 'scrypt',
    ...SCRYPT,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    sealed: sealed.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

/** Makes a data key and its key file; a null passphrase makes the open key of the demonstration. */
export async function makeKeyFile(
  path: string,
  workspaceId: string,
  passphrase: string | null,
): Promise<Buffer> {
  const dataKey = randomBytes(DATA_KEY_BYTES);
  const wrap =
    passphrase === null
      ? { kind: 'demonstration' as const, dataKey: dataKey.toString('hex') }
      : await wrapWithPassphrase(dataKey, passphrase, workspaceId);
  const file: KeyFile = { format: KEY_FORMAT, version: KEY_VERSION, workspaceId, wraps: [wrap] };
  writeWhole(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8'));
  return dataKey;
}

/** Reads a key file. Throws key-file-missing, key-file-damaged or newer-key-file. */
export function readKeyFile(path: string): KeyFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing
      ? new StoreFailure('key-file-missing', {}, { cause: error })
      : asStoreFailure(error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StoreFailure('key-file-damaged', {}, { cause: error });
  }
  const header = Header.safeParse(value);
  if (!header.success) throw new StoreFailure('key-file-damaged');
  if (header.data.version > KEY_VERSION) throw new StoreFailure('newer-key-file');
  const file = KeyFileSchema.safeParse(value);
  if (!file.success) throw new StoreFailure('key-file-damaged');
  return file.data;
}

/** The data key that lies open in a demonstration workspace; null in any other. */
export function openDataKey(file: KeyFile): Buffer | null {
  const wrap = file.wraps.find((one) => one.kind === 'demonstration');
  return wrap === undefined ? null : Buffer.from(wrap.dataKey, 'hex');
}

/** Unwraps the data key with a passphrase (about 350 ms). Throws wrong-passphrase or key-file-damaged. */
export async function unwrapDataKey(file: KeyFile, passphrase: string): Promise<Buffer> {
  const wrap = file.wraps.find((one) => one.kind === 'passphrase');
  if (wrap === undefined) throw new StoreFailure('key-file-damaged');
  const key = await keyFromPassphrase(passphrase, Buffer.from(wrap.salt, 'hex'), wrap);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.nonce, 'hex'));
    decipher.setAAD(boundTo(file.workspaceId));
    decipher.setAuthTag(Buffer.from(wrap.tag, 'hex'));
    return Buffer.concat([decipher.update(Buffer.from(wrap.sealed, 'hex')), decipher.final()]);
  } catch (error) {
    throw new StoreFailure('wrong-passphrase', {}, { cause: error });
  }
}
