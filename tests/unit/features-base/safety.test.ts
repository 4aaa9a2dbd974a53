import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant, PlainDate } from '../../../src-main/domain/calendar.ts';
import { DiagnosticCheck } from '../../../src-main/contract/safetyCalls.ts';
import {
  checkText,
  troubles,
  type Check,
} from '../../../src-renderer/features/settings/safety/checkText.ts';
import {
  backupGuard,
  fileDamageText,
  lockGuard,
  recoveryGuard,
  secondGuard,
  type SafetyView,
} from '../../../src-renderer/features/settings/safety/guards.ts';
import {
  SAFETY_CONCERNS,
  dismissal,
  safetyConcern,
  sectionOf,
} from '../../../src-renderer/features/today/safetyConcern.ts';

const TODAY = '2026-11-24';
const at = (instant: string) => Instant.parse(instant);

const GOOD: SafetyView = {
  demonstration: false,
  recovery: { exists: true, checkedOn: PlainDate.parse('2026-10-02') },
  lastBackup: { at: at('2026-11-24T08:00:00.000Z'), verified: true },
  backups: 9,
  backupFolder: '/kopie',
  backupProblem: null,
  second: {
    path: '/pendrive',
    present: true,
    lastCopyAt: at('2026-11-20T08:00:00.000Z'),
    due: false,
    problem: null,
  },
  lastRestore: null,
  lastCheck: { at: at('2026-11-24T08:00:00.000Z'), good: true },
  fileDamage: null,
  folderWarning: null,
  aside: [],
  retentionDue: false,
  lostLog: false,
};
const but = (changes: Partial<SafetyView>): SafetyView => ({ ...GOOD, ...changes });
const OVERDUE = {
  path: '/pendrive',
  present: false,
  lastCopyAt: null,
  due: true,
  problem: null,
} as const;
const DAMAGE = {
  at: at('2026-11-24T08:00:00.000Z'),
  missing: 1,
  damaged: 2,
  inBackup: 3,
  backupOf: at('2026-11-23T08:00:00.000Z'),
};
const OLD = { at: at('2026-11-17T08:00:00.000Z'), verified: true };

describe('what Dziś says about safety', () => {
  it('is nothing when all is well, and in a demonstration without a code', () => {
    expect(safetyConcern(GOOD, TODAY)).toBeNull();
    const demonstration = but({
      demonstration: true,
      recovery: { exists: false, checkedOn: null },
    });
    expect(safetyConcern(demonstration, TODAY)).toBeNull();
  });

  const cases: readonly [(typeof SAFETY_CONCERNS)[number], Partial<SafetyView>][] = [
    ['damaged', { lastCheck: { at: at('2026-11-24T08:00:00.000Z'), good: false } }],
    ['file-damage', { fileDamage: DAMAGE }],
    ['lost-log', { lostLog: true }],
    ['recovery', { recovery: { exists: false, checkedOn: null } }],
    ['backup-problem', { backupProblem: 'disk-full' }],
    ['backup-old', { lastBackup: OLD }],
    ['second', { second: OVERDUE }],
    ['second-problem', { second: { ...OVERDUE, problem: 'disk-full' } }],
    ['folder', { folderWarning: 'network' }],
    ['retention', { retentionDue: true }],
  ];
  it.each(cases)('names "%s" alone', (concern, changes) => {
    expect(safetyConcern(but(changes), TODAY)).toBe(concern);
  });

  it('is the most pressing of what stands, whatever else stands', () => {
    fc.assert(
      fc.property(fc.subarray([...cases], { minLength: 1 }), (standing) => {
        const view = Object.assign(
          {},
          GOOD,
          ...standing.map(([, changes]) => changes),
        ) as SafetyView; // parts of one view
        const names = standing.map(([concern]) => concern);
        const first = SAFETY_CONCERNS.find((concern) => names.includes(concern));
        expect(safetyConcern(view, TODAY)).toBe(first);
      }),
    );
  });

  it('stays put away for the day and for what it said only', () => {
    expect(dismissal('second', TODAY)).not.toBe(dismissal('second', '2026-11-25'));
    expect(dismissal('second', TODAY)).not.toBe(dismissal('backup-problem', TODAY));
    expect(sectionOf('retention')).toBe('personalData');
    expect(sectionOf('recovery')).toBe('safety');
  });

  it('a backup turns old on the seventh day, not on the sixth', () => {
    const of = (instant: string) =>
      safetyConcern(but({ lastBackup: { at: at(instant), verified: true } }), TODAY);
    expect(of('2026-11-18T08:00:00.000Z')).toBeNull();
    expect(of('2026-11-17T22:30:00.000Z')).toBe('backup-old');
    expect(of('2026-11-17T23:30:00.000Z')).toBeNull(); // the 18th in Poland
  });
});

