import { compareText } from './collation.ts';

/** What a row is sorted by; rows without a value come last either way. */
export type SortValue = string | number | null;

export type SortDirection = 'up' | 'down';

function compareValues(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareText(String(one), String(other));
}

/** Rows in Polish order of a value; equal rows keep their places. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: SortDirection,
): readonly Row[] {
  const sign = direction === 'up' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null);
      }
      return sign * compareValues(one.value, other.value);
    })
    .map(({ row }) => row);
}
