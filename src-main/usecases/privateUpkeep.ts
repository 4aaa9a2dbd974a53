import type { RetentionKind } from '../domain/retention.ts';
import { forgetPrivateNotes, SESSIONS_WITH_NOTES } from '../store/private/privateNotes.ts';
import { emptyBin, type Emptied } from './binExpiry.ts';
import {
  clearPast,
  isReviewDue,
  listPast,
  OPEN_SOURCES,
  readRetention,
  type RetentionSources,
} from './retention.ts';
import type { Tools } from './tools.ts';

// The bin and the retention periods with what only private use cases may give them: the private notes.

/**
 * Empties the bin of what has waited 30 whole days, private notes of removed sessions included. To be called a
 * while after opening and then daily, once a verified backup exists.
 */
export function emptyExpired(tools: Tools): Emptied {
  return emptyBin(tools, forgetPrivateNotes);
}

const SOURCES: RetentionSources = {
  ...OPEN_SOURCES,
  privateNote: {
    // By session: a note that was only begun is a draft without a row of its own.
    sql:
      'select s.id, s.date as on_day, e.title as what, l.town as detail from coaching_session s ' +
      'join engagement e on e.id = s.engagement_id join library l on l.id = e.library_id ' +
      `where s.id in (${SESSIONS_WITH_NOTES})`,
    clear: (_tools, db, id) => void forgetPrivateNotes(db, [id]),
  },
};

/** How long each kind of record is kept, what is past its time, and when the next reminder comes. */
export function readRetentionPeriods(tools: Tools) {
  return readRetention(tools, SOURCES);
}

/** Has a year passed since the last review, and is something past its time? */
export function retentionDue(tools: Tools): boolean {
  return isReviewDue(tools, SOURCES);
}

/** What is past its time, oldest first; of private notes only whose session it was. */
export function listPastRetention(tools: Tools, kind: RetentionKind) {
  return listPast(tools, SOURCES, kind);
}

/** Clears records that are past their time, for good: history, search and drafts included. */
export function clearRetention(
  tools: Tools,
  input: { readonly kind: RetentionKind; readonly ids: readonly string[] },
): { cleared: number } {
  return clearPast(tools, SOURCES, input);
}
