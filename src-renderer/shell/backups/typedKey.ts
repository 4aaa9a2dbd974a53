import { CallFailure } from '../../bridge/bridge.ts';
import { describeFailure } from '../../i18n/failures.ts';
import { isCodeComplete } from '../recovery/codeText.ts';
import type { RestoreKey } from './restore.ts';

/** What the person typed to open a copy; the one not chosen is kept while they look for the other. */
export interface TypedKey {
  readonly kind: 'passphrase' | 'recovery';
  readonly passphrase: string;
  readonly code: string;
}

/** Nothing typed yet. */
export const NO_KEY: TypedKey = { kind: 'passphrase', passphrase: '', code: '' };

/** The key that was typed, for the call. */
export function keyOf({ kind, passphrase, code }: TypedKey): RestoreKey {
  return kind === 'passphrase' ? { kind, passphrase } : { kind, code };
}

/** Whether enough was typed to try it. */
export function isComplete({ kind, passphrase, code }: TypedKey): boolean {
  return kind === 'passphrase' ? passphrase !== '' : isCodeComplete(code);
}

/** Failures that another key may mend: told at the field. */
const KEY_FAILURES: readonly string[] = [
  'wrong-passphrase',
  'no-recovery-code',
  'mistyped-recovery-code',
  'wrong-recovery-code',
];

/** Why a copy was not restored, and whether that is told at the key's field. */
export interface RestoreProblem {
  readonly atKey: boolean;
  readonly words: string;
}

/** The failure of a restore in words. */
export function problemOf(error: unknown): RestoreProblem {
  const atKey = error instanceof CallFailure && KEY_FAILURES.includes(error.failure.code);
  return { atKey, words: describeFailure(error) };
}
