import { z } from 'zod';
import { dayInWarsaw, Instant, PlainDate } from '../domain/calendar.ts';
import { CoachingSessionId, EMPTY_GRROW } from '../domain/coachingSession.ts';
import { ParticipantId } from '../domain/participant.ts';
import {
  CLEARED_RECIPIENT,
  DEFAULT_RETENTION,
  keptFrom,
  nextReviewOn,
  RetentionKind,
  RetentionYears,
} from '../domain/retention.ts';
import { DispatchId } from '../domain/report.ts';
import { coachingSessions } from '../store/coaching.ts';
import { numberIn, textIn, textOrNullIn, type ReadableDb, type WritableDb } from '../store/db.ts';
import { discardDraft } from '../store/drafts.ts';
import { forgetFields } from '../store/forget.ts';
import { participants } from '../store/people.ts';
import { dispatches } from '../store/reports.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import { doubtedSince } from './clock.ts';
import { readMe } from './settings.ts';
import { nowOf, stampOf, todayOf, type Tools } from './tools.ts';

/** How the records of one kind are found and cleared. */
export interface RetentionSource {
  /** A select of `id`, `on_day`, `what` and `detail` of everything of the kind that could be cleared, of any age. */
  readonly sql: string;
  /** Clears one of them for good. */
  readonly clear: (tools: Tools, db: WritableDb, id: string) => void;
}

/** The sources of every kind; private notes come from the private use cases. */
export type RetentionSources = Readonly<Record<RetentionKind, RetentionSource>>;

/** SQL: does the history of `entity` `id` hold words of one of these fields? */
const inHistory = (entity: string, id: string, fields: readonly string[]): string =>
  `exists (select 1 from change c where c.entity = '${entity}' and c.entity_id = ${id} and (` +
  `${fields.map((field) => `json_type(c.fields, '$.${field}') is not null`).join(' or ')}))`;

/** The last day of a membership; one that goes on has none, and one in the bin ended when it was put there. */
const LAST_DAY = `min(coalesce(m."to", '9999-12-31'), coalesce(substr(m.deleted_at, 1, 10), '9999-12-31'))`;

/** Every kind but private notes. */
export const OPEN_SOURCES: Omit<RetentionSources, 'privateNote'> = {
  coachingNotes: {
    sql:
      `select s.id, s.date as on_day, e.title as what, l.town || coalesce(' · ' || (select r.number from report r ` +
      `where r.kind = 'coaching-session' and r.subject_id = s.id and r.deleted_at is null order by r.correction_number limit 1), '') as detail ` +
      'from coaching_session s join engagement e on e.id = s.engagement_id join library l on l.id = e.library_id ' +
      `where s.report_notes <> '' or exists (select 1 from json_each(s.grrow) where value <> '') ` +
      `or ${inHistory('coachingSession', 's.id', ['reportNotes', 'grrow'])}`,
    clear: (tools, db, id) => {
      const emptied = { reportNotes: '', grrow: EMPTY_GRROW };
      forgetFields(db, stampOf(tools), coachingSessions, CoachingSessionId.parse(id), emptied);
    },
  },
  contact: {
    sql:
      `select p.id, coalesce((select max(${LAST_DAY}) from team_membership m where m.participant_id = p.id), ` +
      `substr(p.updated_at, 1, 10)) as on_day, p.name as what, coalesce((select l.town from team_membership m ` +
      'join library l on l.id = m.library_id where m.participant_id = p.id order by m.created_at desc limit 1), ' +
      `'') as detail from participant p where p.email <> '' or p.phone <> '' ` +
      `or ${inHistory('participant', 'p.id', ['email', 'phone'])}`,
    clear: (tools, db, id) => {
      const emptied = { email: '', phone: '' };
      forgetFields(db, stampOf(tools), participants, ParticipantId.parse(id), emptied);
    },
  },
  dispatch: {
    sql:
      `select d.id, substr(d.prepared_at, 1, 10) as on_day, r.number || ' · ' || r.title as what, d.recipient as detail ` +
      `from dispatch d join report r on r.id = d.report_id where d.body <> '' or d.recipient <> '${CLEARED_RECIPIENT}'`,
    clear: (tools, db, id) => {
      const dispatch = dispatches.find(db, DispatchId.parse(id));
      if (dispatch === undefined) return;
      forgetFields(db, stampOf(tools), dispatches, dispatch.id, {
        body: '',
        recipient: CLEARED_RECIPIENT,
      });
      discardDraft(db, 'reportMail', dispatch.reportId);
    },
  },
};

const SETTING_KEY = 'retention';
const Saved = z.object({
  years: RetentionYears.partial().catch({}),
  reviewedAt: Instant.nullable().catch(null),
});
type Saved = z.infer<typeof Saved>;

