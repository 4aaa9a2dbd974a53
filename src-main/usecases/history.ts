import type { Instant } from '../domain/calendar.ts';
import { walkHistory, type BatchKind, type HistoryWalk } from '../domain/history.ts';
import type { ChangeAction } from '../store/changes.ts';
import {
  changeMarks,
  changesAt,
  changesOfBatch,
  contentOfBatch,
  type Change,
  type ChangeMark,
} from '../store/changeReads.ts';
import type { ReadableDb } from '../store/db.ts';
import { changesOfRecord, type RecordPlace } from './historyScope.ts';
import { fieldTexts, titleBook, type FieldText, type TitleOf } from './historyTexts.ts';
import { stampOf, type Tools } from './tools.ts';
import { applyBatch, unlessChangedSince } from './undo.ts';
import { isUndoable } from './undoableNouns.ts';

/** Most steps that are shown. */
const STEPS_SHOWN = 200;

/** What happened to one thing in a step. */
export interface ChangedThing {
  readonly entity: string;
  readonly id: string;
  readonly action: ChangeAction;
  /** What it is called now; empty where it has no name, or belongs to another record. */
  readonly title: string;
  readonly fields: FieldText[];
}

/** Everything that was saved together. */
export interface HistoryStep {
  readonly batch: number;
  readonly at: Instant;
  readonly things: ChangedThing[];
  readonly kind: BatchKind;
  /** Taken back and not brought again. */
  readonly undone: boolean;
}

/** How undoing or redoing went; nothing was changed unless it is `done`. */
export type UndoOutcome =
  | { outcome: 'done'; step: HistoryStep }
  | { outcome: 'nothing' }
  | { outcome: 'changed-since'; step: HistoryStep };

/** Rows from before the second schema have no batch: each is a step of its own. */
const batchOf = ({ batch, position }: ChangeMark) => (batch === 0 ? position : batch);

/** A record's history: where each of its changes lies, by batch, oldest first, and where the record stands. */
interface Past {
  readonly batches: ReadonlyMap<number, readonly ChangeMark[]>;
  readonly walk: HistoryWalk;
}

function pastOf(db: ReadableDb, place: RecordPlace): Past {
  const marks = changeMarks(db, changesOfRecord(db, place));
  marks.sort((a, b) => a.position - b.position);
  const batches = Map.groupBy(marks, batchOf);
  const walk = walkHistory(
    [...batches].map(([batch, [first]]) => ({ batch, undoes: first?.undoes ?? null })),
  );
  return { batches, walk };
}

/** Can this batch be taken back (or brought again) at all, whatever happened since? */
function canBeUndone(db: ReadableDb, batch: number): boolean {
  const content = contentOfBatch(db, batch);
  return (
    content.some(({ idle }) => !idle) &&
    content.every(({ entity, emptied }) => isUndoable(entity) && !emptied)
  );
}

const nextUndo = (db: ReadableDb, { walk }: Past) =>
  walk.standing.findLast((batch) => canBeUndone(db, batch));
const nextRedo = (db: ReadableDb, { walk }: Past) =>
  walk.waiting.findLast((batch) => canBeUndone(db, batch));

function thingOf(change: Change, titleOf: TitleOf): ChangedThing {
  const { entity, entityId: id, action } = change;
  const fields = Object.entries(change.fields).flatMap(([field, pair]) =>
    fieldTexts(field, pair, titleOf),
  );
  return { entity, id, action, title: titleOf(entity, id), fields };
}

/** A thing of another record that the same batch touched: that it was, and none of its words (domain rule 4). */
function elsewhere({ entity, entityId: id, action }: Change): ChangedThing {
  return { entity, id, action, title: '', fields: [] };
}

/** A step with everything that its undoing touches. */
function stepOf(db: ReadableDb, { batches, walk }: Past, batch: number, titleOf: TitleOf) {
  const own = batches.get(batch) ?? [];
  const positions = new Set(own.map(({ position }) => position));
  // All of a batch only when undo could touch all of it: a season made at once is one batch of thousands.
  const changes = canBeUndone(db, batch)
    ? changesOfBatch(db, batch)
    : changesAt(db, [...positions]);
  const [first] = changes;
  if (first === undefined) throw new Error('A batch has changes');
  const step: HistoryStep = {
    batch,
    at: first.at,
    things: changes.map((change) =>
      positions.has(change.position) ? thingOf(change, titleOf) : elsewhere(change),
    ),
    kind: walk.kinds.get(batch) ?? 'work',
    undone: walk.undone.has(batch),
  };
  return step;
}

/** A record's history, newest first, and what undo and redo would do next. Empty for an unknown record. */
export function readHistory(tools: Pick<Tools, 'store'>, place: RecordPlace) {
  const db = tools.store;
  const past = pastOf(db, place);
  const titleOf = titleBook(db);
  const step = (batch: number | undefined) =>
    batch === undefined ? null : stepOf(db, past, batch, titleOf);
  const newest = [...past.batches.keys()].toReversed();
  return {
    steps: newest.slice(0, STEPS_SHOWN).map((batch) => stepOf(db, past, batch, titleOf)),
    more: newest.length > STEPS_SHOWN,
    undo: step(nextUndo(db, past)),
    redo: step(nextRedo(db, past)),
  };
}

function turn(
  tools: Tools,
  place: RecordPlace,
  direction: 'undo' | 'redo',
  next: (db: ReadableDb, past: Past) => number | undefined,
): UndoOutcome {
  const db = tools.store;
  const past = pastOf(db, place);
  const batch = next(db, past);
  if (batch === undefined) return { outcome: 'nothing' };
  const said = stepOf(db, past, batch, titleBook(db));
  const stamp = { ...stampOf(tools), undoes: batch };
  const done = unlessChangedSince(() =>
    db.inTransaction((writable) =>
      applyBatch(writable, stamp, changesOfBatch(writable, batch), direction),
    ),
  );
  return done
    ? { outcome: 'done', step: { ...said, undone: direction === 'undo' } }
    : { outcome: 'changed-since', step: said };
}

/** Takes back the last change of a record that still stands, in all its things, and says which. */
export function undoLast(tools: Tools, place: RecordPlace): UndoOutcome {
  return turn(tools, place, 'undo', nextUndo);
}

/** Brings back the change of a record that was taken back last, unless new work has come since. */
export function redoLast(tools: Tools, place: RecordPlace): UndoOutcome {
  return turn(tools, place, 'redo', nextRedo);
}
