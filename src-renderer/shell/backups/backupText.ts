import type { call } from '../../bridge/bridge.ts';
import { text } from '../../i18n/text.ts';
import { inWarsaw, today, utcMidnight } from '../../ui/calendarDate.ts';
import { countText } from '../../ui/Count.tsx';
import { formatDate, formatDateNear, formatDateShort } from '../../ui/format.ts';
import type { StoreContents } from '../../../src-main/domain/backup.ts';

/** A backup as the lists and the restore know it. */
export type BackupRow = Awaited<ReturnType<typeof call<'backup.list'>>>[number];

const NO_BREAK = '\u00a0';
const dayMonth = new Intl.DateTimeFormat('pl-PL', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
});

/** A moment as people say it in a sentence: `12 maja, 14:05`, with the year when it is not this one. */
export function momentText(instant: string, now = today()): string {
  const { date, time } = inWarsaw(new Date(instant));
  const day =
    date.slice(0, 4) === now.slice(0, 4) ? dayMonth.format(utcMidnight(date)) : formatDate(date);
  return `${day}, ${time}`;
}

/** A moment at the head of a line: `dziś, 14:05`, `wczoraj, 9:12`, `wt. 12 maj, 14:05`. */
export function momentNear(instant: string, now = today()): string {
  const { date, time } = inWarsaw(new Date(instant));
  return `${formatDateNear(date, now)}, ${time}`;
}

/** What a backup holds in one line: `25 bibliotek, 41 sesji, do 12.05.2026`. */
export function contentsText(contents: StoreContents): string {
  const { libraries, people, workshops, sessions, reports, lastOn } = contents;
  if (libraries + people + workshops + sessions + reports === 0) {
    return text('safety.backups.empty');
  }
  const counts = `${countText(libraries, 'library')}, ${countText(sessions, 'session')}`;
  return lastOn === null
    ? counts
    : text('safety.backups.until', { counts, day: formatDateShort(lastOn) });
}

/** What is known of a backup's contents: counted, not yet counted, or unreadable. */
export function rowContentsText({ contents, state }: BackupRow): string {
  if (contents !== null) return contentsText(contents);
  return text(state === 'damaged' ? 'safety.backups.unreadable' : 'safety.backups.contentsUnknown');
}

const decimal = new Intl.NumberFormat('pl-PL', { maximumFractionDigits: 1 });
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people read them: `2,4 MB`. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  const shown = value >= 100 || power === 0 ? Math.round(value) : value;
  return `${decimal.format(shown)}${NO_BREAK}${UNITS[power]}`;
}

/** The numbers that are set beside one another before a restore, in the order they are shown. */
export const CONTENT_COUNTS = [
  'libraries',
  'people',
  'workshops',
  'sessions',
  'reports',
] as const satisfies readonly (keyof StoreContents)[];

/** One line of the comparison: how many there are now and how many in the backup. */
export interface ContentDifference {
  readonly what: (typeof CONTENT_COUNTS)[number];
  readonly now: number;
  readonly then: number;
  /** What the restore takes away (negative) or brings back. */
  readonly change: number;
}

/** Sets a backup's contents beside those of today. */
export function differencesOf(
  then: StoreContents,
  now: StoreContents,
): readonly ContentDifference[] {
  return CONTENT_COUNTS.map((what) => ({
    what,
    now: now[what],
    then: then[what],
    change: then[what] - now[what],
  }));
}

/** The backup to offer first: the newest that was checked, else the newest not yet checked. */
export function newestGood(backups: readonly BackupRow[]): BackupRow | null {
  return (
    backups.find(({ state }) => state === 'verified') ??
    backups.find(({ state }) => state === 'waiting') ??
    null
  );
}

/** A key for a backup that no other backup has, whichever place it lies in. */
export function backupKey({ place, id }: Pick<BackupRow, 'place' | 'id'>): string {
  return `${place}/${id}`;
}
