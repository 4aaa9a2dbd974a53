import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../files/wholeFile.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { DATA_KEY_BYTES } from './openKeyed.ts';
import { asStoreFailure, StoreFailure } from './failures.ts';
import {
  KeyWrap,
  openWithPassphrase,
  openWithSecret,
  wrapWithPassphrase,
  wrapWithSecret,
  type WrapOwner,
} from './keyWraps.ts';
import { recoverySecretOf } from './recoveryCode.ts';

/** Shortest passphrase; length is what counts, so there is no other rule. */
export const LEAST_PASSPHRASE = 8;

const KEY_FORMAT = 'strefownik-key';
/** 1: passphrase and demonstration. 2: also recovery code and the operating system's keychain. */
const KEY_VERSION = 2;
const Header = z.object({ format: z.literal(KEY_FORMAT), version: z.int().positive() });
const KeyFileSchema = Header.extend({
  workspaceId: z.string().min(1),
  wraps: z.array(KeyWrap).min(1),
});
/** The wrapped data key beside the database; wraps come and go, the data key never changes. */
export type KeyFile = z.infer<typeof KeyFileSchema>;
type WrapOf<Kind extends KeyWrap['kind']> = Extract<KeyWrap, { kind: Kind }>;
type SecretKind = 'recovery' | 'device';

/** How the data key is asked for. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'device'; readonly secret: Uint8Array };

function wrapIn<Kind extends KeyWrap['kind']>(file: KeyFile, kind: Kind): WrapOf<Kind> | undefined {
  return file.wraps.find((wrap): wrap is WrapOf<Kind> => wrap.kind === kind);
}

/** A key file as it lies on the disk. */
export function keyFileText(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Writes a key file whole: the old one stays until the new one is on the disk. */
export function writeKeyFile(path: string, file: KeyFile): void {
  writeWhole(path, Buffer.from(keyFileText(file), 'utf8'));
}

/** Makes a data key and its key file; a null passphrase makes the open key of the demonstration. */
export async function makeKeyFile(
  path: string,
  { workspaceId, madeOn }: WrapOwner,
  passphrase: string | null,
): Promise<Buffer> {
  const dataKey = randomBytes(DATA_KEY_BYTES);
  const wrap: KeyWrap =
    passphrase === null
      ? { kind: 'demonstration', dataKey: dataKey.toString('hex') }
      : await wrapWithPassphrase(dataKey, passphrase, { workspaceId, madeOn });
  writeKeyFile(path, { format: KEY_FORMAT, version: KEY_VERSION, workspaceId, wraps: [wrap] });
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
  const wrap = wrapIn(file, 'demonstration');
  return wrap === undefined ? null : Buffer.from(wrap.dataKey, 'hex');
}

/** Whether the key file has this way to the data key. */
export function hasWrap(file: KeyFile, kind: KeyWrap['kind']): boolean {
  return wrapIn(file, kind) !== undefined;
}

async function unwrapWithPassphrase(file: KeyFile, passphrase: string): Promise<Buffer> {
  const wrap = wrapIn(file, 'passphrase');
  if (wrap === undefined) throw new StoreFailure('key-file-damaged');
  const dataKey = await openWithPassphrase(wrap, passphrase, file.workspaceId);
  if (dataKey === null) throw new StoreFailure('wrong-passphrase');
  return dataKey;
}

function unwrapWithCode(file: KeyFile, code: string): Buffer {
  const wrap = wrapIn(file, 'recovery');
  if (wrap === undefined) throw new StoreFailure('no-recovery-code');
  const secret = recoverySecretOf(code);
  if (secret === null) throw new StoreFailure('mistyped-recovery-code');
  const dataKey = openWithSecret(wrap, secret, file.workspaceId);
  if (dataKey === null) throw new StoreFailure('wrong-recovery-code');
  return dataKey;
}

function unwrapWithDevice(file: KeyFile, secret: Uint8Array): Buffer {
  const wrap = wrapIn(file, 'device');
  const dataKey = wrap === undefined ? null : openWithSecret(wrap, secret, file.workspaceId);
  if (dataKey === null) throw new StoreFailure('device-unlock-failed');
  return dataKey;
}

/**
 * The data key behind a secret (a passphrase takes about 350 ms); the demonstration's lies open.
 * Throws wrong-passphrase, no-recovery-code, mistyped-recovery-code, wrong-recovery-code, device-unlock-failed or
 * key-file-damaged.
 */
export async function unwrapDataKey(file: KeyFile, given: Secret): Promise<Buffer> {
  const open = openDataKey(file);
  if (open !== null) return open;
  switch (given.kind) {
    case 'passphrase':
      return unwrapWithPassphrase(file, given.passphrase);
    case 'recovery':
      return unwrapWithCode(file, given.code);
    case 'device':
      return unwrapWithDevice(file, given.secret);
    default:
      return assertNever(given);
  }
}

function replaceWrap(file: KeyFile, kind: KeyWrap['kind'], wrap: KeyWrap | null): KeyFile {
  const others = file.wraps.filter((one) => one.kind !== kind);
  return { ...file, version: KEY_VERSION, wraps: wrap === null ? others : [...others, wrap] };
}

/** The key file with another passphrase; nothing is encrypted anew (about 350 ms). */
export async function withPassphrase(
  file: KeyFile,
  dataKey: Uint8Array,
  passphrase: string,
  madeOn: PlainDate,
): Promise<KeyFile> {
  const owner = { workspaceId: file.workspaceId, madeOn };
  return replaceWrap(file, 'passphrase', await wrapWithPassphrase(dataKey, passphrase, owner));
}

/** The key file with another recovery code or keychain secret. */
export function withSecret(
  file: KeyFile,
  kind: SecretKind,
  dataKey: Uint8Array,
  secret: Uint8Array,
  madeOn: PlainDate,
): KeyFile {
  const owner = { workspaceId: file.workspaceId, madeOn };
  return replaceWrap(file, kind, wrapWithSecret(kind, dataKey, secret, owner));
}

/** The key file without this way to the data key. */
export function withoutSecret(file: KeyFile, kind: SecretKind): KeyFile {
  return replaceWrap(file, kind, null);
}

/** The key file as it leaves this machine: the keychain here is no way into a copy elsewhere. */
export function withoutDevice(file: KeyFile): KeyFile {
  return { ...file, wraps: file.wraps.filter(({ kind }) => kind !== 'device') };
}

/** The day on which a way to the data key was made; null when there is none, or it was not noted. */
export function wrapMadeOn(file: KeyFile, kind: 'passphrase' | SecretKind): PlainDate | null {
  return wrapIn(file, kind)?.madeOn ?? null;
}
