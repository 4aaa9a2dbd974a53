import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlainDate } from '../../../src-main/domain/calendar.ts';
import { ModuleId } from '../../../src-main/domain/edition.ts';
import { ledgerOf, type LedgerDay } from '../../../src-main/domain/ledger.ts';

const moduleIds = ['module.a', 'module.b', 'module.c', 'module.d'].map((id) => ModuleId.parse(id));
const curricula = fc
  .array(fc.constantFrom(0, 0.5, 1, 2, 3, 4), { minLength: 0, maxLength: 3 })
  .map((days) =>
    days.flatMap((plannedDays, index) => {
      const moduleId = moduleIds[index];
      return moduleId === undefined ? [] : [{ moduleId, plannedDays }];
    }),
  );
const days: fc.Arbitrary<LedgerDay[]> = fc.array(
  fc.record({
    dayId: fc.uuid(),
    workshopId: fc.uuid(),
    moduleId: fc.option(fc.constantFrom(...moduleIds), { nil: null }),
    date: fc
      .integer({ min: 1, max: 28 })
      .map((day) => PlainDate.parse(`2026-02-${String(day).padStart(2, '0')}`)),
    value: fc.constantFrom(1, 0.5),
    confirmed: fc.boolean(),
  }),
  { maxLength: 12 },
);
const sum = (items: readonly { value: number }[]) =>
  items.reduce((total, item) => total + item.value, 0);

describe('the ledger', () => {
  test('counts every day once, shows all of the plan, and never less than is planned', () => {
    fc.assert(
      fc.property(curricula, days, (curriculum, taken) => {
        const ledger = ledgerOf(curriculum, taken);
        const of = (state: string) => ledger.cells.filter((cell) => cell.state === state);
        expect(sum(of('delivered'))).toBe(ledger.delivered);
        expect(sum(of('planned'))).toBe(ledger.scheduled);
        expect(ledger.delivered + ledger.scheduled).toBe(sum(taken));
        expect(sum(ledger.cells)).toBeGreaterThanOrEqual(ledger.target);
        expect(ledger.target).toBe(curriculum.reduce((total, part) => total + part.plannedDays, 0));
        for (const { moduleId, plannedDays } of curriculum) {
          const cells = ledger.cells.filter((cell) => cell.moduleId === moduleId);
          const held = sum(cells.filter((cell) => cell.state !== 'missing'));
          expect(sum(cells.filter((cell) => cell.state === 'missing'))).toBe(
            Math.max(0, plannedDays - held),
          );
          expect(cells.some((cell) => cell.beyondPlan)).toBe(held > plannedDays);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on the order in which days come', () => {
    fc.assert(
      fc.property(curricula, days, (curriculum, taken) => {
        expect(ledgerOf(curriculum, taken.toReversed())).toEqual(ledgerOf(curriculum, taken));
      }),
      { numRuns: 50 },
    );
  });
});
