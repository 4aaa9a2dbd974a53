import { z } from 'zod';
import {
  addDays,
  dayInWarsaw,
  Instant,
  instantOf,
  timeInWarsaw,
  type PlainDate,
} from './calendar.ts';

/** How long a removed thing waits in the bin (Kosz). Days. */
export const BIN_DAYS = 30;

/** The day on which a removed thing goes for good. */
export function expiresOn(removedAt: Instant): PlainDate {
  return addDays(dayInWarsaw(Date.parse(removedAt)), BIN_DAYS);
}

/** Have 30 whole days passed, by the calendar and the clock on the wall? `now` in milliseconds since 1970. */
export function hasWaited(removedAt: Instant, now: number): boolean {
  const due = `${expiresOn(removedAt)} ${timeInWarsaw(Date.parse(removedAt))}`;
  return `${dayInWarsaw(now)} ${timeInWarsaw(now)}` >= due;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** A clock further ahead than this since it was last looked at may be wrong. */
const BELIEVABLE = 60 * DAY_MILLISECONDS;

/** What is remembered of the machine's clock between emptyings of the bin. */
export const ClockSeen = z.object({
  /** The last time that was believed. */
  at: Instant,
  /** Where it then jumped to, until it has gone on from there for a day. */
  jumpedTo: Instant.nullable(),
});
export type ClockSeen = z.infer<typeof ClockSeen>;

/** Did it run on believably from `from`, for at least `least` milliseconds? */
function ranOn(from: Instant, now: number, least: number): boolean {
  const passed = now - Date.parse(from);
  return passed >= least && passed <= BELIEVABLE;
}

/**
 * May things be removed for good by this clock, and what to remember of it? A clock that jumped ahead is believed
 * only a day later; one that was set back, never: what was seen stays as it is.
 */
export function lookAtClock(
  seen: ClockSeen | null,
  now: number,
): { readonly believed: boolean; readonly seen: ClockSeen } {
  const here = instantOf(now);
  if (seen === null) return { believed: false, seen: { at: here, jumpedTo: null } };
  if (now < Date.parse(seen.at)) return { believed: false, seen };
  if (ranOn(seen.at, now, 0)) {
    const at = ranOn(seen.at, now, DAY_MILLISECONDS) ? here : seen.at;
    return { believed: true, seen: { at, jumpedTo: null } };
  }
  if (seen.jumpedTo !== null && ranOn(seen.jumpedTo, now, 0)) {
    return ranOn(seen.jumpedTo, now, DAY_MILLISECONDS)
      ? { believed: true, seen: { at: here, jumpedTo: null } }
      : { believed: false, seen };
  }
  return { believed: false, seen: { at: seen.at, jumpedTo: here } };
}
