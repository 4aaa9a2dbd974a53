import { describe, expect, it } from 'vitest';
import { BackupRow } from '../../../src-main/contract/safetyCalls.ts';
import { StoreContents } from '../../../src-main/domain/backup.ts';
import {
  contentsText,
  differencesOf,
  momentNear,
  momentText,
  newestGood,
  rowContentsText,
  sizeText,
} from '../../../src-renderer/shell/backups/backupText.ts';

const AFTERNOON = '2026-05-12T12:05:00.000Z';

const COUNTS = { libraries: 25, people: 43, workshops: 12, sessions: 41, reports: 17 };
const contents = StoreContents.parse({ ...COUNTS, lastOn: '2026-05-12' });

function row(id: string, state: BackupRow['state']): BackupRow {
  return BackupRow.parse({
    id,
    place: 'first',
    createdAt: AFTERNOON,
    reason: 'closing',
    state,
    contents: state === 'verified' ? contents : null,
    bytes: 1,
    appVersion: '0.2.0',
  });
}

describe('contents of a backup', () => {
  it('are told as people count', () => {
    expect(contentsText(contents)).toBe('25 bibliotek, 41 sesji, do 12.05.2026');
    expect(contentsText(StoreContents.parse({ ...contents, libraries: 1, sessions: 2 }))).toBe(
      '1 biblioteka, 2 sesje, do 12.05.2026',
    );
  });

  it('leave the day out where there is none', () => {
    expect(contentsText({ ...contents, lastOn: null })).toBe('25 bibliotek, 41 sesji');
  });

  it('say that a new workspace is empty', () => {
    const nothing = { libraries: 0, people: 0, workshops: 0, sessions: 0, reports: 0 };
    expect(contentsText({ ...nothing, lastOn: null })).toBe('jeszcze bez wpisów');
  });

  it('say why they are not known', () => {
    expect(rowContentsText(row('a', 'waiting'))).toBe('Zawartość jeszcze nieznana');
    expect(rowContentsText(row('a', 'damaged'))).toBe('Nie da się jej odczytać');
  });
});

describe('contents beside those of today', () => {
  it('tell what a restore takes away and what it brings back', () => {
    const now = { ...contents, sessions: 44, reports: 15 };
    expect(differencesOf(contents, now).filter(({ change }) => change !== 0)).toEqual([
      { what: 'sessions', now: 44, then: 41, change: -3 },
      { what: 'reports', now: 15, then: 17, change: 2 },
    ]);
  });
});

describe('when a backup was made', () => {
  it('is told on the Polish clock, with the year only where it differs', () => {
    expect(momentText(AFTERNOON, '2026-11-01')).toBe('12 maja, 14:05');
    expect(momentText(AFTERNOON, '2027-01-02')).toBe('12 maja 2026, 14:05');
  });

  it('is told by the near day in a list', () => {
    expect(momentNear(AFTERNOON, '2026-05-12')).toBe('dziś, 14:05');
    expect(momentNear(AFTERNOON, '2026-05-13')).toBe('wczoraj, 14:05');
  });
});

describe('the size of a backup', () => {
  it('is told in the unit that reads best', () => {
    const sizes = [0, 999, 1000, 2_412_345, 123_456_789, 5_000_000_000];
    expect(sizes.map((bytes) => sizeText(bytes).replace('\u00a0', ' '))).toEqual([
      '0 B',
      '999 B',
      '1 kB',
      '2,4 MB',
      '123 MB',
      '5 GB',
    ]);
  });
});

describe('the backup that is offered first', () => {
  it('is the newest that was checked', () => {
    const rows = [row('c', 'waiting'), row('b', 'verified'), row('a', 'verified')];
    expect(newestGood(rows)?.id).toBe('b');
  });

  it('is one not yet checked before none, and never a damaged one', () => {
    expect(newestGood([row('b', 'damaged'), row('a', 'waiting')])?.id).toBe('a');
    expect(newestGood([row('b', 'damaged')])).toBeNull();
  });
});
