import type { Failure, FailureCode } from '../contract/failure.ts';
import { ReportPrinterError } from '../reports/printerError.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import { InvalidScoreError } from '../usecases/coachingSave.ts';

/** A failure that the worker itself tells. */
export class CallRefused extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super(code);
    this.name = 'CallRefused';
    this.code = code;
  }
}

/**
 * A failure as it travels to the window: a code that has a sentence, and plain values for it.
 * Anything without a name is a broken promise of ours: `unexpected`.
 */
export function failureOf(error: unknown): Failure {
  const known = asStoreFailure(error);
  if (known instanceof StoreFailure) {
    return { code: known.code, params: { ...known.params }, issues: [] };
  }
  if (known instanceof InvalidScoreError || known instanceof CallRefused) {
    return { code: known.code, params: {}, issues: [] };
  }
  if (known instanceof ReportPrinterError) {
    return { code: 'print-failed', params: {}, issues: [] };
  }
  return { code: 'unexpected', params: {}, issues: [] };
}
