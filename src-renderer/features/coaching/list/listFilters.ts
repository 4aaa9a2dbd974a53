import { create } from 'zustand';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { matchesText } from '../../../ui/collation.ts';

/** One process as a line of the list. */
export type EngagementRow = CallOutput<'engagement.list'>[number];

/** Which processes are listed. */
export type EngagementStage = 'running' | 'ended' | 'all';

/** The filters of the list; they outlive the list, so that one comes back to what one left. */
export interface EngagementFilters {
  readonly query: string;
  readonly stage: EngagementStage;
  readonly selectedId: string | null;
}

export const useEngagementFilters = create<EngagementFilters>()(() => ({
  query: '',
  stage: 'running',
  selectedId: null,
}));

/** The rows that the filters let through. */
export function filterEngagements(
  rows: readonly EngagementRow[],
  { query, stage }: Pick<EngagementFilters, 'query' | 'stage'>,
): readonly EngagementRow[] {
  return rows.filter(
    (row) =>
      (stage === 'all' || row.ended === (stage === 'ended')) &&
      matchesText(query, row.title, row.libraryTown, row.coachName, ...row.people),
  );
}
