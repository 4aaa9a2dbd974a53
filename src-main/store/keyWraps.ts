import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PlainDate } from '../domain/calendar.ts';
import { DATA_KEY_BYTES } from './openKeyed.ts';

/** Bytes of the secret that the operating system's keychain keeps. */
export const DEVICE_SECRET_BYTES = 32;

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** So many bytes in lower-case hexadecimal. */
const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const wrapShape = {
  /** The day it was made; null in files from before it was noted. */
  madeOn: PlainDate.nullable().default(null),
  salt: hexOf(SALT_BYTES),
  nonce: hexOf(NONCE_BYTES),
  sealed: hexOf(DATA_KEY_BYTES),
  tag: hexOf(TAG_BYTES),
};

/** The data key sealed by a passphrase. */
export const PassphraseWrap = z.object({
  kind: z.literal('passphrase'),
  kdf: z.literal('scrypt'),
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 22)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  ...wrapShape,
});
/** The data key sealed by a strong secret: a recovery code, or what the operating system's keychain keeps. */
export const SecretWrap = z.object({
  kind: z.enum(['recovery', 'device']),
  kdf: z.literal('hkdf-sha256'),
  ...wrapShape,
});
/** The demonstration holds invented data only: its key lies open beside it. */
export const OpenWrap = z.object({
  kind: z.literal('demonstration'),
  dataKey: hexOf(DATA_KEY_BYTES),
});
/** Every way to the data key. */
export const KeyWrap = z.discriminatedUnion('kind', [PassphraseWrap, SecretWrap, OpenWrap]);
export type KeyWrap = z.infer<typeof KeyWrap>;
type PassphraseWrap = z.infer<typeof PassphraseWrap>;
type SecretWrap = z.infer<typeof SecretWrap>;
type Sealed = Pick<PassphraseWrap, 'salt' | 'nonce' | 'sealed' | 'tag'>;

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

function keyFromSecret(kind: SecretWrap['kind'], secret: Uint8Array, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `strefownik/wrap/${kind}/1`, 32));
}

/** What every wrap is bound to, so that none can be moved to another workspace. The 1 is the wraps' own version. */
function boundTo(workspaceId: string): Buffer {
  return Buffer.from(`strefownik-key:1:${workspaceId}`, 'utf8');
}

function seal(dataKey: Uint8Array, key: Buffer, salt: Buffer, workspaceId: string): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(workspaceId));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    sealed: sealed.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

/** The data key, or null when this key does not open the wrap. */
function unseal(wrap: Sealed, key: Buffer, workspaceId: string): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.nonce, 'hex'));
    decipher.setAAD(boundTo(workspaceId));
    decipher.setAuthTag(Buffer.from(wrap.tag, 'hex'));
    return Buffer.concat([decipher.update(Buffer.from(wrap.sealed, 'hex')), decipher.final()]);
  } catch {
    return null; // the seal says only that it was another key
  }
}

/** What a new wrap belongs to, and the day it is made. */
export interface WrapOwner {
  readonly workspaceId: string;
  readonly madeOn: PlainDate;
}

/** Seals the data key by a passphrase (about 350 ms). */
export async function wrapWithPassphrase(
  dataKey: Uint8Array,
  passphrase: string,
  { workspaceId, madeOn }: WrapOwner,
): Promise<PassphraseWrap> {
  const salt = randomBytes(SALT_BYTES);
  const key = await keyFromPassphrase(passphrase, salt, SCRYPT);
  return {
    kind: 'passphrase',
    kdf: 'scrypt',
    madeOn,
    ...SCRYPT,
    ...seal(dataKey, key, salt, workspaceId),
  };
}

/** Seals the data key by a strong secret. */
export function wrapWithSecret(
  kind: SecretWrap['kind'],
  dataKey: Uint8Array,
  secret: Uint8Array,
  { workspaceId, madeOn }: WrapOwner,
): SecretWrap {
  const salt = randomBytes(SALT_BYTES);
  const sealed = seal(dataKey, keyFromSecret(kind, secret, salt), salt, workspaceId);
  return { kind, kdf: 'hkdf-sha256', madeOn, ...sealed };
}

/** The data key behind a passphrase (about 350 ms), or null when it is another one. */
export async function openWithPassphrase(
  wrap: PassphraseWrap,
  passphrase: string,
  workspaceId: string,
): Promise<Buffer | null> {
  const key = await keyFromPassphrase(passphrase, Buffer.from(wrap.salt, 'hex'), wrap);
  return unseal(wrap, key, workspaceId);
}

/** The data key behind a strong secret, or null when it is another one. */
export function openWithSecret(
  wrap: SecretWrap,
  secret: Uint8Array,
  workspaceId: string,
): Buffer | null {
  return unseal(wrap, keyFromSecret(wrap.kind, secret, Buffer.from(wrap.salt, 'hex')), workspaceId);
}
