import { hasWaited } from '../domain/bin.ts';
import { instantOf } from '../domain/calendar.ts';
import type { WritableDb } from '../store/db.ts';
import {
  needsOf,
  PART_TABLES,
  removeForGood,
  waitingRows,
  withParts,
  type IdsByTable,
  type RowRef,
} from '../store/purge.ts';
import { readReferences, type References } from '../store/references.ts';
import { BIN_TABLES, emptiedAt, saveEmptied } from './bin.ts';
import { clockIsBelieved } from './clock.ts';
import type { Tools } from './tools.ts';

/** Removes the private notes of these sessions for good; only private use cases have one to give. */
export type ForgetNotes = (db: WritableDb, sessionIds: ReadonlySet<string>) => void;

/** What emptying the bin removed for good, by kind of thing. */
export interface Emptied {
  readonly removed: Readonly<Record<string, number>>;
}

const TABLES: readonly string[] = [...new Set([...BIN_TABLES, ...PART_TABLES])];

interface Waiting {
  readonly thing: RowRef;
  readonly together: IdsByTable;
  /** Ids of all of them. */
  readonly ids: ReadonlySet<string>;
}

const sessionsOf = ({ together }: Waiting): ReadonlySet<string> =>
  together.get('coaching_session') ?? new Set();

/**
 * What has waited long enough, each thing with its parts; nothing while nothing has since the last time, because
 * what something needed then is needed until something else goes.
 */
function allWaiting(tools: Tools, references: References, now: number): Waiting[] {
  const emptied = emptiedAt(tools.store);
  const due = TABLES.flatMap((table) =>
    waitingRows(tools.store, table)
      .filter(({ since }) => hasWaited(since, now))
      .map(({ id, since }) => ({ table, id, since })),
  );
  if (due.every(({ since }) => emptied !== null && hasWaited(since, emptied))) return [];
  const things = due.map(({ table, id }): RowRef => ({ table, id }));
  return [...withParts(tools.store, references, things)].map(([thing, together]) => ({
    thing,
    together,
    ids: new Set([...together.values()].flatMap((ids) => [...ids])),
  }));
}

/**
 * Removes for good what has waited in the bin for 30 whole days. One transaction for each thing: a kill leaves
 * each either there or gone. What something else still needs keeps its row with its words, shown nowhere; private
 * notes of its sessions go all the same, because nobody but the coach ever needed them. Removes nothing by a clock
 * that cannot be believed.
 */
export function emptyBin(tools: Tools, forgetNotes: ForgetNotes): Emptied {
  if (!clockIsBelieved(tools)) return { removed: {} };
  const { store } = tools;
  const now = tools.now();
  const references = readReferences(store);
  let waiting = allWaiting(tools, references, now);
  if (waiting.length === 0) return { removed: {} };
  const needs = needsOf(
    store,
    references,
    waiting.map(({ together }) => together),
  );
  const gone = new Set<string>();
  const isNeeded = ({ ids }: Waiting): boolean =>
    [...ids].some((id) => needs.get(id)?.some((by) => !ids.has(by) && !gone.has(by)) === true);
  const removed: Record<string, number> = {};
  // Again as long as something went: it may have been what kept another thing.
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    waiting = waiting.filter(({ thing }) => !gone.has(thing.id));
    for (const each of waiting) {
      if (gone.has(each.thing.id) || isNeeded(each)) continue;
      const counts = store.inTransaction((db) => {
        forgetNotes(db, sessionsOf(each));
        return removeForGood(db, each.together);
      });
      for (const id of each.ids) gone.add(id);
      for (const [entity, count] of Object.entries(counts)) {
        removed[entity] = (removed[entity] ?? 0) + count;
      }
    }
  }
  store.inTransaction((db) => {
    for (const kept of waiting) forgetNotes(db, sessionsOf(kept));
    saveEmptied(db, instantOf(now));
  });
  return { removed };
}
