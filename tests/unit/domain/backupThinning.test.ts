import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BackupReason, StoreContents } from '../../../src-main/domain/backup.ts';
import {
  alwaysKept,
  backupsToRemove,
  goesAt,
  type ThinnableBackup,
} from '../../../src-main/domain/backupThinning.ts';
import { instantOf } from '../../../src-main/domain/calendar.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const ENDLESS = Number.MAX_SAFE_INTEGER;

const holding = (sessions: number): StoreContents => ({
  libraries: 25,
  people: 75,
  workshops: 30,
  sessions,
  reports: 10,
  lastOn: null,
});

let made = 0;
/** A backup so many milliseconds old. */
function backup(age: number, given: Partial<ThinnableBackup> = {}): ThinnableBackup {
  made += 1;
  return {
    id: `b${made}`,
    ordinal: made,
    createdAt: instantOf(NOW - age),
    reason: 'hourly',
    contents: holding(100),
    bytes: 100,
    ...given,
  };
}

const rules = (given: object = {}) => ({
  now: NOW,
  mostBytes: ENDLESS,
  erasedAt: null,
  ...given,
});

function left(backups: readonly ThinnableBackup[], given: object = {}): ThinnableBackup[] {
  const gone = new Set(backupsToRemove(backups, rules(given)));
  return backups.filter(({ id }) => !gone.has(id));
}

describe('a long time of work', () => {
  test('leaves hourly, daily, weekly and monthly copies at every moment', () => {
    let kept: ThinnableBackup[] = [];
    const start = NOW - 400 * DAY;
    const gaps: { hours: number; days: number; weeks: number; months: number }[] = [];
    for (let at = start; at <= NOW; at += 3 * HOUR) {
      kept.push(backup(NOW - at));
      const gone = new Set(backupsToRemove(kept, rules({ now: at })));
      kept = kept.filter(({ id }) => !gone.has(id));
      if (at < start + 380 * DAY) continue;
      const ages = kept.map(({ createdAt }) => at - Date.parse(createdAt));
      const within = (from: number, to: number) =>
        ages.filter((age) => age >= from && age < to).length;
      gaps.push({
        hours: within(0, DAY),
        days: within(DAY, 14 * DAY),
        weeks: within(14 * DAY, 56 * DAY),
        months: within(56 * DAY, 366 * DAY),
      });
    }
    expect(Math.min(...gaps.map(({ hours }) => hours))).toBe(8);
    expect(Math.min(...gaps.map(({ days }) => days))).toBeGreaterThanOrEqual(13);
    expect(Math.min(...gaps.map(({ weeks }) => weeks))).toBeGreaterThanOrEqual(5);
    expect(Math.min(...gaps.map(({ months }) => months))).toBeGreaterThanOrEqual(10);
    expect(kept.length).toBeLessThan(50);
  });
});

describe('whatever happened, thinning', () => {
  const someBackups = fc
    .array(
      fc.record({
        age: fc.integer({ min: -30 * DAY, max: 800 * DAY }),
        verified: fc.boolean(),
        sessions: fc.constantFrom(0, 10, 100, 1000),
        reason: fc.constantFrom<BackupReason>('hourly', 'daily', 'closing', 'before-restore'),
        bytes: fc.integer({ min: 1, max: 1000 }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    .map((list) =>
      list.map(({ age, verified, sessions, ...rest }) =>
        backup(age, { ...rest, contents: verified ? holding(sessions) : null }),
      ),
    );
  const anyRules = fc.record({
    mostBytes: fc.constantFrom(-5, 0, 500, ENDLESS),
    erasedAt: fc.constantFrom(null, instantOf(NOW - 10 * DAY), instantOf(NOW - 100 * DAY)),
  });

  test('keeps the newest verified copy, and a full one beside those that shrank', () => {
    fc.assert(
      fc.property(someBackups, anyRules, (backups, given) => {
        const stayed = left(backups, given);
        const ids = new Set(stayed.map(({ id }) => id));
        for (const id of alwaysKept(backups)) expect(ids).toContain(id);
        const verified = backups.filter(({ contents }) => contents !== null);
        const newest = verified.toSorted((a, b) => b.ordinal - a.ordinal)[0];
        expect(newest === undefined || ids.has(newest.id)).toBe(true);
        const most = (of: readonly ThinnableBackup[]) =>
          Math.max(0, ...of.map(({ contents }) => contents?.sessions ?? 0));
        expect(most(stayed) * 2 + 140).toBeGreaterThanOrEqual(most(backups));
      }),
    );
  });

  test('does no more when it is done again', () => {
    fc.assert(
      fc.property(someBackups, anyRules, (backups, given) => {
        expect(backupsToRemove(left(backups, given), rules(given))).toEqual([]);
      }),
    );
  });

  test('keeps to the room there is, unless only what must stay is left', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const stayed = left(backups, { mostBytes: 1000 });
        const taken = stayed.reduce((sum, { bytes }) => sum + bytes, 0);
        expect(taken <= 1000 || stayed.length === alwaysKept(backups).size).toBe(true);
      }),
    );
  });
});

test('an hour keeps its newest verified copy, not a newer one that waits for its check', () => {
  const good = backup(30 * 60_000);
  const waiting = backup(29 * 60_000, { contents: null });
  const later = backup(2 * 60_000);
  expect(left([good, waiting, later])).not.toContain(waiting);
});

test('copies made before something risky stay a month, those asked for by hand a week', () => {
  const risky = backup(20 * DAY, { reason: 'before-restore' });
  const byHand = backup(6 * DAY, { reason: 'by-hand' });
  const others = [20, 6].map((days) => backup(days * DAY - 60_000));
  expect(left([risky, byHand, ...others, backup(0)])).toEqual(
    expect.arrayContaining([risky, byHand]),
  );
});

test('copies that still hold an erased person go thirty days after the erasure', () => {
  const before = backup(60 * DAY);
  const after = backup(20 * DAY);
  const erasedAt = instantOf(NOW - 31 * DAY);
  expect(left([before, after, backup(0)], { erasedAt })).not.toContain(before);
  expect(left([before, after, backup(0)], { erasedAt: instantOf(NOW - 29 * DAY) })).toContain(
    before,
  );
  expect(goesAt(before.createdAt, erasedAt)).toBe(Date.parse(erasedAt) + 30 * DAY);
  expect(goesAt(after.createdAt, erasedAt)).toBe(NOW + 346 * DAY);
});

test('a clock that jumped ten years ahead takes no more than it would leave anyway', () => {
  const year = Array.from({ length: 12 }, (_, month) => backup((12 - month) * 30 * DAY));
  const jumped = NOW + 3650 * DAY;
  expect(left(year, { now: jumped })).toHaveLength(5);
  expect(left([...year, backup(-3650 * DAY)], { now: jumped })).toHaveLength(5);
});
