import { dayInWarsaw } from '../domain/calendar.ts';
import type { Erasure } from '../domain/erasure.ts';
import type { Person } from '../domain/person.ts';
import { CLEARED_RECIPIENT } from '../domain/retention.ts';
import type { PrintedBlock, PrintedDocument } from '../domain/printedDocument.ts';
import { longDate, NBSP } from '../reports/format.ts';
import type { ErasureCounts } from './erasureLook.ts';
import type { HeldBackup } from './tools.ts';

/** What a protocol tells besides the erasure's own row. */
export interface ProtocolFacts {
  readonly by: Pick<Person, 'name' | 'form'>;
  /** Backups that may still hold the person. */
  readonly backups: readonly HeldBackup[];
  /** Numbers of reports whose file could not be read. */
  readonly unreadable: readonly string[];
}

const COUNT_WORDS: Readonly<Record<keyof ErasureCounts, string>> = {
  records: 'Wpisy, z których zniknęły dane osoby',
  history: 'Zapisy historii zmian',
  drafts: 'Niezapisane teksty',
  mails: 'Wiadomości z raportami',
  reports: 'Raporty zastąpione wydaniem zanonimizowanym',
  unreadableReports: 'Raporty, których pliku nie udało się odczytać',
  privateNotes: 'Usunięte prywatne notatki z sesji osoby',
  privateTexts: 'Prywatne notatki i ich historia, z których zniknęły dane osoby',
};

/** Stands for a recipient whose address was cleared: whom to ask is no longer known here. */
const ADDRESS_CLEARED = 'odbiorca, którego adres usunięto po okresie przechowywania';
const isAddress = (recipient: string) => recipient !== CLEARED_RECIPIENT;

function reportBlocks({ reports, number }: Pick<Erasure, 'reports' | 'number'>): PrintedBlock[] {
  const held = reports.filter(({ recipients }) => recipients.length > 0);
  if (reports.length === 0) return [];
  const known = held.filter(({ recipients }) => recipients.some(isAddress));
  const numbers = [...new Set(known.map((report) => report.number))].join(', ');
  const addresses = [...new Set(known.flatMap(({ recipients }) => recipients))]
    .filter(isAddress)
    .join(', ');
  return [
    { kind: 'heading', text: 'Zastąpione raporty' },
    {
      kind: 'paragraph',
      text: 'Każdy z tych raportów zachował numer. Plik zastąpiło wydanie zanonimizowane, które wskazuje ten protokół i skrót dawnego pliku.',
    },
    {
      kind: 'table',
      columns: ['Raport', 'Skrót dawnego pliku (SHA-256)', 'Kto ma dawny plik'],
      widths: ['auto', 'wide', 'wide'],
      rows: reports.map((report) => [
        report.number,
        report.oldSha256,
        report.recipients.length === 0
          ? 'nikt, o kim program wie'
          : report.recipients.map((one) => (isAddress(one) ? one : ADDRESS_CLEARED)).join(', '),
      ]),
    },
    ...(known.length === 0
      ? []
      : ([
          { kind: 'strong', text: `Wiadomość do wysłania na adres: ${addresses}` },
          {
            kind: 'paragraph',
            text: `Dzień dobry, na wniosek osoby, której dane dotyczą, usunęliśmy je z raportów ${numbers} (protokół ${number}). Proszę o trwałe usunięcie otrzymanych wcześniej plików tych raportów, także z poczty i kopii; nowe wydania prześlę na prośbę. Proszę o potwierdzenie.`,
          },
        ] satisfies PrintedBlock[])),
  ];
}

function unreadableBlocks(unreadable: readonly string[]): PrintedBlock[] {
  if (unreadable.length === 0) return [];
  return [
    {
      kind: 'strong',
      text: `Nie udało się odczytać plików raportów: ${unreadable.join(', ')}. Nie wiadomo, czy wymieniają osobę; trzeba je sprawdzić w kopiach lub u odbiorców.`,
    },
  ];
}

function backupBlocks(backups: readonly HeldBackup[]): PrintedBlock[] {
  return [
    { kind: 'heading', text: 'Kopie zapasowe' },
    ...(backups.length === 0
      ? ([
          { kind: 'paragraph', text: 'Program nie zna kopii zrobionych przed usunięciem.' },
        ] satisfies PrintedBlock[])
      : ([
          {
            kind: 'paragraph',
            text: 'Te kopie zrobiono przed usunięciem, więc mogą jeszcze zawierać dane osoby (zaszyfrowane). Kopie znikają same najpóźniej w podanym dniu; po przywróceniu którejś z nich program usunie dane ponownie.',
          },
          {
            kind: 'table',
            columns: ['Kopia z dnia', 'Gdzie', 'Znika najpóźniej'],
            rows: backups.map(({ createdAt, place, expiresOn }) => [
              longDate(dayInWarsaw(Date.parse(createdAt))),
              place === 'first' ? 'na tym komputerze' : 'w drugim miejscu',
              longDate(expiresOn),
            ]),
          },
        ] satisfies PrintedBlock[])),
    {
      kind: 'paragraph',
      text: 'Kopii zrobionych poza programem, wydruków, plików zapisanych ręcznie i tego, co odłożono przy przywracaniu kopii (podfoldery „odlozone-…” w folderze z danymi), program nie zmienia: trzeba je usunąć osobno.',
    },
  ];
}

/** The protocol of an erasure: what was done, when and by whom, never about whom. */
export function protocolDocument(
  erasure: Omit<Erasure, 'id' | 'fileId'>,
  { by, backups, unreadable }: ProtocolFacts,
): PrintedDocument {
  const { number, erasedOn, reason, counts, subjectId } = erasure;
  const done = by.form === 'feminine' ? 'Wykonała' : 'Wykonał';
  return {
    title: `Protokół usunięcia danych osobowych ${number.replaceAll(' ', NBSP)}`,
    subtitle: `${longDate(erasedOn)}. ${done}: ${by.name}.`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: 'O co proszono', value: reason },
          { label: 'Usunięto dnia', value: longDate(erasedOn) },
          { label: 'Kogo dotyczy (identyfikator w programie)', value: subjectId },
          { label: done, value: by.name },
        ],
      },
      { kind: 'heading', text: 'Co usunięto' },
      {
        kind: 'table',
        columns: ['Co', 'Ile'],
        widths: ['wide', 'auto'],
        rows: Object.entries(COUNT_WORDS).map(([key, label]) => [label, String(counts[key] ?? 0)]),
      },
      {
        kind: 'paragraph',
        text: 'Imię i nazwisko, adresy i numery zastąpiono neutralnymi słowami wszędzie, gdzie stały w pełnym brzmieniu; obecności i sumy zostały. Odmienionych form, samych imion i skrótów w notatkach program nie rozpoznaje: trzeba ich poszukać ręcznie.',
      },
      ...reportBlocks(erasure),
      ...unreadableBlocks(unreadable),
      ...backupBlocks(backups),
    ],
  };
}
