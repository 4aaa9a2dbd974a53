import { useEffect, useState } from 'react';
import { nowTime, today } from '../../../ui/calendarDate.ts';
import type { Moment } from './roomClock.ts';

/** A clock without seconds is right within this time. Milliseconds. */
const LOOK_MS = 2_000;

/** The present day and minute; the component is drawn again when the minute changes. */
export function useNow(): Moment {
  const [now, setNow] = useState<Moment>(() => ({ date: today(), time: nowTime() }));
  useEffect(() => {
    const timer = setInterval(() => {
      const next = { date: today(), time: nowTime() };
      setNow((last) => (last.date === next.date && last.time === next.time ? last : next));
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
