import { z } from 'zod';
import { call } from '../../bridge/bridge.ts';

const text = z.string();

const PlanBody = z.object({
  editionId: text.nullable(),
  moduleId: text.nullable(),
  title: text,
  libraryIds: z.array(text),
  leadTrainerId: text.nullable(),
  trainerIds: z.array(text),
  venue: z.object({
    name: text,
    town: text,
    address: text,
    room: text,
    equipment: text,
    contact: text,
    access: text,
    meals: text,
    lodging: text,
  }),
  days: z.array(
    z.object({
      key: text,
      id: text.nullable(),
      date: text.nullable(),
      start: text.nullable(),
      end: text.nullable(),
      half: z.boolean(),
    }),
  ),
  reasons: z.record(text, text),
});

const WordsBody = z.object({ summary: text, conclusions: text });

/** The unsaved forms of a workshop; they share one draft, since they belong to one row of the store. */
const DraftBody = z.object({ plan: PlanBody.nullable(), words: WordsBody.nullable() });
export type WorkshopDraftParts = z.infer<typeof DraftBody>;

/** What was kept, and the revision it started from. */
export interface WorkshopDraft extends WorkshopDraftParts {
  readonly baseRevision: number;
}

function parsed(body: string): WorkshopDraftParts | null {
  try {
    return DraftBody.parse(JSON.parse(body));
  } catch {
    // A draft of an older version of the form cannot be shown in this one.
    return null;
  }
}

/** The unsaved forms of a workshop (`'new'` for one that is not planned yet), if any were kept. */
export async function findWorkshopDraft(entityId: string): Promise<WorkshopDraft | null> {
  const draft = await call('draft.get', { entity: 'workshop', entityId });
  const parts = draft === null ? null : parsed(draft.body);
  return draft === null || parts === null ? null : { ...parts, baseRevision: draft.baseRevision };
}

/** Keeps the unsaved forms of a workshop as they stand. */
export async function keepWorkshopDraft(
  entityId: string,
  baseRevision: number,
  parts: WorkshopDraftParts,
): Promise<void> {
  const body = JSON.stringify(parts);
  await call('draft.keep', { entity: 'workshop', entityId, baseRevision, body });
}

/** Drops the unsaved forms of a workshop on the person's word. */
export async function discardWorkshopDraft(entityId: string): Promise<void> {
  await call('draft.discard', { entity: 'workshop', entityId });
}
