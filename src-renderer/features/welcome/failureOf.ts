import type { Failure } from '../../../src-main/contract/failure.ts';
import { CallFailure } from '../../bridge/bridge.ts';

/** The failure that a call was refused with; anything else is unexpected. */
export function failureOf(error: unknown): Failure {
  return error instanceof CallFailure
    ? error.failure
    : { code: 'unexpected', params: {}, issues: [] };
}
