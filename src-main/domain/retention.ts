import { z } from 'zod';
import { yearsBefore, type PlainDate } from './calendar.ts';

/**
 * Kinds of record that have a time of their own after which they should go. Closed reports are not among them: they
 * are final (domain rule 5), the programme is accounted for by them, and a session or workshop whose report is gone
 * would wait for a new one. Somebody's data leave them by that person's erasure only.
 */
export const RetentionKind = z.enum(['privateNote', 'coachingNotes', 'contact', 'dispatch']);
export type RetentionKind = z.infer<typeof RetentionKind>;

/** How many whole years each kind is kept; 0: as long as the workspace. */
export const RetentionYears = z.object(
  Object.fromEntries(RetentionKind.options.map((kind) => [kind, z.int().min(0).max(50)])) as Record<
    RetentionKind,
    z.ZodInt
  >, // one schema for each option of the enumeration just above
);
export type RetentionYears = z.infer<typeof RetentionYears>;

/** Years kept unless the person says otherwise: notes short, what accounts for the grant longer. */
export const DEFAULT_RETENTION: RetentionYears = {
  privateNote: 1,
  coachingNotes: 3,
  contact: 2,
  dispatch: 3,
};

/** What is older than this day is past its time; null: nothing ever is. */
export function keptFrom(today: PlainDate, years: number): PlainDate | null {
  return years === 0 ? null : yearsBefore(today, years);
}

/** The day of the yearly reminder after a review (or after the workspace was made). */
export function nextReviewOn(lastReviewOn: PlainDate): PlainDate {
  return yearsBefore(lastReviewOn, -1);
}

/** Stands where an e-mail's recipient was cleared: a recipient is never empty. */
export const CLEARED_RECIPIENT = '(usunięto)';
