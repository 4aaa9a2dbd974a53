import { create } from 'zustand';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { compareText, foldText } from '../../../ui/collation.ts';

export type WorkshopRow = CallOutput<'workshop.list'>[number];

/** Which workshops the list shows by where they stand; `confirm` are those with a past day not yet confirmed. */
export const STANDINGS = ['all', 'confirm', 'planned', 'held', 'cancelled'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The filters above the list; null lets everything through. */
export interface WorkshopFilters {
  readonly query: string;
  readonly standing: Standing;
  readonly module: string | null;
  readonly trainer: string | null;
  readonly edition: string | null;
}

export const NO_FILTERS: WorkshopFilters = {
  query: '',
  standing: 'all',
  module: null,
  trainer: null,
  edition: null,
};

interface ListStore {
  readonly filters: WorkshopFilters;
  readonly selectedId: string | null;
}

/** Filters and the selected row outlive the list, so that one comes back to where one was. */
export const useListStore = create<ListStore>()(() => ({ filters: NO_FILTERS, selectedId: null }));

/** Changes some of the filters. */
export function setFilters(part: Partial<WorkshopFilters>): void {
  useListStore.setState(({ filters }) => ({ filters: { ...filters, ...part } }));
}

/** Has a day passed whose attendance nobody confirmed? */
export function waitsForAttendance(row: WorkshopRow, today: string): boolean {
  return (
    row.state !== 'cancelled' && row.daysToConfirm > 0 && row.from !== null && row.from <= today
  );
}

function standsAt(row: WorkshopRow, standing: Standing, today: string): boolean {
  if (standing === 'all') return true;
  if (standing === 'confirm') return waitsForAttendance(row, today);
  return row.state === standing;
}

function wordsIn(text: string): readonly string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Searchable words of each row, folded once: thousands of rows are searched at every key. */
const folded = new WeakMap<WorkshopRow, readonly string[]>();

function searchWordsOf(row: WorkshopRow): readonly string[] {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const words = wordsIn(
    [
      row.title,
      row.moduleName,
      row.venueTown,
      row.leadTrainerName,
      ...row.trainerNames,
      ...row.libraries.map(({ town }) => town),
    ].join(' '),
  );
  folded.set(row, words);
  return words;
}

/** An edition as far as a list of workshops needs it. */
export interface EditionSpan {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Rows that pass the filters. */
export function filterWorkshops(
  rows: readonly WorkshopRow[],
  filters: WorkshopFilters,
  editions: readonly EditionSpan[],
  today: string,
): readonly WorkshopRow[] {
  const edition = editions.find(({ id }) => id === filters.edition);
  const query = wordsIn(filters.query);
  const inEdition = ({ from }: WorkshopRow): boolean =>
    edition === undefined || (from !== null && edition.from <= from && from <= edition.to);
  return rows.filter(
    (row) =>
      standsAt(row, filters.standing, today) &&
      (filters.module === null || row.moduleName === filters.module) &&
      (filters.trainer === null ||
        row.leadTrainerName === filters.trainer ||
        row.trainerNames.includes(filters.trainer)) &&
      inEdition(row) &&
      query.every((part) => searchWordsOf(row).some((word) => word.startsWith(part))),
  );
}

/** The different names in a column, in Polish order, without the empty one. */
export function namesIn(
  rows: readonly WorkshopRow[],
  namesOf: (row: WorkshopRow) => readonly string[],
): readonly string[] {
  return [...new Set(rows.flatMap(namesOf))].filter((name) => name !== '').toSorted(compareText);
}
