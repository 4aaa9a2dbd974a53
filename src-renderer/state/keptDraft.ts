import type { z } from 'zod';
import type { DraftEntity } from '../../src-main/domain/draft.ts';
import { call } from '../bridge/bridge.ts';

/** Words of a form that were kept and never saved. */
export interface KeptDraft<Values> {
  readonly values: Values;
  /** The revision of the saved thing they were written over; 0 for a new thing. */
  readonly baseRevision: number;
  /** When they were kept, as an ISO instant. */
  readonly at: string;
}

/** The draft of one form, if there is one and this version of the form can read it. */
export async function readDraft<Schema extends z.ZodType>(
  entity: DraftEntity,
  entityId: string,
  schema: Schema,
): Promise<KeptDraft<z.output<Schema>> | null> {
  const draft = await call('draft.get', { entity, entityId });
  if (draft === null) return null;
  const values = schema.safeParse(parseJson(draft.body));
  if (!values.success) return null;
  return { values: values.data, baseRevision: draft.baseRevision, at: draft.updatedAt };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Keeps the words of a form, so that they survive the end of the program. */
export async function keepDraft(
  entity: DraftEntity,
  entityId: string,
  baseRevision: number,
  values: unknown,
): Promise<void> {
  await call('draft.keep', { entity, entityId, baseRevision, body: JSON.stringify(values) });
}

/** Drops kept words on the person's decision, or when nothing is left in them. */
export async function dropDraft(entity: DraftEntity, entityId: string): Promise<void> {
  await call('draft.discard', { entity, entityId });
}
