import type { PlainDate, PlainTime } from '../../domain/calendar.ts';
import { dayInWarsaw, timeInWarsaw } from '../../domain/calendar.ts';
import type { WordForm } from '../../domain/person.ts';
import type { PrintedBlock, PrintedDocument } from '../../domain/printedDocument.ts';
import { clock, longDate, NBSP, plural, type WordForms } from '../../reports/format.ts';
import type { SafetyFacts } from '../safetyFacts.ts';

/** How much of each kind of data the workspace holds, what is in the bin included. */
export interface HeldData {
  readonly participants: number;
  readonly persons: number;
  /** People whose e-mail address or telephone is kept. */
  readonly contacts: number;
  /** Marks of attendance. */
  readonly attendance: number;
  readonly sessions: number;
  readonly sessionsWithNotes: number;
  readonly goals: number;
  readonly reports: number;
  readonly dispatches: number;
  readonly privateNotes: number;
}

/** What "Zgubiony laptop" is made of: facts of this workspace only. */
export interface LostLaptopFacts {
  readonly owner: { readonly name: string; readonly form: WordForm };
  readonly today: PlainDate;
  readonly time: PlainTime;
  readonly held: HeldData;
  /** The database said so itself when it was asked. */
  readonly encrypted: boolean;
  readonly demonstration: boolean;
  /** Clear copies in the outgoing folder of this computer now. */
  readonly outgoingNow: number;
  /** Null: the program does not know anything about backups and keys. */
  readonly safety: SafetyFacts | null;
}

const counted = (count: number, forms: WordForms): string =>
  `${count}${NBSP}${plural(count, forms)}`;

