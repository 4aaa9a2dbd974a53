/** The shortest passphrase the store takes, in characters. */
export const LEAST_PASSPHRASE = 8;

/** How hard a passphrase is to guess, as far as its length tells. */
export type PassphraseStrength = 'none' | 'short' | 'fair' | 'good' | 'great';

/** The strengths that are drawn as steps of the meter, weakest first. */
export const STRENGTH_STEPS = ['short', 'fair', 'good', 'great'] as const;

const GOOD_LENGTH = 12;
const GREAT_LENGTH = 18;

/**
 * Estimates a passphrase by its length alone; a character repeated right after itself adds nothing.
 * It never asks for digits or signs: those make a passphrase hard to remember, length makes it hard to guess.
 */
export function strengthOf(passphrase: string): PassphraseStrength {
  const characters = [...passphrase];
  if (characters.length === 0) return 'none';
  if (characters.length < LEAST_PASSPHRASE) return 'short';
  const telling = characters.filter((one, index) => one !== characters[index - 1]).length;
  if (telling >= GREAT_LENGTH) return 'great';
  return telling >= GOOD_LENGTH ? 'good' : 'fair';
}
