import { dayInWarsaw } from '../domain/calendar.ts';
import { searchWords } from '../domain/text.ts';
import { roleWords } from '../reports/labels.ts';
import { textIn, textOrNullIn, type SqlRow } from '../store/db.ts';
import { persons } from '../store/people.ts';
import { foldText } from '../domain/text.ts';
import type { SubjectRef } from './subject.ts';
import type { Tools } from './tools.ts';

/** Somebody found by name. */
export interface SubjectLine extends SubjectRef {
  readonly name: string;
  readonly detail: string;
}

/** Most people that are listed at once. */
const MOST_FOUND = 50;

const binned = (row: SqlRow) => {
  const at = textOrNullIn(row, 'deleted_at');
  return at === null ? [] : [`w Koszu od ${dayInWarsaw(Date.parse(at))}`];
};

function allPeople({ store }: Tools): SubjectLine[] {
  const participants = store.all(
    'select p.id, p.name, p.deleted_at, (select l.town from team_membership m join library l on l.id = m.library_id ' +
      'where m.participant_id = p.id order by m.created_at desc limit 1) as town from participant p',
  );
  return [
    ...participants.map((row) => ({
      kind: 'participant' as const,
      id: textIn(row, 'id'),
      name: textIn(row, 'name'),
      detail: [textOrNullIn(row, 'town') ?? '', ...binned(row)].filter(Boolean).join(' · '),
    })),
    ...store.all('select * from person').map((row) => {
      const person = persons.fromRow(row);
      const roles = person.roles.map((role) => roleWords[role][person.form]).join(', ');
      return {
        kind: 'person' as const,
        id: person.id,
        name: person.name,
        detail: [roles, ...binned(row)].join(' · '),
      };
    }),
  ];
}

/** People, in the bin or not, in whose name every typed word begins a word; by name, 50 at most. */
export function findSubjects(tools: Tools, text: string): SubjectLine[] {
  const words = searchWords(text);
  const polish = new Intl.Collator('pl');
  return allPeople(tools)
    .filter(({ name }) => {
      const folded = ` ${foldText(name)}`;
      return words.every((word) => folded.includes(` ${word}`)) || folded.includes(words.join(' '));
    })
    .toSorted((a, b) => polish.compare(a.name, b.name) || polish.compare(a.detail, b.detail))
    .slice(0, MOST_FOUND);
}
