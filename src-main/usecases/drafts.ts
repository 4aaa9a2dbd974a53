import type { Draft, DraftEntity } from '../domain/draft.ts';
import { discardDraft as discard, keepDraft as keep } from '../store/drafts.ts';
import { nowOf, type Tools } from './tools.ts';

/** Keeps what a form holds but cannot or may not save yet. */
export function keepDraft(tools: Tools, draft: Omit<Draft, 'updatedAt'>): { done: true } {
  tools.store.inTransaction((db) => keep(db, draft, nowOf(tools)));
  return { done: true };
}

/** Drops an unsaved change on the person's word. */
export function discardDraft(tools: Tools, entity: DraftEntity, entityId: string): { done: true } {
  tools.store.inTransaction((db) => discard(db, entity, entityId));
  return { done: true };
}
