import { availableParallelism, loadavg } from 'node:os';

/** The system's load of the last minute, as a share of this machine's cores. */
export function loadShare(): number {
  const [lastMinute = 0] = loadavg();
  return lastMinute / availableParallelism();
}

/**
 * What a reader of the figures has to know about the machine; empty when it is quiet.
 * @param share see {@link loadShare}
 */
export function loadWarning(share: number): string {
  if (share < 0.75) return '';
  const percent = Math.round(share * 100);
  return `Careful: other programs keep this machine at ${percent} % of its cores. Times are upper bounds; the multiples of the same run say more.`;
}
