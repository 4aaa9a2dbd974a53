import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../src-main/contract/contract.ts';
import { call } from '../bridge/bridge.ts';
import { draftValues } from './draftValues.ts';
import { reportFailure } from './notices.ts';

type DraftEntity = CallInput<'draft.get'>['entity'];

/** A change is kept this long after it was typed, whatever follows. */
const KEEP_AFTER_MS = 400;

/** The form of a thing that does not exist yet: its words survive the end of the program. */
export interface NewDraft<Values> {
  /** Null until it is known whether earlier words were kept. */
  readonly values: Values | null;
  /** Whether the words come from an earlier, unfinished try. */
  readonly restored: boolean;
  readonly patch: (part: Partial<Values>) => void;
  /** Forgets the words. */
  readonly discard: () => void;
  /** The thing was made (the store has dropped the draft with it): keeps nothing any more. */
  readonly finish: () => void;
}

/** Keeps what is typed into the form of a new thing under its draft key, and offers it back. */
export function useNewDraft<Values extends object>(
  entity: DraftEntity,
  entityId: string,
  empty: Values,
): NewDraft<Values> {
  const [values, setValues] = useState<Values | null>(null);
  const [restored, setRestored] = useState(false);
  const start = useRef(empty);
  const unsaved = useRef<Values | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const body = unsaved.current;
    if (body === null) return;
    unsaved.current = null;
    call('draft.keep', { entity, entityId, baseRevision: 0, body: JSON.stringify(body) }).catch(
      (error: unknown) => reportFailure(error),
    );
  }, [entity, entityId]);

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      let found = start.current;
      try {
        const draft = await call('draft.get', { entity, entityId });
        if (draft !== null) {
          found = draftValues(draft.body, start.current);
          if (!gone) setRestored(true);
        }
      } catch (error) {
        reportFailure(error);
      }
      if (!gone) setValues(found);
    };
    void open();
    window.addEventListener('pagehide', keep);
    return () => {
      gone = true;
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [entity, entityId, keep]);

  const finish = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    unsaved.current = null;
  };
  return {
    values,
    restored,
    patch: (part) => {
      if (values === null) return;
      const next = { ...values, ...part };
      setValues(next);
      unsaved.current = next;
      timer.current ??= setTimeout(keep, KEEP_AFTER_MS);
    },
    discard: () => {
      finish();
      setRestored(false);
      setValues(start.current);
      call('draft.discard', { entity, entityId }).catch((error: unknown) => reportFailure(error));
    },
    finish,
  };
}
