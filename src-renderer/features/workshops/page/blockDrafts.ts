import { z } from 'zod';
import { call } from '../../../bridge/bridge.ts';

const text = z.string();

/** The editable part of a block of the agenda, as its form and its draft hold it. */
const BlockValues = z.object({
  title: text,
  plannedMinutes: z.number().nullable(),
  isBreak: z.boolean(),
  aim: text,
  content: text,
  method: text,
  materials: text,
  outcome: z.enum(['done', 'shortened', 'skipped', 'changed']).nullable(),
  doneMinutes: z.number().nullable(),
  reason: text,
});
export type BlockValues = z.infer<typeof BlockValues>;

/** Unsaved changes of blocks, by the block's id. */
export type BlockDrafts = ReadonlyMap<string, BlockValues>;

/** Reads all unsaved changes of blocks at once, rather than one question for each row. */
export async function findBlockDrafts(): Promise<BlockDrafts> {
  const found = new Map<string, BlockValues>();
  for (const { entity, entityId, body } of await call('draft.list', {})) {
    if (entity !== 'agendaItem') continue;
    const values = parsed(body);
    if (values !== null) found.set(entityId, values);
  }
  return found;
}

function parsed(body: string): BlockValues | null {
  try {
    return BlockValues.parse(JSON.parse(body));
  } catch {
    // A draft of an older version of the form cannot be shown in this one.
    return null;
  }
}

/** Keeps a block's unsaved change. */
export async function keepBlockDraft(
  id: string,
  baseRevision: number,
  values: BlockValues,
): Promise<void> {
  const body = JSON.stringify(values);
  await call('draft.keep', { entity: 'agendaItem', entityId: id, baseRevision, body });
}
