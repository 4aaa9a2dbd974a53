import { useEffect, useRef } from 'react';
import type { CallInput, CallName, CallOutput } from '../../src-main/contract/contract.ts';
import { call, onBroadcast } from '../bridge/bridge.ts';
import { useLoaded, type Loaded, type LoadKey } from '../ui/useLoaded.ts';

/** Changes that come together (a form, its draft, its history) are read once. */
const TOGETHER_MS = 60;

/** Calls back once for each group of changes in the store, for as long as the component is shown. */
export function useWhenChanged(reread: () => void): void {
  const latest = useRef(reread);
  useEffect(() => {
    latest.current = reread;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onBroadcast('changed', () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), TOGETHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}

/**
 * What the store answers to a call, for a view: read when the view opens and when `deps` change, and read
 * again whenever anything in the store changed. The old answer stays on the screen meanwhile.
 */
export function useStored<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  deps: readonly LoadKey[] = [],
): Loaded<CallOutput<Name>> {
  const answer = useLoaded(() => call(name, input), deps);
  useWhenChanged(answer.reload);
  return answer;
}
