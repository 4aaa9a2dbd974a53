import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Instant, PlainDate, PlainTime } from '../../../src-main/domain/calendar.ts';
import type { PrintedDocument } from '../../../src-main/domain/printedDocument.ts';
import {
  lostLaptopDocument,
  type HeldData,
  type LostLaptopFacts,
} from '../../../src-main/usecases/documents/lostLaptop.ts';
import { recoverySheet } from '../../../src-main/usecases/documents/recoverySheet.ts';
import type { SafetyFacts } from '../../../src-main/usecases/safetyFacts.ts';

/** All words of a document, in reading order, with plain spaces. */
function wordsOf(document: PrintedDocument): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') words.push(value.replaceAll('\u00a0', ' '));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(document);
  return words.join('\n');
}

const TODAY = PlainDate.parse('2026-11-24');

const HELD: HeldData = {
  participants: 75,
  persons: 4,
  contacts: 61,
  attendance: 812,
  sessions: 41,
  sessionsWithNotes: 33,
  goals: 18,
  reports: 22,
  dispatches: 19,
  privateNotes: 7,
};

const SAFETY: SafetyFacts = {
  lastBackup: {
    at: Instant.parse('2026-11-23T17:05:00.000Z'),
    verified: true,
    contents: {
      libraries: 25,
      people: 79,
      workshops: 30,
      sessions: 41,
      reports: 22,
      lastOn: PlainDate.parse('2026-11-20'),
    },
  },
  backups: 12,
  backupFolder: '/kopie/strefownik',
  second: {
    path: '/media/pendrive',
    present: true,
    lastCopyAt: Instant.parse('2026-11-16T09:00:00.000Z'),
    due: true,
  },
  recovery: { exists: true, checkedOn: PlainDate.parse('2026-10-02') },
  keychainOn: false,
  passphraseSetOn: PlainDate.parse('2026-09-01'),
  folderWarning: null,
  demonstration: false,
};

const FACTS: LostLaptopFacts = {
  owner: { name: 'Łucja Próbna', form: 'feminine' },
  today: TODAY,
  time: PlainTime.parse('09:15'),
  held: HELD,
  encrypted: true,
  demonstration: false,
  outgoingNow: 2,
  safety: SAFETY,
};

const lost = (changes: Partial<LostLaptopFacts> = {}): string =>
  wordsOf(lostLaptopDocument({ ...FACTS, ...changes }));
const lostWith = (changes: Partial<SafetyFacts>): string =>
  lost({ safety: { ...SAFETY, ...changes } });

describe('„Zgubiony laptop” tells every fact', () => {
  test('how much of each kind was on it', () => {
    const words = lost();
    for (const fact of [
      '75 osób',
      '4 osoby',
      '61 osób',
      '812 wpisów',
      '41 sesji',
      '33 sesje',
      '18 celów',
      '7 notatek',
      '22 raporty',
      '19 wiadomości',
    ]) {
      expect(words).toContain(fact);
    }
    expect(lost({ held: { ...HELD, privateNotes: 0 } })).not.toContain('7 notatek');
  });

  test('how it was protected and what was outside', () => {
    const words = lost();
    expect(words).toContain('AES-256, każda strona z pieczęcią HMAC');
    expect(words).toContain('scrypt, N = 2¹⁷');
    expect(words).toContain('Obecne hasło obowiązuje od: 1 września 2026');
    expect(words).toContain('Ten sam klucz otwiera kod odzyskiwania');
    expect(words).toContain('kluczem ze schowka systemu, nie włączono');
    expect(words).toContain('leżą w nim teraz 2 pliki');
    expect(lost({ outgoingNow: 0 })).toContain('nie ma w nim teraz żadnych plików');
    expect(lostWith({ keychainOn: true })).toContain('kluczem ze schowka systemu, włączono');
    expect(lostWith({ recovery: { exists: false, checkedOn: null } })).toContain(
      'Kodu odzyskiwania nie utworzono',
    );
  });

  test('the last backup, what is in it and where another one lies', () => {
    const words = lost();
    expect(words).toContain('23 listopada 2026, 18:05, otwarta i sprawdzona przez program');
    expect(words).toContain('/kopie/strefownik');
    expect(words).toContain('biblioteki 25, osoby 79, warsztaty 30, sesje 41, raporty 22');
    expect(words).toContain('ostatni dzień pracy: 20 listopada 2026');
    expect(words).toContain('/media/pendrive): 16 listopada 2026, 10:00');
  });

  test('whom to tell, by when, and a message that is ready', () => {
    const words = lost();
    for (const fact of ['policja', 'FRSI', 'Prezes UODO', '72 godzin', 'art. 34 ust. 3 lit. a']) {
      expect(words).toContain(fact);
    }
    expect(words).toContain('utraciłam laptop');
    expect(words).toContain('dane 79 osób');
    expect(lost({ owner: { name: 'Jan Próbny', form: 'masculine' } })).toContain(
      'utraciłem laptop',
    );
  });
});

