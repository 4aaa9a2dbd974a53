import type { Draft, DraftEntity } from '../domain/draft.ts';
import { discardDraft as discard, keepDraft as keep, rewrittenSince } from '../store/drafts.ts';
import { StoreFailure } from '../store/failures.ts';
import { hasErased, withoutErased } from './erasedLately.ts';
import { nowOf, type Tools } from './tools.ts';

/**
 * Keeps what a form holds but cannot or may not save yet, without people who were erased since the workspace was
 * opened. Whom an erasure before that took out is not known any more: a form that it went past is refused. Throws
 * draft-outdated then.
 */
export function keepDraft(tools: Tools, draft: Omit<Draft, 'updatedAt'>): { done: true } {
  const body = withoutErased(tools.store, draft);
  tools.store.inTransaction((db) => {
    if (!hasErased(tools.store) && rewrittenSince(db, draft))
      throw new StoreFailure('draft-outdated');
    keep(db, { ...draft, body }, nowOf(tools));
  });
  return { done: true };
}

/** Drops an unsaved change on the person's word. */
export function discardDraft(tools: Tools, entity: DraftEntity, entityId: string): { done: true } {
  tools.store.inTransaction((db) => discard(db, entity, entityId));
  return { done: true };
}
