import { byText } from './order.ts';
import type { PlainDate } from './calendar.ts';
import type { Edition, ModuleId } from './edition.ts';

/** One held or planned training day of a library, as the ledger needs it. */
export interface LedgerDay {
  readonly dayId: string;
  readonly workshopId: string;
  readonly moduleId: ModuleId | null;
  readonly date: PlainDate;
  /** 1 or ½. */
  readonly value: number;
  /** Attendance confirmed: only then a day is delivered. */
  readonly confirmed: boolean;
}

/** One cell of the training-day ledger (Dni szkoleniowe): a planned day of a module, or a day beyond the plan. */
export interface LedgerCell {
  readonly moduleId: ModuleId | null;
  readonly state: 'delivered' | 'planned' | 'missing';
  /** 1 or ½. */
  readonly value: number;
  readonly date: PlainDate | null;
  readonly workshopId: string | null;
  /** More days than the module plans. */
  readonly beyondPlan: boolean;
}

/** Days of one library: counted, planned ahead and set as target, side by side (domain rule 1). */
export interface Ledger {
  readonly cells: readonly LedgerCell[];
  readonly delivered: number;
  readonly scheduled: number;
  readonly target: number;
}

function cellOf(day: LedgerDay, beyondPlan: boolean): LedgerCell {
  return {
    moduleId: day.moduleId,
    state: day.confirmed ? 'delivered' : 'planned',
    value: day.value,
    date: day.date,
    workshopId: day.workshopId,
    beyondPlan,
  };
}

function missingCells(moduleId: ModuleId, days: number): LedgerCell[] {
  const cells: LedgerCell[] = [];
  for (let left = days; left > 0; left -= 1) {
    const value = Math.min(1, left);
    cells.push({
      moduleId,
      state: 'missing',
      value,
      date: null,
      workshopId: null,
      beyondPlan: false,
    });
  }
  return cells;
}

const sumOf = (days: readonly { value: number }[]) => days.reduce((sum, day) => sum + day.value, 0);

/**
 * The ledger of one library in one edition, in the order of the curriculum.
 * Each module's days come by date, then the ones still missing; days outside the curriculum come last.
 */
export function ledgerOf(curriculum: Edition['curriculum'], days: readonly LedgerDay[]): Ledger {
  const byDate = days.toSorted((a, b) => byText(`${a.date}${a.dayId}`, `${b.date}${b.dayId}`));
  const known = new Set(curriculum.map((part) => part.moduleId));
  const cells: LedgerCell[] = [];
  for (const { moduleId, plannedDays } of curriculum) {
    let used = 0;
    for (const day of byDate.filter((one) => one.moduleId === moduleId)) {
      used += day.value;
      cells.push(cellOf(day, used > plannedDays));
    }
    cells.push(...missingCells(moduleId, plannedDays - used));
  }
  const others = byDate.filter((day) => day.moduleId === null || !known.has(day.moduleId));
  cells.push(...others.map((day) => cellOf(day, true)));
  return {
    cells,
    delivered: sumOf(days.filter((day) => day.confirmed)),
    scheduled: sumOf(days.filter((day) => !day.confirmed)),
    target: curriculum.reduce((sum, part) => sum + part.plannedDays, 0),
  };
}