function readSaved(db: ReadableDb): Saved {
  return Saved.catch({ years: {}, reviewedAt: null }).parse(readSetting(db, SETTING_KEY));
}

function change(tools: Tools, next: (saved: Saved) => Saved): { done: true } {
  tools.store.inTransaction((db) => {
    saveSetting(db, SETTING_KEY, next(readSaved(db)));
    db.touched('retention');
  });
  return { done: true };
}

/** How many years each kind is kept: as it was chosen, else the default. */
function yearsOf(db: ReadableDb): RetentionYears {
  return RetentionYears.parse({ ...DEFAULT_RETENTION, ...readSaved(db).years });
}

/** The day from which records of a kind are kept; null: all are, and by a clock that may be wrong nothing is old. */
function limitOf(tools: Tools, kind: RetentionKind): PlainDate | null {
  if (doubtedSince(tools) !== null) return null;
  return keptFrom(todayOf(tools), yearsOf(tools.store)[kind]);
}

/** How long each kind is kept, what is past its time, and when the next reminder comes. */
export function readRetention(tools: Tools, sources: RetentionSources) {
  const db = tools.store;
  const years = yearsOf(db);
  const rows = RetentionKind.options.map((kind) => {
    const limit = limitOf(tools, kind);
    const row =
      limit === null
        ? undefined
        : db.get(
            `select count(*) as past, min(on_day) as oldest from (${sources[kind].sql}) where on_day < ?`,
            limit,
          );
    return {
      kind,
      years: years[kind],
      past: row === undefined ? 0 : numberIn(row, 'past'),
      oldestOn: row === undefined ? null : (textOrNullIn(row, 'oldest') as PlainDate | null), // a date column of our own
    };
  });
  const next = nextReview(tools);
  return {
    rows,
    reviewedAt: lastReview(tools),
    nextReviewOn: next,
    clockSeenOn: doubtedSince(tools),
    due: next <= todayOf(tools) && rows.some(({ past }) => past > 0),
  };
}

/** The last review; one that a wrong clock put into the future was none. */
function lastReview(tools: Tools): Instant | null {
  const { reviewedAt } = readSaved(tools.store);
  return reviewedAt !== null && reviewedAt <= nowOf(tools) ? reviewedAt : null;
}

function nextReview(tools: Tools): PlainDate {
  const last = lastReview(tools) ?? readMe(tools.store).createdAt; // whose workspace it is was the first to be saved
  return nextReviewOn(dayInWarsaw(Date.parse(last)));
}

/** Has a year passed since the last review, and is something past its time? Quick while the year goes on. */
export function isReviewDue(tools: Tools, sources: RetentionSources): boolean {
  if (nextReview(tools) > todayOf(tools)) return false;
  return RetentionKind.options.some((kind) => {
    const limit = limitOf(tools, kind);
    const found = `select 1 as found from (${sources[kind].sql}) where on_day < ? limit 1`;
    return limit !== null && tools.store.get(found, limit) !== undefined;
  });
}

/** Most records that a review shows at once. */
const MOST_LISTED = 200;

/** What is past its time, oldest first. */
export function listPast(tools: Tools, sources: RetentionSources, kind: RetentionKind) {
  const limit = limitOf(tools, kind);
  if (limit === null) return [];
  return tools.store
    .all(
      `select * from (${sources[kind].sql}) where on_day < ? order by on_day, id limit ${MOST_LISTED}`,
      limit,
    )
    .map((row) => ({
      id: textIn(row, 'id'),
      on: PlainDate.parse(row['on_day']),
      what: textIn(row, 'what'),
      detail: textIn(row, 'detail'),
    }));
}

/** Clears records for good, as far as they are past their time; answers how many were. */
export function clearPast(
  tools: Tools,
  sources: RetentionSources,
  input: { readonly kind: RetentionKind; readonly ids: readonly string[] },
): { cleared: number } {
  const { sql, clear } = sources[input.kind];
  const limit = limitOf(tools, input.kind);
  if (limit === null) return { cleared: 0 };
  return tools.store.inTransaction((db) => {
    const past = db.all(
      `select id from (${sql}) where on_day < ? and id in (select value from json_each(?))`,
      limit,
      JSON.stringify(input.ids),
    );
    for (const row of past) clear(tools, db, textIn(row, 'id'));
    db.touched('retention');
    return { cleared: past.length };
  });
}

/** Sets how many years some kinds are kept. */
export function saveRetention(
  tools: Tools,
  years: { readonly [Kind in RetentionKind]?: number | undefined },
): { done: true } {
  return change(tools, (saved) => ({
    ...saved,
    years: RetentionYears.partial().parse({ ...saved.years, ...years }),
  }));
}

/** The person has looked at everything; the next reminder comes in a year. */
export function markReviewed(tools: Tools): { done: true } {
  return change(tools, (saved) => ({ ...saved, reviewedAt: nowOf(tools) }));
}
