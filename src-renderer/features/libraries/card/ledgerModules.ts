import type { LibraryCard } from '../libraryForm.ts';
import { formatDate } from '../../../ui/format.ts';
import type { LedgerCell, LedgerModule } from '../../../ui/Ledger.tsx';

type LedgerOfEdition = LibraryCard['ledgers'][number];
type DayOfLedger = LedgerOfEdition['cells'][number];

/** The key of days that belong to no module. */
const NO_MODULE = 'none';

function keyOf({ moduleId }: DayOfLedger): string {
  return moduleId ?? NO_MODULE;
}

function cellOf({ state, beyondPlan, date, value }: DayOfLedger): LedgerCell {
  return {
    state: beyondPlan && state === 'delivered' ? 'extra' : state,
    half: value < 1,
    note: date === null ? undefined : formatDate(date),
  };
}

/** The days of a ledger, module after module in the order of the curriculum. */
export function ledgerModules(ledger: LedgerOfEdition, nameOfNone: string): LedgerModule[] {
  return [...Map.groupBy(ledger.cells, keyOf)].map(([key, cells]) => ({
    key,
    name: cells[0]?.moduleName || nameOfNone,
    cells: cells.map(cellOf),
  }));
}

/** The workshop behind a cell; `null` for a day without a date. */
export function workshopOfCell(
  ledger: LedgerOfEdition,
  moduleKey: string,
  index: number,
): string | null {
  const days = ledger.cells.filter((cell) => keyOf(cell) === moduleKey);
  return days[index]?.workshopId ?? null;
}
