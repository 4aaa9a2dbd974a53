import { create } from 'zustand';
import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import type { ParticipationState } from '../../../../src-main/domain/library.ts';
import { searchWords } from '../../../../src-main/domain/text.ts';

export type LibraryRow = CallOutput<'library.list'>[number];

/** What the list is narrowed to; `null` narrows nothing. */
export interface LibraryFilters {
  readonly query: string;
  readonly editionId: string | null;
  readonly state: ParticipationState | null;
  readonly voivodeship: string | null;
}

interface ListStore extends LibraryFilters {
  readonly selectedId: string | null;
}

const ANY: LibraryFilters = { query: '', editionId: null, state: null, voivodeship: null };

/** Filters and the selected row stay while the person works on a card and comes back. */
export const useLibraryListStore = create<ListStore>()(() => ({ ...ANY, selectedId: null }));

/** Narrows the list by one more thing. */
export function setFilter(part: Partial<LibraryFilters>): void {
  useLibraryListStore.setState(part);
}

/** Shows the whole list again. */
export function clearFilters(): void {
  useLibraryListStore.setState(ANY);
}

/** Remembers the selected row. */
export function selectLibrary(id: string | null): void {
  useLibraryListStore.setState({ selectedId: id });
}

/** Whether the list is narrowed at all. */
export function isNarrowed(filters: LibraryFilters): boolean {
  return Object.keys(ANY).some((key) => {
    const name = key as keyof LibraryFilters; // keys of an object of this very type
    return filters[name] !== ANY[name];
  });
}

function takesPart({ editions }: LibraryRow, { editionId, state }: LibraryFilters): boolean {
  if (editionId === null && state === null) return true;
  return editions.some(
    (part) =>
      (editionId === null || part.id === editionId) && (state === null || part.state === state),
  );
}

/**
 * The rows that fit the filters. Every typed word must begin a word of the town, name or voivodeship;
 * both sides are folded, so `lapy` finds Łapy.
 */
export function narrowed(
  rows: readonly LibraryRow[],
  filters: LibraryFilters,
): readonly LibraryRow[] {
  const words = searchWords(filters.query);
  const fits = ({ folded }: LibraryRow): boolean => {
    const own = folded.split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  return rows.filter(
    (row) =>
      (filters.voivodeship === null || row.voivodeship === filters.voivodeship) &&
      takesPart(row, filters) &&
      fits(row),
  );
}
