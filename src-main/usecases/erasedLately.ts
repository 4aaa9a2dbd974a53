import type { Draft } from '../domain/draft.ts';
import type { TextRewriter } from '../domain/personText.ts';
import type { Store } from '../store/db.ts';
import { jsonIn, rewriteWords } from '../store/textColumns.ts';
import { OWN_ROWS, type SubjectRef } from './subject.ts';

/** Somebody who was erased, as long as forms from before may be open. */
interface Erased {
  readonly subject: SubjectRef;
  readonly neutralName: string;
  readonly rewrite: TextRewriter;
}

// Only in memory: what tells whom to look for holds the name. It goes with the connection, at locking at the latest,
// and no form outlives that.
const erasedIn = new WeakMap<Store, readonly Erased[]>();

/** Notes somebody who was just erased; no draft names them from now on. */
export function rememberErased(store: Store, erased: Erased): void {
  erasedIn.set(store, [...(erasedIn.get(store) ?? []), erased]);
}

/** Was anybody erased since the workspace was opened? */
export function hasErased(store: Store): boolean {
  return erasedIn.has(store);
}

/** The person's own form as an erasure leaves the person's own row. */
function neutralForm(body: string, neutralName: string): string {
  const values = jsonIn(body);
  if (typeof values !== 'object' || values === null) return body;
  const emptied = OWN_ROWS.fields
    .filter((field) => field in values)
    .map((field) => [field, field === 'name' ? neutralName : '']);
  return JSON.stringify({ ...values, ...Object.fromEntries(emptied) });
}

/** The words of a draft without people who were erased since the workspace was opened. */
export function withoutErased(
  store: Store,
  { entity, entityId, body }: Pick<Draft, 'entity' | 'entityId' | 'body'>,
): string {
  return (erasedIn.get(store) ?? []).reduce((words, { subject, neutralName, rewrite }) => {
    const isOwnForm = OWN_ROWS.tables.includes(entity) && !entityId.startsWith('new');
    const without = rewriteWords(words, rewrite, isOwnForm ? OWN_ROWS.fields : []);
    return entityId === subject.id ? neutralForm(without, neutralName) : without;
  }, body);
}
