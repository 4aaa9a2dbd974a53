import { createHash, randomBytes } from 'node:crypto';
import {
  normalRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_GROUP_LENGTH,
  RECOVERY_GROUPS,
} from '../domain/recoveryCode.ts';

/** Bytes of the secret behind a recovery code: nobody guesses 128 bits, so no slow derivation is needed. */
const SECRET_BYTES = 16;
const SYMBOL_BITS = 5;
const SYMBOLS = RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH;
/** What the symbols hold beyond the secret is a checksum: 12 bits. */
const CHECK_BITS = SYMBOLS * SYMBOL_BITS - SECRET_BYTES * 8;

function checkOf(secret: Uint8Array): bigint {
  const digest = createHash('sha256').update('strefownik/recovery/check/1').update(secret).digest();
  return BigInt(digest.readUInt16BE(0) >> (16 - CHECK_BITS));
}

/** A fresh secret; its code is what the person keeps on paper. */
export function newRecoverySecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The code of a secret: seven groups of four, the last symbols a checksum. */
export function recoveryGroups(secret: Uint8Array): string[] {
  const whole =
    (BigInt(`0x${Buffer.from(secret).toString('hex')}`) << BigInt(CHECK_BITS)) | checkOf(secret);
  const symbols = Array.from({ length: SYMBOLS }, (_, index) => {
    const shift = BigInt((SYMBOLS - 1 - index) * SYMBOL_BITS);
    return RECOVERY_ALPHABET[Number((whole >> shift) & 31n)] ?? '';
  }).join('');
  return Array.from({ length: RECOVERY_GROUPS }, (_, index) =>
    symbols.slice(index * RECOVERY_GROUP_LENGTH, (index + 1) * RECOVERY_GROUP_LENGTH),
  );
}

/** The secret of a typed code, or null when it is not one: a symbol is missing, foreign or mistaken. */
export function recoverySecretOf(typed: string): Buffer | null {
  const symbols = normalRecoveryCode(typed);
  if (symbols.length !== SYMBOLS) return null;
  let whole = 0n;
  for (const symbol of symbols) {
    const value = RECOVERY_ALPHABET.indexOf(symbol);
    if (value < 0) return null;
    whole = (whole << BigInt(SYMBOL_BITS)) | BigInt(value);
  }
  const hex = (whole >> BigInt(CHECK_BITS)).toString(16).padStart(SECRET_BYTES * 2, '0');
  const secret = Buffer.from(hex, 'hex');
  return checkOf(secret) === (whole & ((1n << BigInt(CHECK_BITS)) - 1n)) ? secret : null;
}
