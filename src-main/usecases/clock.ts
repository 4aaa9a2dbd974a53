import { ClockSeen, lookAtClock } from '../domain/bin.ts';
import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import type { ReadableDb } from '../store/db.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import type { Tools } from './tools.ts';

const CLOCK_KEY = 'clockSeen';

function readSeen(db: ReadableDb): ClockSeen | null {
  const seen = ClockSeen.safeParse(readSetting(db, CLOCK_KEY));
  return seen.success ? seen.data : null;
}

/** Looks at the clock and remembers it; may things be removed by it? */
export function clockIsBelieved(tools: Tools): boolean {
  const seen = readSeen(tools.store);
  const look = lookAtClock(seen, tools.now());
  if (JSON.stringify(look.seen) !== JSON.stringify(seen)) {
    tools.store.inTransaction((db) => saveSetting(db, CLOCK_KEY, look.seen));
  }
  return look.believed;
}

/**
 * The last day that was believed, while the clock tells one that may be wrong; null while it is believed, or was never
 * looked at (a demonstration's is not). Remembers nothing.
 */
export function doubtedSince({ store, now }: Pick<Tools, 'store' | 'now'>): PlainDate | null {
  const seen = readSeen(store);
  if (seen === null || lookAtClock(seen, now()).believed) return null;
  return dayInWarsaw(Date.parse(seen.at));
}
