import {
  normalRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_GROUP_LENGTH,
  RECOVERY_GROUPS,
} from '../../../src-main/domain/recoveryCode.ts';

/** How many symbols a whole recovery code has. */
export const CODE_LENGTH = RECOVERY_GROUP_LENGTH * RECOVERY_GROUPS;

const EACH_GROUP = new RegExp(`.{1,${RECOVERY_GROUP_LENGTH}}`, 'gu');

/** How far a typed recovery code is. */
export interface TypedCode {
  /** Symbols so far, separators left out. */
  readonly count: number;
  /** The first character that no code has, as it was typed; null when all may be right. */
  readonly foreign: string | null;
}

/** Looks at what was typed so far. */
export function lookAtCode(typed: string): TypedCode {
  const symbols = [...normalRecoveryCode(typed)];
  return {
    count: symbols.length,
    foreign: symbols.find((symbol) => !RECOVERY_ALPHABET.includes(symbol)) ?? null,
  };
}

/** Whether as many symbols are typed as a code has, and none that no code has. */
export function isCodeComplete(typed: string): boolean {
  const { count, foreign } = lookAtCode(typed);
  return count === CODE_LENGTH && foreign === null;
}

/** What was typed as it stands on the sheet: capital letters in groups of four. */
export function tidyCode(typed: string): string {
  return (normalRecoveryCode(typed).match(EACH_GROUP) ?? []).join('-');
}
