import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import { Person, type WordForm } from '../domain/person.ts';
import type { TextRewriter } from '../domain/personText.ts';
import { roleWords } from '../reports/labels.ts';
import { numberIn, textIn, type ReadableDb } from '../store/db.ts';
import { findTexts, textTables, wordsOf, type RewrittenRow } from '../store/textColumns.ts';
import type { PrivateParts } from './erasureLook.ts';
import { gently } from './gently.ts';
import { OWN_ROWS, readSubject, rewriterOf, type Subject, type SubjectRef } from './subject.ts';
import {
  agreementRows,
  agreementsOf,
  goalRows,
  processRows,
  resourceRows,
  scoreRows,
  sessionRows,
  sessionsOf,
  stepRows,
  textsOfSeveral,
} from './subjectCoaching.ts';
import {
  attendanceRows,
  identityRows,
  roleRows,
  teamRows,
  workshopRows,
} from './subjectProgramme.ts';
import { reportsNaming } from './subjectReports.ts';
import type { SubjectRow } from './subjectRows.ts';
import type { Tools } from './tools.ts';

/** What a table holds, for a mention in it. */
const TABLE_WORDS: Readonly<Record<string, string>> = {
  action_step: 'Krok',
  agenda_item: 'Blok programu warsztatu',
  agreement: 'Kontrakt',
  attendance: 'Obecność',
  coaching_goal: 'Cel',
  coaching_session: 'Sesja coachingowa',
  draft: 'Niezapisany tekst',
  edition: 'Edycja',
  engagement: 'Proces coachingowy',
  erasure: 'Protokół usunięcia danych',
  goal_score: 'Ocena celu',
  innovation: 'Innowacja',
  library: 'Biblioteka',
  report: 'Raport',
  resource: 'Zasób',
  setting: 'Ustawienia',
  team_membership: 'Miejsce w zespole',
  workshop: 'Warsztat',
};

/** Stands where the name would stand, where only "is it there" is asked. */
const NO_NAME = '…';
/** Words before and after a mention: enough to know it again. Characters. */
const WORDS_BEFORE = 150;
const WORDS_AFTER = 250;

/** Every place of a text in which they are named, with the words around it; the whole of a short text. */
function placesIn(text: string, rewrite: TextRewriter): string[] {
  if (text.length <= WORDS_BEFORE + WORDS_AFTER) return [text];
  const places: string[] = [];
  let rest = text;
  for (;;) {
    const without = rewrite(rest);
    if (without === rest) return places;
    // What the two have in common ends where the first mention begins (or in letters that it shares with "…").
    const plain = rest.normalize('NFC');
    let at = 0;
    while (at < plain.length && plain[at] === without[at]) at += 1;
    const from = Math.max(0, at - WORDS_BEFORE);
    const until = at + WORDS_AFTER;
    const words = plain.slice(from, until);
    places.push(`${from > 0 ? '…' : ''}${words}${until < plain.length ? '…' : ''}`);
    rest = plain.slice(until);
  }
}

function excerpt(row: RewrittenRow, rewrite: TextRewriter): string {
  return wordsOf(row, rewrite)
    .flatMap((text) => placesIn(text, rewrite))
    .join(' … ')
    .replace(/\s+/g, ' ');
}

function dayOf(db: ReadableDb, { table, key }: RewrittenRow): PlainDate | null {
  if (!table.recorded) return null;
  const row = db.get(`select created_at from "${table.name}" where id = ?`, key[0] ?? null);
  return row === undefined ? null : dayInWarsaw(Date.parse(textIn(row, 'created_at')));
}

function mentionRows(
  db: ReadableDb,
  subject: Subject,
  rows: readonly RewrittenRow[],
  rewrite: TextRewriter,
): SubjectRow[] {
  const apart = new Set(['change', 'dispatch', 'report']);
  const namesakes = subject.othersNames.filter((name) => rewrite(name) !== name).length;
  return [
    ...rows
      .filter(({ table }) => !apart.has(table.name))
      .map((row) => ({
        on: dayOf(db, row),
        what: TABLE_WORDS[row.table.name] ?? 'Inny zapis',
        detail: excerpt(row, rewrite),
      })),
    ...Array.from({ length: namesakes }, () => ({
      on: null,
      what: 'Inna osoba o tym samym imieniu i nazwisku',
      detail: 'Jeśli to ta sama osoba, jej drugi wpis pokazuje się i usuwa osobno.',
    })),
  ];
}

function mailRows(db: ReadableDb, rows: readonly RewrittenRow[]): SubjectRow[] {
  return rows
    .filter(({ table }) => table.name === 'dispatch')
    .flatMap(({ key: [id] }) =>
      db.all('select recipient, subject, prepared_at from dispatch where id = ?', id ?? null),
    )
    .map((row) => ({
      on: dayInWarsaw(Date.parse(textIn(row, 'prepared_at'))),
      what: textIn(row, 'subject'),
      detail: `do: ${textIn(row, 'recipient')}`,
    }));
}

