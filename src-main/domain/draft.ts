import { z } from 'zod';
import { Instant } from './calendar.ts';

/** Forms whose unfinished text survives a kill; private ones live in a table of their own. */
export const DraftEntity = z.enum([
  'workshop',
  'trainingDay',
  'agendaItem',
  'engagement',
  'agreement',
  'coachingSession',
  'coachingGoal',
  'resource',
  'actionStep',
  'library',
  'participant',
  'person',
  'reportMail',
  'privateNote',
]);
export type DraftEntity = z.infer<typeof DraftEntity>;

/** An unsaved change of a form, keyed by entity, id and the revision it started from (domain rule 8). */
export const Draft = z.object({
  entity: DraftEntity,
  entityId: z.string().min(1).max(100),
  /** 0 for a thing not saved yet. */
  baseRevision: z.int().nonnegative(),
  /** The form's values as JSON text; the form that wrote it parses it. */
  body: z.string().max(500_000),
  updatedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;

/** Key of the draft of a thing that does not exist yet: one per parent (a session's process, a step's session). */
export function newDraftId(parentId: string | null = null): string {
  return parentId === null ? 'new' : `new:${parentId}`;
}
