import { byText } from '../domain/order.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { dayInWarsaw } from '../domain/calendar.ts';
import type { DispatchState, ReportId } from '../domain/report.ts';
import { type ReportKind } from '../domain/report.ts';
import { numberIn, textIn, textOrNullIn, type ReadableDb, type SqlRow } from '../store/db.ts';
import { dispatches, reports } from '../store/reports.ts';
import { mailOf } from './mails.ts';
import { whoseWork, type Whose } from './whose.ts';
import { todayOf, type Tools } from './tools.ts';

/** A report to close, or a closed one. */
export interface ReportLine {
  readonly kind: ReportKind;
  readonly subjectId: string;
  readonly reportId: ReportId | null;
  readonly number: string | null;
  readonly title: string;
  readonly detail: string;
  readonly on: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly correctionNumber: number;
  readonly dispatch: DispatchState | null;
  readonly agreementMissing: boolean;
}

/**
 * Held sessions and finished workshops without a closed report, latest first: one's own, because who leads
 * a workshop or coaches a process closes its report. Coordinators see everybody's.
 */
export function reportsToClose(
  db: ReadableDb,
  today: PlainDate,
  whose: Whose,
  most = 500,
): ReportLine[] {
  const sessions = db.all(
    'select s.id, s.date, s.topic, l.town, e.title, ' +
      'not exists (select 1 from agreement a where a.engagement_id = e.id and a.deleted_at is null) as no_agreement ' +
      `from report_due due join coaching_session s on s.id = due.subject_id ` +
      'join engagement e on e.id = s.engagement_id join library l on l.id = e.library_id ' +
      `where due.kind = 'coaching-session' and e.deleted_at is null and (e.coach_id = ? or ?) ` +
      'order by s.date desc limit ?',
    whose.id,
    whose.everybody,
    most,
  );
  const workshops = db.all(
    'select w.id, w.title, max(d.date) as date, ' +
      `(select group_concat(l.town, ', ') from workshop_library wl join library l on l.id = wl.library_id where wl.workshop_id = w.id) as towns ` +
      'from report_due due join workshop w on w.id = due.subject_id ' +
      'join training_day d on d.workshop_id = w.id and d.deleted_at is null ' +
      `where due.kind = 'workshop' and (w.lead_trainer_id = ? or ?) ` +
      'group by w.id having max(d.date) <= ? order by max(d.date) desc limit ?',
    whose.id,
    whose.everybody,
    today,
    most,
  );
  const open = (kind: ReportKind, row: SqlRow, title: string, detail: string): ReportLine => ({
    kind,
    subjectId: textIn(row, 'id'),
    reportId: null,
    number: null,
    title,
    detail,
    on: textIn(row, 'date') as PlainDate, // a date column of our own
    closedOn: null,
    correctionNumber: 0,
    dispatch: null,
    agreementMissing: kind === 'coaching-session' && numberIn(row, 'no_agreement') === 1,
  });
  return [
    ...sessions.map((row) =>
      open('coaching-session', row, textIn(row, 'title'), textIn(row, 'town')),
    ),
    ...workshops.map((row) =>
      open('workshop', row, textIn(row, 'title'), textOrNullIn(row, 'towns') ?? ''),
    ),
  ].sort((a, b) => byText(b.on, a.on));
}

const FURTHEST: readonly DispatchState[] = ['marked', 'accepted', 'unknown', 'prepared'];

const NOT_SENT = 'id in (select report_id from report_unsent)';

function furthest(db: ReadableDb, reportId: ReportId): DispatchState | null {
  const states = db
    .all('select distinct state from dispatch where report_id = ? and deleted_at is null', reportId)
    .map((row) => textIn(row, 'state'));
  return FURTHEST.find((state) => states.includes(state)) ?? null;
}

/** Closed reports, latest first, with how far their e-mails got; all, or those that nobody sent yet. */
export function closedReports(db: ReadableDb, which: 'all' | 'unsent', most: number): ReportLine[] {
  const condition = which === 'all' ? 'true' : NOT_SENT;
  return reports.list(db, `${condition} order by closed_at desc limit ?`, most).map((report) => {
    const closedOn = dayInWarsaw(Date.parse(report.closedAt));
    return {
      kind: report.kind,
      subjectId: report.subjectId,
      reportId: report.id,
      number: report.number,
      title: report.title,
      detail: report.correctionReason,
      on: closedOn,
      closedOn,
      correctionNumber: report.correctionNumber,
      dispatch: furthest(db, report.id),
      agreementMissing: false,
    };
  });
}

/** How many closed reports the list shows at once; older ones are found by search. */
const MOST_CLOSED = 500;

/** Reports to close, closed ones that nobody sent, and the latest closed ones. */
export function listReports(tools: Tools): { rows: ReportLine[]; closedTotal: number } {
  const db = tools.store;
  const unsent = closedReports(db, 'unsent', MOST_CLOSED);
  const waiting = new Set(unsent.map((line) => line.reportId));
  const sent = closedReports(db, 'all', MOST_CLOSED).filter((line) => !waiting.has(line.reportId));
  const counted = db.get('select count(*) as counted from report where deleted_at is null');
  return {
    rows: [...reportsToClose(db, todayOf(tools), whoseWork(db)), ...unsent, ...sent],
    closedTotal: counted === undefined ? 0 : numberIn(counted, 'counted'),
  };
}

/** A closed report with its e-mails and corrections. Throws not-found. */
export function readReport(tools: Tools, id: ReportId) {
  const db = tools.store;
  const report = reports.get(db, id);
  return {
    report,
    dispatches: dispatches.list(db, 'report_id = ? order by prepared_at desc', id),
    mail: mailOf(tools, report),
    corrections: reports
      .list(db, 'correction_of = ? order by correction_number', id)
      .map(({ id: correctionId, number, correctionNumber }) => ({
        id: correctionId,
        number,
        correctionNumber,
      })),
  };
}