const ACTION_WORDS: Readonly<Record<string, string>> = {
  made: 'wpisano',
  changed: 'zmieniono',
  removed: 'przeniesiono do Kosza',
  restored: 'przywrócono z Kosza',
};

/** A field of a person's own entry in words: a form and roles have none of their own. */
function fieldWords(field: string, value: unknown, form: WordForm): string {
  if (field === 'form') return value === 'feminine' ? 'forma żeńska' : 'forma męska';
  if (field !== 'roles') return String(value);
  return Person.shape.roles
    .parse(value)
    .map((role) => roleWords[role][form])
    .join(', ');
}

/** Changes of the person's own entry, and changes elsewhere that name them. */
function historyRows(
  db: ReadableDb,
  subject: Subject,
  rows: readonly RewrittenRow[],
  rewrite: TextRewriter,
): SubjectRow[] {
  const own = db
    .all(
      'select * from change where entity = ? and entity_id = ? order by position',
      subject.kind,
      subject.id,
    )
    .map((row) => ({ position: numberIn(row, 'position'), row, detail: '' }));
  const form = db.get('select form from person where id = ?', subject.id)?.['form'] as WordForm; // asked for of a person only
  const naming = rows
    .filter(({ table }) => table.name === 'change')
    .flatMap((found) =>
      db.all('select * from change where position = ?', found.key[0] ?? null).map((row) => ({
        position: numberIn(row, 'position'),
        row,
        detail: excerpt(found, rewrite),
      })),
    );
  return [...own, ...naming]
    .toSorted((a, b) => a.position - b.position)
    .map(({ row, detail }) => {
      const mine = row['entity_id'] === subject.id;
      const changed = Object.entries(
        JSON.parse(textIn(row, 'fields')) as Record<string, readonly unknown[]>, // written by recordChange
      ).map(([field, pair]) => pair.map((value) => fieldWords(field, value, form)).join(' → '));
      return {
        on: dayInWarsaw(Date.parse(textIn(row, 'at'))),
        what: `${mine ? 'Wpis tej osoby' : 'Inny wpis'}: ${ACTION_WORDS[textIn(row, 'action')] ?? ''}`,
        detail: mine ? changed.join(' · ') : detail,
      };
    });
}

async function reportRows(tools: Tools, subject: Subject): Promise<SubjectRow[]> {
  const { naming, unreadable } = await reportsNaming(tools, subject, NO_NAME);
  const row = (report: (typeof unreadable)[number], detail: string): SubjectRow => ({
    on: dayInWarsaw(Date.parse(report.closedAt)),
    what: `${report.number} · ${report.title}`,
    detail,
  });
  return [
    ...naming.map(({ report }) => row(report, 'Raport wymienia tę osobę')),
    ...unreadable.map((report) =>
      row(report, 'Pliku raportu nie udało się odczytać: nie wiadomo, czy wymienia tę osobę'),
    ),
  ];
}

/** Everything that is held about somebody; of private notes only their number. Throws not-found. */
export async function showSubject(tools: Tools, privately: PrivateParts, ref: SubjectRef) {
  const db = tools.store;
  const subject = readSubject(db, ref);
  const rewrite = rewriterOf(subject, NO_NAME);
  const rows = await gently(findTexts(db, textTables(db, 'shared'), rewrite, OWN_ROWS));
  const agreements = await gently(agreementsOf(db, subject));
  const sessions = await gently(sessionsOf(db, subject));
  const sections = [
    { key: 'identity' as const, rows: identityRows(subject) },
    { key: 'teams' as const, rows: await gently(teamRows(db, subject)) },
    { key: 'roles' as const, rows: await gently(roleRows(db, subject)) },
    { key: 'processes' as const, rows: await gently(processRows(db, subject)) },
    { key: 'agreements' as const, rows: agreementRows(agreements) },
    { key: 'sessions' as const, rows: sessionRows(db, subject, sessions) },
    { key: 'goals' as const, rows: await gently(goalRows(db, subject)) },
    { key: 'scores' as const, rows: await gently(scoreRows(db, subject)) },
    { key: 'resources' as const, rows: await gently(resourceRows(db, subject)) },
    { key: 'steps' as const, rows: await gently(stepRows(db, subject)) },
    { key: 'workshops' as const, rows: await gently(workshopRows(db, subject)) },
    { key: 'attendance' as const, rows: await gently(attendanceRows(db, subject)) },
    { key: 'reports' as const, rows: await reportRows(tools, subject) },
    { key: 'mails' as const, rows: mailRows(db, rows) },
    { key: 'mentions' as const, rows: mentionRows(db, subject, rows, rewrite) },
    { key: 'history' as const, rows: historyRows(db, subject, rows, rewrite) },
  ].filter((section) => section.rows.length > 0);
  return {
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    sections,
    ofSeveral: textsOfSeveral(db, subject, { sessions, agreements }),
    privateNotes: await gently(privately.countAbout(db, subject.id, rewrite)),
  };
}

/** What `showSubject` answers. */
export type SubjectView = Awaited<ReturnType<typeof showSubject>>;
