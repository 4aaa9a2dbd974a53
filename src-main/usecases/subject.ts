import { NEUTRAL_EMAIL, NEUTRAL_PHONE } from '../domain/erasure.ts';
import {
  emailsIn,
  personRewriter,
  phonesIn,
  type PersonWords,
  type TextRewriter,
} from '../domain/personText.ts';
import { Instant } from '../domain/calendar.ts';
import { textIn, type ReadableDb, type SqlRow } from '../store/db.ts';
import { StoreFailure } from '../store/failures.ts';
import type { OwnRows } from '../store/textColumns.ts';

/** Whose data: a member of a team, or a trainer, coach, advisor, coordinator. */
export interface SubjectRef {
  readonly kind: 'participant' | 'person';
  readonly id: string;
}

/** Somebody with all that stands for them in texts, and what may not be taken for them. */
export interface Subject extends SubjectRef {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly createdAt: Instant;
  readonly words: PersonWords;
  readonly othersNames: readonly string[];
  readonly otherIds: ReadonlySet<string>;
}

/** Where people's own names and contacts lie. */
export const OWN_ROWS: OwnRows = {
  tables: ['participant', 'person'],
  fields: ['name', 'email', 'phone'],
};

/** Values that a field of the person had, from their history. */
function formerValues(db: ReadableDb, ref: SubjectRef, field: string): string[] {
  return db
    .all('select fields from change where entity = ? and entity_id = ?', ref.kind, ref.id)
    .flatMap((row) => {
      const fields = JSON.parse(textIn(row, 'fields')) as Record<string, unknown>; // written by recordChange
      const pair = fields[field];
      return Array.isArray(pair) ? pair.filter((value) => typeof value === 'string') : [];
    });
}

/** Other people, and what of their (and the libraries') contacts this person may share with them. */
function othersOf(db: ReadableDb, ref: SubjectRef): readonly SqlRow[] {
  return db.all(
    'select id, name, email, phone from participant where id <> ? union all ' +
      'select id, name, email, phone from person where id <> ?',
    ref.id,
    ref.id,
  );
}

/** Reads somebody, in the bin or not. Throws not-found. */
export function readSubject(db: ReadableDb, ref: SubjectRef): Subject {
  const row = db.get(`select * from ${ref.kind} where id = ?`, ref.id);
  if (row === undefined) throw new StoreFailure('not-found', { entity: ref.kind });
  const name = textIn(row, 'name');
  const others = othersOf(db, ref);
  const shared = [...others, ...db.all('select email, phone from library')];
  const own = (field: 'email' | 'phone', valuesIn: (text: string) => string[]) => {
    // An address of the library, or one that colleagues share, is not this person's alone.
    const lower = (text: string) => text.toLowerCase();
    const ofOthers = new Set(shared.flatMap((one) => valuesIn(textIn(one, field))).map(lower));
    const all = [textIn(row, field), ...formerValues(db, ref, field)].flatMap(valuesIn);
    return [...new Set(all)].filter((value) => !ofOthers.has(lower(value)));
  };
  // One word that was a name once is rather a slip than a name.
  const former = formerValues(db, ref, 'name').filter((one) => /\S\s+\S/.test(one.trim()));
  return {
    kind: ref.kind,
    id: ref.id,
    name,
    email: textIn(row, 'email'),
    phone: textIn(row, 'phone'),
    createdAt: Instant.parse(row['created_at']),
    words: {
      names: [...new Set([name, ...former])],
      emails: own('email', emailsIn),
      phones: own('phone', phonesIn),
    },
    othersNames: others.map((one) => textIn(one, 'name')),
    otherIds: new Set(others.map((one) => textIn(one, 'id'))),
  };
}

/** Takes the person out of texts; `moreNames` are those of one report. */
export function rewriterOf(
  subject: Subject,
  neutralName: string,
  moreNames: readonly string[] = [],
): TextRewriter {
  const { names, emails, phones } = subject.words;
  return personRewriter(
    { names: [...new Set([...names, ...moreNames])], emails, phones },
    { name: neutralName, email: NEUTRAL_EMAIL, phone: NEUTRAL_PHONE },
    subject.othersNames,
  );
}
