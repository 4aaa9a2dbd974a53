import type { Failure, FailureCode } from '../contract/failure.ts';

/** Carries a failure through the desk's handlers to the door, which puts it into the envelope. */
export class DeskFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure | FailureCode) {
    const whole = typeof failure === 'string' ? { code: failure, params: {}, issues: [] } : failure;
    super(whole.code);
    this.name = 'DeskFailure';
    this.failure = whole;
  }
}
