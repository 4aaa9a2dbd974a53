import { useRef, useState } from 'react';
import { CallFailure } from '../../../bridge/bridge.ts';
import { reportFailure } from '../../../state/notices.ts';

/** Whether a call failed for this very reason. */
export function failedWith(error: unknown, code: CallFailure['failure']['code']): boolean {
  return error instanceof CallFailure && error.failure.code === code;
}

/** One piece of work at a time: `run` does it unless it is being done, and tells a failure with a way to retry. */
export function useAttempt(): {
  readonly busy: boolean;
  readonly run: (work: () => Promise<void>) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      reportFailure(error, () => run(work));
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  return { busy, run };
}
