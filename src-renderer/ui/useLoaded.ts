import { useCallback, useEffect, useRef, useState } from 'react';

/** Data on its way, here, or not coming. */
export type Loaded<T> = LoadedState<T> & {
  /** Asks again; what is shown stays until the answer comes. Keeps its identity. */
  readonly reload: () => void;
};

type LoadedState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: T }
  | { readonly kind: 'broken'; readonly error: unknown };

/** What a question depends on: ids, dates, switches. */
export type LoadKey = string | number | boolean | null | undefined;

interface Answer<T> {
  /** The question it answers. */
  readonly question: string;
  readonly state: LoadedState<T>;
}

/**
 * Loads data for a view, again whenever `deps` change. An answer that was overtaken by a newer question
 * is dropped, and data of one thing is never shown as another's: with new `deps` it is loading again,
 * while `reload` keeps the old data on the screen.
 */
export function useLoaded<T>(load: () => Promise<T>, deps: readonly LoadKey[]): Loaded<T> {
  const question = JSON.stringify(deps);
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  useEffect(() => {
    let overtaken = false;
    const ask = async (): Promise<void> => {
      const state = await settle(latest.current);
      if (!overtaken) setAnswer({ question, state });
    };
    void ask();
    return () => {
      overtaken = true;
    };
  }, [question, attempt]);

  const reload = useCallback(() => setAttempt((now) => now + 1), []);
  const state: LoadedState<T> = answer?.question === question ? answer.state : { kind: 'loading' };
  return { ...state, reload };
}

async function settle<T>(load: () => Promise<T>): Promise<LoadedState<T>> {
  try {
    return { kind: 'ready', data: await load() };
  } catch (error) {
    return { kind: 'broken', error };
  }
}
