import { z } from 'zod';

/**
 * Why a call failed, for the interface to say in plain words: `errors.<code>` in the messages.
 * Expected outcomes (cancelled, conflicts, missing fields) are values of the call instead.
 */
export const FailureCode = z.enum([
  'bad-input',
  'unknown-call',
  'foreign-sender',
  'workspace-closed',
  'workspace-exists',
  'wrong-passphrase',
  'no-recovery-code',
  'mistyped-recovery-code',
  'wrong-recovery-code',
  'device-unlock-failed',
  'keychain-missing',
  'passphrase-too-short',
  'not-a-database',
  'key-file-damaged',
  'key-file-missing',
  'newer-schema',
  'newer-key-file',
  'second-instance',
  'no-write-access',
  'disk-full',
  'file-too-large',
  'file-damaged',
  'file-missing',
  'backup-missing',
  'backup-damaged',
  'backup-needed',
  'backup-first',
  'place-missing',
  'room-locked',
  'name-mismatch',
  'owner-stays',
  'not-found',
  'changed-meanwhile',
  'draft-outdated',
  'invalid-score',
  'print-failed',
  'store-stopped',
  'unexpected',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** One field that was refused at the door: dotted path and a message key. */
export const FieldIssue = z.object({ path: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof FieldIssue>;

/** A failure as it travels to the window: no stack, no text from the store. */
export const Failure = z.object({
  code: FailureCode,
  /** Plain values for the sentence. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  issues: z.array(FieldIssue),
});
export type Failure = z.infer<typeof Failure>;

/** What every call answers with; Electron keeps only the text of a thrown error, so nothing is thrown across. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };
