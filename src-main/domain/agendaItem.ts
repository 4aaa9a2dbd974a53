import { z } from 'zod';
import { idOf } from './id.ts';
import { Line, LongText, OptionalLine } from './noun.ts';
import { TrainingDayId, WorkshopId } from './workshop.ts';

export const AgendaItemId = idOf('agendaItem');
export type AgendaItemId = z.infer<typeof AgendaItemId>;

/** What became of a block: done / shortened / skipped / changed (with a one-line reason). */
export const AgendaOutcome = z.enum(['done', 'shortened', 'skipped', 'changed']);
export type AgendaOutcome = z.infer<typeof AgendaOutcome>;

/** A block of a training day's agenda, planned and then as it really went. */
export const AgendaItem = z.object({
  id: AgendaItemId,
  workshopId: WorkshopId,
  dayId: TrainingDayId,
  /** Order within the day, from 0. */
  position: z.int().nonnegative(),
  title: Line,
  plannedMinutes: z
    .int()
    .min(1)
    .max(24 * 60),
  /** Breaks take time but are no training hours. */
  isBreak: z.boolean(),
  aim: OptionalLine,
  content: LongText,
  method: OptionalLine,
  materials: OptionalLine,
  outcome: AgendaOutcome.nullable(),
  doneMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .nullable(),
  reason: OptionalLine,
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Minutes that a block really took: as typed, else as planned when done, none when skipped. */
export function minutesDone(item: AgendaItem): number {
  if (item.outcome === null || item.outcome === 'skipped') return 0;
  return item.doneMinutes ?? item.plannedMinutes;
}

/** Training hours of blocks without breaks, in units of `unitMinutes`. */
export function trainingHours(items: readonly AgendaItem[], unitMinutes: number): number {
  const minutes = items
    .filter((item) => !item.isBreak)
    .reduce((sum, item) => sum + minutesDone(item), 0);
  return Math.round((minutes / unitMinutes) * 10) / 10;
}
