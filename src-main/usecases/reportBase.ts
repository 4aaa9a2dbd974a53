import type { PlainDate } from '../domain/calendar.ts';
import type { PersonId } from '../domain/person.ts';
import { ReportId } from '../domain/report.ts';
import {
  REPORT_SCHEMA_VERSION,
  type ReportLayer,
  type ReportLayerInput,
} from '../domain/reportLayer.ts';
import type { ReadableDb } from '../store/db.ts';
import { libraries } from '../store/libraries.ts';
import { editions } from '../store/modules.ts';
import { persons } from '../store/people.ts';
import type { Tools } from './tools.ts';

/** What a report is about, and what it becomes when it is closed. */
export interface ReportHead {
  readonly reportId: string;
  readonly closed: { readonly number: string; readonly on: PlainDate } | null;
  readonly correction: ReportLayer['correction'];
}

const DRAFT_REPORT_ID = ReportId.parse('report.draft');

/** The head of a report that is only looked at. */
export const DRAFT_HEAD: ReportHead = { reportId: DRAFT_REPORT_ID, closed: null, correction: null };

/** Somebody who worked on it, by name and word form. Throws when a report names somebody unknown. */
export function worker(db: ReadableDb, id: PersonId) {
  const person = persons.find(db, id);
  if (person === undefined) throw new Error('A report names somebody who is not in the workspace');
  return { id, name: person.name, form: person.form };
}

/** What every report's layer carries. */
export type LayerBase = Pick<
  ReportLayerInput,
  | 'schemaVersion'
  | 'producer'
  | 'language'
  | 'reportId'
  | 'number'
  | 'state'
  | 'closedOn'
  | 'correction'
  | 'author'
  | 'edition'
>;

/** The part of a layer that every report has. */
export function baseOf(
  tools: Tools,
  db: ReadableDb,
  head: ReportHead,
  author: PersonId,
  role: 'trainer' | 'coach',
  editionId: string | null,
): LayerBase {
  const { id, name, form } = worker(db, author);
  const edition = editions.list(db, 'id = ?', editionId)[0];
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    producer: { ...tools.producer },
    language: 'pl',
    reportId: head.reportId,
    number: head.closed?.number ?? null,
    state: head.closed === null ? 'draft' : 'closed',
    closedOn: head.closed?.on ?? null,
    correction: head.correction,
    author: { personId: id, name, role, form },
    edition: edition === undefined ? null : { id: edition.id, name: edition.name },
  };
}

/** A library as reports name it; a list of one, or empty. */
export function libraryOf(db: ReadableDb, id: string) {
  return libraries
    .list(db, 'id = ?', id)
    .map((library) => ({ id: library.id, name: library.name, town: library.town }));
}
