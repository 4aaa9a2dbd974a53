import type { BackupReason, StoreContents } from './backup.ts';
import type { Instant } from './calendar.ts';

/** What thinning must know of a backup. */
export interface ThinnableBackup {
  readonly id: string;
  /** Grows with every backup; order does not depend on the clock. */
  readonly ordinal: number;
  readonly createdAt: Instant;
  readonly reason: BackupReason;
  /** Reopened, checked and counted; null while it waits for that. */
  readonly contents: StoreContents | null;
  /** What only this backup takes on the disk. */
  readonly bytes: number;
}

/** What thinning goes by. */
export interface ThinningRules {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What all backups together may take. */
  readonly mostBytes: number;
  /** When somebody was last erased: older copies still hold them, and go sooner. */
  readonly erasedAt: Instant | null;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** One copy an hour, a day, a week, a month, for so long. */
const STEPS = [
  { until: DAY, every: HOUR },
  { until: 14 * DAY, every: DAY },
  { until: 56 * DAY, every: 7 * DAY },
  { until: 366 * DAY, every: 30 * DAY },
] as const;
/** A copy made before something risky, or asked for by hand, stays at least so long. */
const KEPT_FOR: { readonly [Reason in BackupReason]?: number } = {
  'before-migration': 30 * DAY,
  'before-import': 30 * DAY,
  'before-restore': 30 * DAY,
  'by-hand': 7 * DAY,
};
/** So many of the newest verified copies stay whatever their age: a clock that jumped ahead makes all of them old. */
const NEWEST_KEPT = 5;
/** Copies that hold an erased person go so long after the erasure. */
export const DAYS_AFTER_ERASURE = 30;
/** A copy with less than this share of what another one holds has shrunk sharply. */
const LEAST_SHARE = 0.5;

function weightOf({ libraries, people, workshops, sessions, reports }: StoreContents): number {
  return libraries + people + workshops + sessions + reports;
}

function newestOf<Backup extends ThinnableBackup>(backups: readonly Backup[]): Backup | undefined {
  return backups.toSorted((one, other) => other.ordinal - one.ordinal)[0];
}

/**
 * The backups that are never removed: the newest verified one, and the newest that has not shrunk sharply against the
 * fullest; where none is verified yet, the newest.
 */
export function alwaysKept(backups: readonly ThinnableBackup[]): ReadonlySet<string> {
  const weighed = backups.flatMap((backup) =>
    backup.contents === null ? [] : [{ ...backup, weight: weightOf(backup.contents) }],
  );
  const fullest = Math.max(0, ...weighed.map(({ weight }) => weight));
  const whole = weighed.filter(({ weight }) => weight >= LEAST_SHARE * fullest);
  const kept = [newestOf(weighed), newestOf(whole), newestOf(backups)];
  return new Set(kept.flatMap((backup) => (backup === undefined ? [] : [backup.id])));
}

/**
 * In which stretch of time a backup lies; null: older than anything that is kept. Stretches are fixed on the calendar:
 * if they moved with the present, each copy would be pushed out by the next before it grew old.
 */
function stretchOf(createdAt: number, now: number): string | null {
  const age = now - createdAt;
  // Made in the future: the clock was set back, and its age says nothing.
  if (age < 0) return `future ${createdAt}`;
  const step = STEPS.find(({ until }) => age < until);
  return step === undefined ? null : `${step.every} ${Math.floor(createdAt / step.every)}`;
}

function isForgotten(backup: ThinnableBackup, { now, erasedAt }: ThinningRules): boolean {
  if (erasedAt === null || Date.parse(backup.createdAt) >= Date.parse(erasedAt)) return false;
  return now - Date.parse(erasedAt) >= DAYS_AFTER_ERASURE * DAY;
}

/** Which of the backups stay by their age: one a stretch, and those with a reason to stay. */
function keptByAge(backups: readonly ThinnableBackup[], rules: ThinningRules): ReadonlySet<string> {
  const stretches = new Map<string, ThinnableBackup[]>();
  const kept = new Set<string>();
  for (const backup of backups) {
    const createdAt = Date.parse(backup.createdAt);
    const stretch = stretchOf(createdAt, rules.now);
    if (stretch === null || isForgotten(backup, rules)) continue;
    if (rules.now - createdAt < (KEPT_FOR[backup.reason] ?? 0)) kept.add(backup.id);
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), backup]);
  }
  const newest = backups
    .filter((backup) => backup.contents !== null && !isForgotten(backup, rules))
    .toSorted((one, other) => other.ordinal - one.ordinal);
  for (const { id } of newest.slice(0, NEWEST_KEPT)) kept.add(id);
  for (const together of stretches.values()) {
    const verified = together.filter(({ contents }) => contents !== null);
    const stays = newestOf(verified.length > 0 ? verified : together);
    if (stays !== undefined) kept.add(stays.id);
  }
  return kept;
}

/** Which backups go, oldest first: beyond hourly, daily, weekly and monthly ones, and beyond the room there is. */
export function backupsToRemove(
  backups: readonly ThinnableBackup[],
  rules: ThinningRules,
): string[] {
  const always = alwaysKept(backups);
  const byAge = keptByAge(backups, rules);
  const oldestFirst = backups.toSorted((one, other) => one.ordinal - other.ordinal);
  const gone = oldestFirst.filter(({ id }) => !always.has(id) && !byAge.has(id));
  const removed = new Set(gone.map(({ id }) => id));
  let taken = oldestFirst.reduce((sum, { id, bytes }) => sum + (removed.has(id) ? 0 : bytes), 0);
  for (const { id, bytes } of oldestFirst) {
    if (taken <= rules.mostBytes) break;
    if (removed.has(id) || always.has(id)) continue;
    removed.add(id);
    taken -= bytes;
  }
  return oldestFirst.map(({ id }) => id).filter((id) => removed.has(id));
}

/** The latest moment at which a backup goes by itself, unless it is the only good one. */
export function goesAt(createdAt: Instant, erasedAt: Instant | null): number {
  const byAge = Date.parse(createdAt) + (STEPS.at(-1)?.until ?? 0);
  if (erasedAt === null || createdAt >= erasedAt) return byAge;
  return Math.min(byAge, Date.parse(erasedAt) + DAYS_AFTER_ERASURE * DAY);
}
