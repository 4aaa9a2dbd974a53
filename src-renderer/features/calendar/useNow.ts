import { useEffect, useState } from 'react';
import { inWarsaw } from '../../ui/calendarDate.ts';

/** The present day and time in Poland, to the minute. */
export function useNow(): { readonly date: string; readonly time: string } {
  const [now, setNow] = useState(() => inWarsaw(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setNow(inWarsaw(new Date())), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
