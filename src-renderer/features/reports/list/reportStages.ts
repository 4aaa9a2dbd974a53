import { create } from 'zustand';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { assertNever } from '../../../ui/assertNever.ts';
import { matchesText } from '../../../ui/collation.ts';

/** One report, closed or to be closed, as a line of the list. */
export type ReportRow = CallOutput<'report.list'>['rows'][number];

/** Where a report stands, in the order of the work. */
export type ReportStage = 'to-close' | 'to-send' | 'sent';

/** What the list shows. */
export type ReportTab = ReportStage | 'all';

/** The filters of the list; they outlive it, so that one comes back to what one left. */
export interface ReportFilters {
  readonly tab: ReportTab;
  readonly query: string;
  readonly selectedKey: string | null;
}

export const useReportFilters = create<ReportFilters>()(() => ({
  tab: 'to-close',
  query: '',
  selectedKey: null,
}));

/** A key of a row: its report, or its subject while there is none. */
export function keyOf(row: ReportRow): string {
  return row.reportId ?? subjectKey(row);
}

function subjectKey(row: ReportRow): string {
  return `${row.kind}:${row.subjectId}`;
}

/** The highest correction of each subject: what a correction replaced need not be sent any more. */
export function latestCorrections(rows: readonly ReportRow[]): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  for (const row of rows) {
    const key = subjectKey(row);
    if (row.reportId !== null)
      latest.set(key, Math.max(latest.get(key) ?? 0, row.correctionNumber));
  }
  return latest;
}

/** Whether the person knows, or a server said, that the e-mail went out. */
export function isSent(dispatch: ReportRow['dispatch']): boolean {
  switch (dispatch) {
    case 'accepted':
    case 'marked':
      return true;
    case 'prepared':
    case 'unknown':
    case null:
      return false;
    default:
      return assertNever(dispatch);
  }
}

/** Where a report stands; `null` for one that a correction replaced before it was sent. */
export function stageOf(row: ReportRow, latest: ReadonlyMap<string, number>): ReportStage | null {
  if (row.reportId === null) return 'to-close';
  if (isSent(row.dispatch)) return 'sent';
  return row.correctionNumber < (latest.get(subjectKey(row)) ?? 0) ? null : 'to-send';
}

/** The rows of a tab that the query lets through. */
export function filterReports(
  rows: readonly ReportRow[],
  latest: ReadonlyMap<string, number>,
  { tab, query }: Pick<ReportFilters, 'tab' | 'query'>,
): readonly ReportRow[] {
  return rows.filter(
    (row) =>
      (tab === 'all' || stageOf(row, latest) === tab) &&
      matchesText(query, row.title, row.detail, row.number ?? ''),
  );
}

/** How many reports each tab holds. */
export function countStages(
  rows: readonly ReportRow[],
  latest: ReadonlyMap<string, number>,
): Readonly<Record<ReportTab, number>> {
  const count = { 'to-close': 0, 'to-send': 0, sent: 0, all: rows.length };
  for (const row of rows) {
    const stage = stageOf(row, latest);
    if (stage !== null) count[stage]++;
  }
  return count;
}
