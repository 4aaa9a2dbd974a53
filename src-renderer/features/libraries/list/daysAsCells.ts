import type { LedgerCell } from '../../../ui/Ledger.tsx';

/** Training days of a library as the list counts them. */
export interface CountedDays {
  readonly delivered: number;
  /** Planned ahead. */
  readonly scheduled: number;
  readonly target: number;
}

/** The cells of a line of the list: delivered first, then planned, then those without a date. */
export function daysAsCells({ delivered, scheduled, target }: CountedDays): LedgerCell[] {
  const total = Math.max(target, Math.ceil(delivered + scheduled));
  return Array.from({ length: total }, (_, index): LedgerCell => {
    const left = delivered - index;
    if (left > 0) return { state: index < target ? 'delivered' : 'extra', half: left < 1 };
    return { state: index < Math.ceil(delivered) + scheduled ? 'planned' : 'missing' };
  });
}
