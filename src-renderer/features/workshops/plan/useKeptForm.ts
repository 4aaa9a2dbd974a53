import { useCallback, useEffect, useRef, useState } from 'react';
import { nowTime } from '../../../ui/calendarDate.ts';
import { keepWorkshopDraft } from '../workshopDraft.ts';
import { draftOf, type PlanValues } from './planValues.ts';

/** What became of the words in a form that is saved only by a decision. */
export interface KeptForm {
  /** `HH:mm` of the last draft; null before the first. */
  readonly keptAt: string | null;
  /** The last draft could not be kept. */
  readonly failed: boolean;
  readonly keepNow: () => void;
  /** The plan was saved: its draft is gone, and must not come back. */
  readonly stop: () => void;
}

/** Typed words are a draft this long after the last key, in milliseconds. */
const PAUSE_MS = 400;

/** Keeps the form of a new workshop while it is typed; `plan` is null until something was typed. */
export function useKeptForm(plan: PlanValues | null): KeptForm {
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const waiting = useRef<PlanValues | null>(null);
  const stopped = useRef(false);

  const keepNow = useCallback(() => {
    const { current } = waiting;
    if (current === null || stopped.current) return;
    waiting.current = null;
    keepWorkshopDraft('new', 0, { plan: draftOf(current), words: null }).then(
      () => {
        setKeptAt(nowTime());
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, []);

  useEffect(() => {
    if (plan === null) return undefined;
    waiting.current = plan;
    const timer = setTimeout(keepNow, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [plan, keepNow]);

  useEffect(() => {
    window.addEventListener('blur', keepNow);
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('blur', keepNow);
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow]);

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { keptAt, failed, keepNow, stop };
}
