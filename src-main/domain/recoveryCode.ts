/** Crockford's alphabet: no letter that is taken for a digit. */
export const RECOVERY_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** How many symbols stand together in a group of a recovery code. */
export const RECOVERY_GROUP_LENGTH = 4;
/** How many groups a recovery code has. */
export const RECOVERY_GROUPS = 7;

/** What people write for a letter or digit of the alphabet. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** What a person typed, as symbols of the alphabet: in capitals or not, with whatever separators, lookalikes put right. */
export function normalRecoveryCode(typed: string): string {
  return [...typed.toUpperCase().replace(/[\s\-–—.,_]/g, '')]
    .map((symbol) => LOOKALIKES[symbol] ?? symbol)
    .join('');
}
