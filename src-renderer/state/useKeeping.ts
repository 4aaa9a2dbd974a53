import { useCallback, useEffect, useRef, useState } from 'react';
import { reportFailure } from './notices.ts';

/** A form that ends with a decision: its words are kept all along, and only the decision saves them. */
export interface KeepingForm<Values extends object> {
  readonly values: Values;
  readonly patch: (part: Partial<Values>) => void;
  /** Stops keeping, after what is already on its way; call it before the decision, which drops the draft. */
  readonly end: () => Promise<void>;
  /** Starts again with other values, which are nobody's words yet and are not kept. */
  readonly reset: (values: Values) => void;
}

/** A change is kept this long after it was typed, so that it survives a kill within a second. */
const KEEP_AFTER_MS = 400;

/** Holds the values of a form with a decision at its end and keeps every change as a draft. */
export function useKeeping<Values extends object>(
  initial: Values,
  keep: (values: Values) => Promise<void>,
): KeepingForm<Values> {
  const [values, setValues] = useState(initial);
  const current = useRef(initial);
  const latestKeep = useRef(keep);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const inFlight = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    latestKeep.current = keep;
  });

  const write = useCallback(() => {
    timer.current = null;
    inFlight.current = inFlight.current.then(() =>
      latestKeep.current(current.current).catch((error: unknown) => {
        reportFailure(error);
      }),
    );
  }, []);
  const patch = useCallback(
    (part: Partial<Values>) => {
      current.current = { ...current.current, ...part };
      setValues(current.current);
      // Not restarted by further typing: a long sentence must not stay unkept until its end.
      timer.current ??= setTimeout(write, KEEP_AFTER_MS);
    },
    [write],
  );
  const end = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    return inFlight.current;
  }, []);
  const reset = useCallback((next: Values) => {
    current.current = next;
    setValues(next);
  }, []);
  useEffect(() => {
    const flush = (): void => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      write();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [write]);
  return { values, patch, end, reset };
}