describe('what protects the data', () => {
  it('is good where it is good', () => {
    const tones = [
      backupGuard(GOOD, TODAY),
      secondGuard(GOOD, TODAY),
      recoveryGuard(GOOD),
      lockGuard(10, false),
    ].map(({ tone }) => tone);
    expect(tones).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('says what is missing and what is old', () => {
    expect(backupGuard(but({ lastBackup: null }), TODAY).tone).toBe('waiting');
    expect(backupGuard(but({ lastBackup: OLD }), TODAY).line).toContain('7 dni temu');
    expect(backupGuard(but({ backupProblem: 'disk-full' }), TODAY).tone).toBe('danger');
    expect(secondGuard(but({ second: null }), TODAY).line).toContain('tylko na tym komputerze');
    const chosen = { path: '/pendrive', present: true, lastCopyAt: null, due: true, problem: null };
    expect(secondGuard(but({ second: chosen }), TODAY).state).toBe('brakuje');
    const failing = { ...chosen, due: false, problem: 'no-write-access' };
    expect(secondGuard(but({ second: failing }), TODAY).state).toBe('nie udała się');
    expect(recoveryGuard(but({ recovery: { exists: false, checkedOn: null } })).tone).toBe(
      'danger',
    );
    expect(lockGuard(0, false).tone).toBe('waiting');
    expect(lockGuard(0, true).tone).toBe('neutral');
  });

  it('does not call a backup checked before it was', () => {
    const waiting = but({ lastBackup: { at: at('2026-11-24T08:00:00.000Z'), verified: false } });
    expect(backupGuard(waiting, TODAY).line).not.toContain('sprawdził.');
    expect(backupGuard(waiting, TODAY).tone).toBe('neutral');
  });
});

describe('bad files', () => {
  it('are told with the backup that has them, with part of them, or with none', () => {
    expect(fileDamageText(DAMAGE)).toContain('Całe leżą w kopii z 23 listopada');
    expect(fileDamageText({ ...DAMAGE, inBackup: 2 })).toContain('leży całych 2');
    const nowhere = fileDamageText({ ...DAMAGE, inBackup: 0, backupOf: null });
    expect(nowhere).toContain('brakuje 1, uszkodzonych 2');
    expect(nowhere).toContain('Podłącz drugie miejsce');
  });
});

describe('the self-test speaks plainly', () => {
  const check = (
    key: Check['key'],
    state: Check['state'],
    values: Check['values'] = {},
  ): Check => ({
    key,
    state,
    values,
  });

  it.each([
    [check('free-space', 'good', { bytes: 81_200_000_000 }), 'Wolne 81,2\u00a0GB.'],
    [check('backup', 'bad', { why: 'none' }), 'Nie ma jeszcze żadnej. Zrób ją teraz.'],
    [
      check('files', 'bad', { missing: 1, damaged: 2, count: 40 }),
      'Brakuje: 1, uszkodzonych: 2 (wszystkich jest 40). Nie ma ich w żadnej kopii na tym komputerze: podłącz drugie miejsce i sprawdź jeszcze raz.',
    ],
    [
      check('files', 'bad', {
        missing: 0,
        damaged: 1,
        count: 9,
        why: 'in-backup',
        at: '2026-11-23T08:00:00.000Z',
      }),
      'Brakuje: 0, uszkodzonych: 1 (wszystkich jest 9). Całe są w kopii z 23 listopada, 09:00. Zrób kopię teraz i przywróć ją: pliki wrócą, a reszta danych się nie zmieni.',
    ],
    [check('recovery', 'good', { on: '2026-10-02' }), 'Sprawdzony 2 października 2026.'],
    [
      check('encryption', 'bad', { why: 'open-key' }),
      'Obok danych leży klucz, którego nie chroni hasło. Przywróć ostatnią dobrą kopię.',
    ],
  ])('%o', (one, words) => {
    expect(checkText(one)).toBe(words);
  });

  it('has a sentence without gaps for every check that has a state of its own', () => {
    const values = { at: '2026-11-20T08:00:00.000Z', on: '2026-10-02', bytes: 5, count: 1 };
    const more = { opened: 1, missing: 1, damaged: 1, version: '1', node: '24', electron: '45' };
    for (const key of DiagnosticCheck.shape.key.options) {
      const words = checkText(check(key, 'good', { ...values, ...more, sqlite: '3' }));
      expect(words).toMatch(/\.$/);
      expect(words).not.toContain('{{');
    }
  });

  it('counts what needs a look', () => {
    expect(
      troubles([check('files', 'good'), check('backup', 'bad'), check('folder', 'warning')]),
    ).toBe(2);
  });
});
