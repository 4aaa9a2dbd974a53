import { useState } from 'react';
import { describeFailure } from '../i18n/failures.ts';
import type { NewDraft } from './useNewDraft.ts';

/** Adding a new thing from a form: whether it was tried, is going on, or failed and why. */
export interface Adding {
  /** The person has asked for it at least once: from now on what is missing is shown. */
  readonly tried: boolean;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly add: () => Promise<void>;
}

/**
 * Adds what a draft holds when `ready` says so: `save` makes the thing and goes on from it.
 * When it fails, the words are kept again and the failure is told.
 */
export function useAdding<Values extends object>(
  draft: NewDraft<Values>,
  ready: (values: Values) => boolean,
  save: (values: Values) => Promise<void>,
): Adding {
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    const { values } = draft;
    setTried(true);
    if (values === null || busy || !ready(values)) return;
    setBusy(true);
    setFailure(null);
    try {
      draft.finish();
      await save(values);
    } catch (error) {
      draft.patch({});
      setFailure(describeFailure(error));
      setBusy(false);
    }
  };
  return { tried, busy, failure, add };
}
