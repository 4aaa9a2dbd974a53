import { z } from 'zod';
import { Instant } from '../domain/calendar.ts';
import { storeRead, storeWrite } from './call.ts';

/** Records whose history is shown and whose last changes can be taken back: each with what belongs to it. */
export const RecordScope = z.strictObject({
  entity: z.enum(['workshop', 'coachingSession', 'engagement', 'library', 'participant', 'person']),
  id: z.string().min(1).max(100),
});
export type RecordScope = z.infer<typeof RecordScope>;

/** One changed field: its name in the noun, and how it reads before and after (empty: nothing there). */
export const ChangedField = z.object({
  field: z.string(),
  before: z.string(),
  after: z.string(),
});
export type ChangedField = z.infer<typeof ChangedField>;

/** What happened to one thing in a step. */
export const ChangedThing = z.object({
  entity: z.string(),
  id: z.string(),
  action: z.enum(['made', 'changed', 'removed', 'restored']),
  /** What the thing is called now; empty where it has no name. */
  title: z.string(),
  fields: z.array(ChangedField),
});
export type ChangedThing = z.infer<typeof ChangedThing>;

/** One step of work on a record: everything that was saved together. */
export const HistoryStep = z.object({
  batch: z.int().positive(),
  at: Instant,
  things: z.array(ChangedThing),
  /** `undo` and `redo`: the step took back, or brought back, an earlier one. */
  kind: z.enum(['work', 'undo', 'redo']),
  /** It was taken back and not brought again. */
  undone: z.boolean(),
});
export type HistoryStep = z.infer<typeof HistoryStep>;

/** How undoing or redoing went; nothing was changed unless it is `done`. */
export const UndoOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), step: HistoryStep }),
  z.object({ outcome: z.literal('nothing') }),
  /** Something it touched has changed elsewhere since, or is gone. */
  z.object({ outcome: z.literal('changed-since'), step: HistoryStep }),
]);
export type UndoOutcome = z.infer<typeof UndoOutcome>;

/** Calls about a record's history. */
export const historyCalls = {
  /** Newest first, 200 at most; what undo and redo would do next. */
  'history.get': storeRead(
    RecordScope,
    z.object({
      steps: z.array(HistoryStep),
      more: z.boolean(),
      undo: HistoryStep.nullable(),
      redo: HistoryStep.nullable(),
    }),
  ),
  'history.undo': storeWrite(RecordScope, UndoOutcome),
  'history.redo': storeWrite(RecordScope, UndoOutcome),
} as const;