const PEOPLE: WordForms = { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' };
const RECORDS: WordForms = { one: 'wpis', few: 'wpisy', many: 'wpisów', other: 'wpisu' };
const SESSIONS: WordForms = { one: 'sesja', few: 'sesje', many: 'sesji', other: 'sesji' };
const GOALS: WordForms = { one: 'cel', few: 'cele', many: 'celów', other: 'celu' };
const NOTES: WordForms = {
  one: 'notatka',
  few: 'notatki',
  many: 'notatek',
  other: 'notatki',
};
const REPORTS: WordForms = { one: 'raport', few: 'raporty', many: 'raportów', other: 'raportu' };
const MAILS: WordForms = {
  one: 'wiadomość',
  few: 'wiadomości',
  many: 'wiadomości',
  other: 'wiadomości',
};
const LIE: WordForms = { one: 'leży', few: 'leżą', many: 'leży', other: 'leży' };
const FILES: WordForms = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' };

/** A gap to be filled in, so many dots wide. */
const gap = (width: number): string => '.'.repeat(width);

/** An article of the regulation, kept on one line. */
const article = (number: string): string => `art. ${number}`.replaceAll(' ', NBSP);

const momentOf = (instant: string): string => {
  const at = Date.parse(instant);
  return `${longDate(dayInWarsaw(at))}, ${clock(timeInWarsaw(at))}`;
};

function whatWasOnIt({ held, demonstration, today, time }: LostLaptopFacts): PrintedBlock[] {
  const rows: readonly (readonly [string, number, WordForms])[] = [
    ['Uczestniczki i uczestnicy', held.participants, PEOPLE],
    ['Osoby prowadzące program', held.persons, PEOPLE],
    ['W tym z e-mailem lub telefonem', held.contacts, PEOPLE],
    ['Obecność na warsztatach', held.attendance, RECORDS],
    ['Sesje coachingowe', held.sessions, SESSIONS],
    ['W tym z notatkami do raportu', held.sessionsWithNotes, SESSIONS],
    ['Cele coachingowe', held.goals, GOALS],
    ['Prywatne notatki z rozmów', held.privateNotes, NOTES],
    ['Zamknięte raporty (PDF)', held.reports, REPORTS],
    ['Wiadomości z raportami', held.dispatches, MAILS],
  ];
  return [
    { kind: 'heading', text: 'Co było na laptopie' },
    {
      kind: 'paragraph',
      text: `Stan danych, które program ma otwarte na tym komputerze: ${longDate(today)}, ${clock(time)}. Jeżeli to dane przywrócone z kopii na innym komputerze, na zgubionym mogło być więcej: to, co zapisano po tej kopii.`,
    },
    ...(demonstration
      ? [
          {
            kind: 'strong',
            text: 'To jest demonstracja: osoby i zdarzenia są w niej wymyślone.',
          } as const,
        ]
      : []),
    {
      kind: 'facts',
      rows: rows.map(([label, count, forms]) => ({
        label,
        value: count === 0 ? 'brak' : counted(count, forms),
      })),
    },
    {
      kind: 'paragraph',
      text: 'O osobach: imię i nazwisko, biblioteka, funkcja albo rola, e-mail, telefon, obecność z powodem nieobecności, a z coachingu cele, zasoby i ustalenia. Program nie ma pól na PESEL, adresy domowe, numery dokumentów ani kont. Nie wie, czy ktoś wpisał takie dane w notatkach; prywatne notatki mogą opisywać sytuację konkretnej osoby.',
    },
  ];
}

function keyFacts({ safety, demonstration }: LostLaptopFacts): string[] {
  if (demonstration) return ['Klucz demonstracji leży obok danych otwarty: nie chroni go hasło.'];
  const passphrase =
    'Klucz (256 bitów, losowy) leży obok danych zamknięty hasłem: scrypt, N = 2¹⁷, i AES-256-GCM.';
  if (safety === null) {
    return [
      passphrase,
      'Program nie wie, czy był kod odzyskiwania i otwieranie przez system komputera.',
    ];
  }
  const { recovery, keychainOn, passphraseSetOn } = safety;
  return [
    passphraseSetOn === null
      ? `${passphrase} Program nie wie, od kiedy obowiązuje to hasło.`
      : `${passphrase} Obecne hasło obowiązuje od: ${longDate(passphraseSetOn)}.`,
    recovery.exists
      ? 'Ten sam klucz otwiera kod odzyskiwania (128 bitów, losowy). Program nie wie, gdzie leży kartka z kodem; jeżeli była przy laptopie, zgłoś to.'
      : 'Kodu odzyskiwania nie utworzono.',
    keychainOn
      ? 'Otwieranie bez hasła, kluczem ze schowka systemu, włączono: dane otworzy ten, kto zaloguje się na konto w systemie.'
      : 'Otwierania bez hasła, kluczem ze schowka systemu, nie włączono.',
  ];
}

function howProtected(facts: LostLaptopFacts): PrintedBlock[] {
  return [
    { kind: 'heading', text: 'Jak były chronione' },
    {
      kind: 'list',
      items: [
        facts.encrypted
          ? 'Baza danych: cała zaszyfrowana przez program (SQLCipher: AES-256, każda strona z pieczęcią HMAC).'
          : 'Baza danych: program nie potwierdził jej szyfrowania. Zgłoś ją jako niezaszyfrowaną.',
        'Raporty PDF w folderze z danymi: zaszyfrowane osobno (AES-256-GCM).',
        'Kopie zapasowe: zaszyfrowane tym samym kluczem; jawna jest tylko ich metryczka (daty i liczby, bez nazwisk).',
        ...keyFacts(facts),
      ],
    },
    {
      kind: 'paragraph',
      text: 'Program nie wie, czy w chwili utraty dane były otwarte, czy hasło było zapisane przy laptopie, po jakim czasie blokował się ekran i czy cały dysk był zaszyfrowany.',
    },
  ];
}

function whatWasOutside({ outgoingNow }: LostLaptopFacts): PrintedBlock[] {
  const now =
    outgoingNow === 0
      ? 'Na tym komputerze nie ma w nim teraz żadnych plików.'
      : `Na tym komputerze ${plural(outgoingNow, LIE)} w nim teraz ${counted(outgoingNow, FILES)}.`;
  return [
    { kind: 'heading', text: 'Co było poza szyfrowaniem' },
    {
      kind: 'list',
      items: [
        `Kopie do wysłania (PDF i szkice wiadomości otwierane w innych programach) leżą jawnie w osobnym folderze i znikają po dniu. ${now} Program nie wie, ile ich było na zgubionym laptopie w chwili utraty.`,
        'Program nie wie o plikach zapisanych gdzie indziej: raportach zapisanych ręcznie, załącznikach w poczcie, wydrukach.',
        'Program nie wie, co jeszcze było na laptopie poza Strefownikiem.',
      ],
    },
  ];
}

function backupWords({ safety }: LostLaptopFacts): string[] {
  if (safety === null) return ['Program nie wie, czy są kopie zapasowe.'];
  const { lastBackup, second, backupFolder } = safety;
  const last =
    lastBackup === null
      ? 'Na tym komputerze nie ma kopii zapasowej.'
      : `Ostatnia kopia na tym komputerze: ${momentOf(lastBackup.at)}, ${lastBackup.verified ? 'otwarta i sprawdzona przez program' : 'jeszcze niesprawdzona'}. Folder: ${backupFolder}`;
  const held = lastBackup?.contents;
  const contents =
    held == null
      ? []
      : [
          `Jest w niej: biblioteki ${held.libraries}, osoby ${held.people}, warsztaty ${held.workshops}, sesje ${held.sessions}, raporty ${held.reports}; ostatni dzień pracy: ${held.lastOn === null ? 'brak' : longDate(held.lastOn)}.`,
        ];
  const away =
    second === null
      ? 'Drugiego miejsca na kopie nie wybrano: kopie leżą tylko na tym samym komputerze co dane.'
      : second.lastCopyAt === null
        ? `W drugim miejscu (${second.path}) nie ma jeszcze kopii.`
        : `W drugim miejscu (${second.path}): ${momentOf(second.lastCopyAt)}. Ta kopia nie leży na laptopie.`;
  return [last, ...contents, away];
}

function backToWork(facts: LostLaptopFacts): PrintedBlock[] {
  return [
    { kind: 'heading', text: 'Ostatnia kopia i powrót do pracy' },
    { kind: 'list', items: backupWords(facts) },
    {
      kind: 'paragraph',
      text: 'Na nowym komputerze: zainstaluj Strefownik, podłącz drugie miejsce, wybierz „Odtwórz z kopii zapasowej” i podaj hasło (ostatnie albo z dnia kopii) lub kod odzyskiwania. Potem ustaw nowe hasło i utwórz nowy kod.',
    },
  ];
}

const WHAT_TO_DO: PrintedBlock[] = [
  { kind: 'heading', text: 'Co zrobić, komu i do kiedy powiedzieć' },
  {
    kind: 'table',
    columns: ['Kiedy', 'Komu', 'Co'],
    widths: ['auto', 'auto', 'wide'],
    rows: [
      ['od razu', 'policja', 'Zgłoś kradzież lub zgubę. Zapisz numer sprawy.'],
      [
        'od razu',
        'FRSI (administrator)',
        `Wyślij wiadomość poniżej z tym dokumentem. Administrator danych ocenia ryzyko; zawiadamia się go bez zbędnej zwłoki (RODO, ${article('33 ust. 2')}).`,
      ],
      [
        'do 72 godzin',
        'Prezes UODO',
        `Zgłasza administrator, licząc od stwierdzenia naruszenia, chyba że jest mało prawdopodobne, by zagrażało ono prawom osób (RODO, ${article('33 ust. 1')}).`,
      ],
      [
        'bez zwłoki',
        'osoby z danych',
        `Zawiadamia administrator, gdy ryzyko jest wysokie. Nie trzeba, gdy szyfrowanie nie pozwala nikomu ich odczytać (RODO, ${article('34 ust. 3 lit. a')}).`,
      ],
      [
        'tego dnia',
        'Ty',
        'Zmień hasło do poczty i innych kont używanych na laptopie, wyloguj go zdalnie. Jeśli hasło lub kod odzyskiwania były przy laptopie, napisz o tym FRSI.',
      ],
    ],
  },
];

function message({
  owner,
  held,
  encrypted,
  safety,
  demonstration,
}: LostLaptopFacts): PrintedBlock[] {
  const lost = owner.form === 'feminine' ? 'utraciłam' : 'utraciłem';
  const people = counted(held.participants + held.persons, {
    one: 'osoby',
    few: 'osób',
    many: 'osób',
    other: 'osoby',
  });
  const protection =
    encrypted && !demonstration
      ? 'Dane były zaszyfrowane przez program (AES-256), klucz zamknięty hasłem.'
      : 'Program nie potwierdza, że dane były chronione hasłem.';
  const backup =
    safety?.lastBackup == null
      ? `O kopii zapasowej: ${gap(20)}.`
      : `Ostatnia kopia zapasowa: ${momentOf(safety.lastBackup.at)}.`;
  return [
    { kind: 'heading', text: 'Gotowa wiadomość do FRSI' },
    ...[
      `Dzień dobry, dnia ${gap(20)} około godz. ${gap(12)} w ${gap(20)} ${lost} laptop z danymi programu Strefy Innowacji (kradzież / zguba). Były na nim dane ${people}: nazwiska, kontakty, obecność, notatki z coachingu i raporty; zestawienie w załączniku. ${protection}`,
      `W chwili utraty laptop był ${gap(20)} (wyłączony / zablokowany / otwarty). Hasło i kod odzyskiwania ${gap(20)} (nie były / były) przy laptopie. ${backup} Policja, numer sprawy: ${gap(20)}.`,
      'Proszę o ocenę i o wiadomość, co mam jeszcze zrobić.',
      owner.name,
    ].map((text): PrintedBlock => ({ kind: 'paragraph', text })),
  ];
}

/**
 * "Zgubiony laptop": what was on it, how it was protected, whom to tell and by when. Its words fit a document made
 * beforehand and one made on another laptop after a restore; what the program cannot know, it says so.
 */
export function lostLaptopDocument(facts: LostLaptopFacts): PrintedDocument {
  return {
    title: 'Zgubiony laptop',
    subtitle: `Dane prowadzi: ${facts.owner.name}. Sporządzono: ${longDate(facts.today)}, ${clock(facts.time)}.`,
    blocks: [
      { kind: 'boxes', labels: ['dzień utraty', 'godzina', 'miejsce', 'numer sprawy na policji'] },
      ...WHAT_TO_DO,
      ...message(facts),
      ...whatWasOnIt(facts),
      ...howProtected(facts),
      ...whatWasOutside(facts),
      ...backToWork(facts),
    ],
  };
}