describe('„Zgubiony laptop” claims nothing that the program does not know', () => {
  test('about backups and keys, when it has not heard of them', () => {
    const words = lost({ safety: null });
    expect(words).toContain('Program nie wie, czy są kopie zapasowe');
    expect(words).toContain('Program nie wie, czy był kod odzyskiwania');
    expect(words).toContain('O kopii zapasowej: ....');
    expect(words).not.toContain('Ostatnia kopia na tym komputerze');
    expect(words).not.toContain('nie włączono');
  });

  test('about a backup that was not opened, a place without a copy, an unknown day', () => {
    const waiting = { at: Instant.parse('2026-11-23T17:05:00.000Z'), verified: false };
    const words = lostWith({ lastBackup: { ...waiting, contents: null }, passphraseSetOn: null });
    expect(words).toContain('jeszcze niesprawdzona');
    expect(words).not.toContain('otwarta i sprawdzona');
    expect(words).not.toContain('Jest w niej');
    expect(words).toContain('Program nie wie, od kiedy obowiązuje to hasło');
    expect(lostWith({ lastBackup: null })).toContain('nie ma kopii zapasowej');
    expect(lostWith({ second: null })).toContain('Drugiego miejsca na kopie nie wybrano');
  });

  test('about encryption that was not confirmed, and about a demonstration', () => {
    const clear = lost({ encrypted: false });
    expect(clear).toContain('Zgłoś ją jako niezaszyfrowaną');
    expect(clear).not.toContain('Dane były zaszyfrowane przez program');
    const demonstration = lost({ demonstration: true });
    expect(demonstration).toContain('wymyślone');
    expect(demonstration).toContain('nie chroni go hasło');
    expect(demonstration).not.toContain('klucz zamknięty hasłem');
  });

  test('about the moment of the loss', () => {
    expect(lost()).toContain('Program nie wie, czy w chwili utraty dane były otwarte');
  });
});

describe('the recovery sheet', () => {
  const groups = ['K7QM', '1JWA', 'M8WW', '0T0V', 'ZZ3K', '9QRS', '4HJK'];
  const sheet = recoverySheet({
    groups,
    owner: 'Łucja Próbna',
    madeOn: PlainDate.parse('2026-09-01'),
    today: TODAY,
  });

  test('holds the code once, group by group, and never in the running text', () => {
    const code = sheet.blocks.filter((block) => block.kind === 'codeGroups');
    expect(code).toEqual([{ kind: 'codeGroups', groups }]);
    const rest = wordsOf({
      ...sheet,
      blocks: sheet.blocks.filter(({ kind }) => kind !== 'codeGroups'),
    });
    for (const group of groups) expect(rest).not.toContain(group);
  });

  test('says whose it is, since when, where to keep it and that it was copied by hand', () => {
    const words = wordsOf(sheet);
    for (const fact of [
      'Łucja Próbna',
      '24 listopada 2026',
      '1 września 2026',
      'Nigdy razem z laptopem',
      'Czego kod nie zrobi',
      'przepisane ręcznie',
    ]) {
      expect(words).toContain(fact);
    }
  });
});

test('no number of things breaks a sentence', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (count) => {
      const held = Object.fromEntries(
        Object.keys(HELD).map((kind) => [kind, count]),
      ) as unknown as HeldData; // the keys are those of HELD
      const words = lost({ held, outgoingNow: count });
      expect(words).not.toMatch(/undefined|NaN|null/);
      expect(words.includes('brak')).toBe(count === 0);
    }),
  );
});
