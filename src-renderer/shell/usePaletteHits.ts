import { useEffect, useState } from 'react';
import { usePaletteStore, type PaletteHit, type PaletteSource } from '../state/palette.ts';

/** What the sources found so far. */
export interface PaletteHits {
  readonly groups: readonly {
    readonly source: PaletteSource;
    readonly hits: readonly PaletteHit[];
  }[];
  readonly searching: boolean;
  readonly failed: boolean;
}

const NOTHING: PaletteHits = { groups: [], searching: false, failed: false };
/** Searching a letter finds everything, which is nothing. */
const LEAST_LETTERS = 2;
const PAUSE_MS = 60;

async function ask(
  sources: readonly PaletteSource[],
  query: string,
  signal: AbortSignal,
): Promise<PaletteHits> {
  const answers = await Promise.allSettled(sources.map((source) => source.search(query, signal)));
  const groups = sources.flatMap((source, index) => {
    const answer = answers[index];
    return answer?.status === 'fulfilled' && answer.value.length > 0
      ? [{ source, hits: answer.value }]
      : [];
  });
  return { groups, searching: false, failed: answers.some(({ status }) => status === 'rejected') };
}

/** Asks all sources for what is typed; older hits stay on the screen until newer ones come. */
export function usePaletteHits(query: string): PaletteHits {
  const sources = usePaletteStore((state) => state.sources);
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (query.length < LEAST_LETTERS || sources.length === 0) {
      setFound(NOTHING);
      return undefined;
    }
    const abort = new AbortController();
    setFound((now) => ({ ...now, searching: true }));
    const search = async (): Promise<void> => {
      const next = await ask(sources, query, abort.signal);
      if (!abort.signal.aborted) setFound(next);
    };
    const timer = setTimeout(() => void search(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [sources, query]);
  return found;
}
