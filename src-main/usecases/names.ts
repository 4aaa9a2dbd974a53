import { participants, persons } from '../store/people.ts';
import { libraries } from '../store/libraries.ts';
import { textIn, type ReadableDb } from '../store/db.ts';

/** Names by id of everybody and everything that a list may have to name. */
export interface NameBook {
  readonly person: (id: string) => string;
  readonly participant: (id: string) => string;
  readonly town: (libraryId: string) => string;
  readonly module: (id: string | null) => string;
  readonly edition: (id: string | null) => string;
}

function mapOf(db: ReadableDb, table: string, column: string): ReadonlyMap<string, string> {
  // Deleted ones too: history keeps the names of who was there.
  return new Map(
    db
      .all(`select id, ${column} as name from ${table}`)
      .map((row) => [textIn(row, 'id'), textIn(row, 'name')]),
  );
}

/** Looks names up lazily: each table is read at most once. */
export function nameBook(db: ReadableDb): NameBook {
  const lazily = (table: string, column: string) => {
    let names: ReadonlyMap<string, string> | undefined;
    return (id: string) => (names ??= mapOf(db, table, column)).get(id) ?? '';
  };
  const module = lazily('module', 'name');
  const edition = lazily('edition', 'name');
  return {
    person: lazily(persons.table, 'name'),
    participant: lazily(participants.table, 'name'),
    town: lazily(libraries.table, 'town'),
    module: (id) => (id === null ? '' : module(id)),
    edition: (id) => (id === null ? '' : edition(id)),
  };
}

/** Who is to do a step: a member, somebody outside, or (empty) the whole team. */
export function whoDoes(
  step: { whoParticipantId: string | null; whoName: string },
  names: NameBook,
): string {
  return step.whoParticipantId === null ? step.whoName : names.participant(step.whoParticipantId);
}
