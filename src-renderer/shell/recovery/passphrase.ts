/** The shortest passphrase the store takes, in characters. */
const LEAST_PASSPHRASE = 8;

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

/** A new passphrase as it is typed, twice. */
export interface NewPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

/** Why a new passphrase cannot be set yet. */
export type NewPassphraseProblem = 'short' | 'differ';

/** What is wrong with a new passphrase; null when nothing is. */
export function passphraseProblem({
  passphrase,
  again,
}: NewPassphrase): NewPassphraseProblem | null {
  if ([...passphrase].length < LEAST_PASSPHRASE) return 'short';
  return passphrase === again ? null : 'differ';
}
