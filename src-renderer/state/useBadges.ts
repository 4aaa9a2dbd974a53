import { useEffect } from 'react';
import { setBadge } from './badges.ts';
import { useStored } from './useStored.ts';

/** Keeps the sidebar's badges true wherever the person is: something waits only until it is done. */
export function useBadges(): void {
  const today = useStored('today.get', {});
  const counts = today.kind === 'ready' ? today.data : null;
  useEffect(() => {
    if (counts === null) return;
    setBadge('today', counts.unfinished.length + counts.unfinishedMore);
    setBadge('workshops', counts.waiting.attendance);
    setBadge('reports', counts.waiting.reports);
  }, [counts]);
}
