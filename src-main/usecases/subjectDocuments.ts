import type { PlainDate } from '../domain/calendar.ts';
import type { PrintedBlock, PrintedDocument } from '../domain/printedDocument.ts';
import { dateWithWeekday, longDate } from '../reports/format.ts';
import type { SubjectView } from './subjectShow.ts';

/** Headings of what is held, in the order in which it is shown. */
const SECTION_WORDS: Readonly<Record<SubjectView['sections'][number]['key'], string>> = {
  identity: 'Dane osoby',
  teams: 'Zespoły',
  roles: 'Role w programie',
  processes: 'Procesy coachingowe',
  agreements: 'Kontrakty',
  sessions: 'Sesje coachingowe',
  goals: 'Cele',
  scores: 'Oceny celów',
  resources: 'Zasoby',
  steps: 'Kroki',
  workshops: 'Prowadzone warsztaty',
  attendance: 'Obecność na warsztatach',
  reports: 'Zamknięte raporty',
  mails: 'Wiadomości z raportami',
  mentions: 'Wzmianki w innych miejscach',
  history: 'Historia zmian',
};

/** What an export cannot promise by itself; printed, and written into the JSON too. */
export const EXPORT_NOTES: readonly string[] = [
  'Wzmianki znaleziono po pełnym imieniu i nazwisku (w obu kolejnościach), adresie i numerze. Odmienionych form (na przykład „z Anną Lis”), samych imion i skrótów program nie znajduje: trzeba ich poszukać ręcznie.',
  'Prywatnych notatek z rozmów nie ma w tym dokumencie: podana jest tylko ich liczba. Wydaje je osobno osoba, która je pisała, każdą po przeczytaniu.',
];

/** `22.11.2026`: all days are equally wide, so that the columns of all tables stand below one another. */
const dayInTable = (day: PlainDate | null): string =>
  day === null ? '' : day.split('-').toReversed().join('.');

function sectionBlocks({ key, rows }: SubjectView['sections'][number]): PrintedBlock[] {
  const dated = rows.some(({ on }) => on !== null);
  return [
    { kind: 'heading', text: SECTION_WORDS[key] },
    {
      kind: 'table',
      columns: [...(dated ? ['Dzień'] : []), 'Co', 'Szczegóły'],
      widths: [...(dated ? (['auto'] as const) : []), 'wide', 'wide'],
      rows: rows.map(({ on, what, detail }) => [...(dated ? [dayInTable(on)] : []), what, detail]),
    },
  ];
}

/** Everything held about somebody, for handing to them. */
export function subjectDocument(
  view: Omit<SubjectView, 'ofSeveral'>,
  today: PlainDate,
): PrintedDocument {
  return {
    title: 'Dane osobowe w programie Strefownik',
    subtitle: `${view.name}. Stan na ${longDate(today)}.`,
    blocks: [
      ...EXPORT_NOTES.map((text): PrintedBlock => ({ kind: 'paragraph', text })),
      {
        kind: 'facts',
        rows: [{ label: 'Prywatne notatki z sesji', value: String(view.privateNotes) }],
      },
      ...view.sections.flatMap(sectionBlocks),
    ],
  };
}

/** One private note that the coach releases by hand; marked private on every page. */
export function releasedNoteDocument(note: {
  readonly sessionOn: PlainDate;
  readonly processTitle: string;
  readonly body: string;
}): PrintedDocument {
  return {
    title: 'Prywatna notatka z sesji',
    subtitle: `Sesja: ${dateWithWeekday(note.sessionOn)}. Proces: ${note.processTitle}.`,
    pageMark: 'PRYWATNE',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Notatka wydana na wniosek osoby, której dotyczy. Nie jest częścią raportu i nie trafia do FRSI.',
      },
      { kind: 'heading', text: 'Treść notatki' },
      ...note.body
        .split(/\n+/)
        .filter((text) => text.trim() !== '')
        .map((text): PrintedBlock => ({ kind: 'paragraph', text })),
    ],
  };
}
