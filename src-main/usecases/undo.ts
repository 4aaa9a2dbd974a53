import { walkHistory } from '../domain/history.ts';
import { isOnScale, CoachingGoalId, type GoalScale } from '../domain/coachingGoal.ts';
import { changesOfThing, type Change } from '../store/changeReads.ts';
import type { ChangeAction } from '../store/changes.ts';
import { coachingGoals, goalScores } from '../store/coaching.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { asStoreFailure, StoreFailure } from '../store/failures.ts';
import type { Stamp } from '../store/nounTable.ts';
import { readReferences, type References } from '../store/references.ts';
import { ID_FIELDS } from './historyTexts.ts';
import { readMe } from './settings.ts';
import { isUndoable, UNDOABLE, type UndoableEntity } from './undoableNouns.ts';

/** Something that the batch touched is not as it was left; thrown to roll the transaction back. */
class ChangedSinceError extends Error {}

/** Runs an undo or redo; `false` when something has changed since, and then nothing has. */
export function unlessChangedSince(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    const known = asStoreFailure(error);
    const changed =
      known instanceof ChangedSinceError ||
      (known instanceof StoreFailure && ['not-found', 'changed-meanwhile'].includes(known.code)) ||
      // Something of the same kind has taken its place: one mark a day, one score a session.
      (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE');
    if (!changed) throw error;
    return false;
  }
}

type Direction = 'undo' | 'redo';

/** What must be done for an action to be taken back, or brought again. */
function deedFor(action: ChangeAction, direction: Direction): 'change' | 'remove' | 'restore' {
  if (action === 'changed') return 'change';
  const adds = action === 'made' || action === 'restored';
  return adds === (direction === 'undo') ? 'remove' : 'restore';
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Work on the thing, later than the batch, that still stands. */
function workedOnSince(db: ReadableDb, change: Change): boolean {
  const marks = changesOfThing(db, change.entity, change.entityId);
  const batches = new Map(
    marks.map(({ position, batch, undoes }) => [
      batch === 0 ? position : batch,
      { batch: batch === 0 ? position : batch, undoes },
    ]),
  );
  return walkHistory([...batches.values()]).standing.some((batch) => batch > change.batch);
}

/** Does a row that is not in the bin, other than a private note, point at the thing? */
function isPointedAt(db: ReadableDb, { keys }: References, table: string, id: string): boolean {
  return keys
    .filter((key) => key.to === table && !key.cascades && !key.table.startsWith('private'))
    .some((key) => {
      // A list of ids has a mirror, which lives and goes with the row that owns the list.
      const owner = keys.find((one) => one.table === key.table && one.cascades);
      const from =
        owner === undefined
          ? `${key.table} o where o."${key.column}" = ?`
          : `${key.table} l join ${owner.to} o on o.id = l.${owner.column} where l."${key.column}" = ?`;
      return db.get(`select 1 as found from ${from} and o.deleted_at is null`, id) !== undefined;
    });
}

/** Does anything that is not in the bin rely on the thing: a row, a list without a mirror, a closed report? */
function isReliedOn(
  db: ReadableDb,
  references: References,
  entity: UndoableEntity,
  id: string,
): boolean {
  const found = (sql: string) => db.get(`${sql} and deleted_at is null limit 1`, id) !== undefined;
  const listed = {
    participant: `select 1 as found from coaching_session where exists (select 1 from json_each(present_ids) where value = ?)`,
    coachingGoal: `select 1 as found from resource where exists (select 1 from json_each(goal_ids) where value = ?)`,
  };
  return (
    isPointedAt(db, references, UNDOABLE[entity].table, id) ||
    ((entity === 'participant' || entity === 'coachingGoal') && found(listed[entity])) ||
    found('select 1 as found from report where subject_id = ?') ||
    (entity === 'person' && readMe(db).id === id)
  );
}

/** Scores that are not on their goal's scale, which no form would save. */
function hasScoreOffScale(db: ReadableDb, entity: UndoableEntity, id: string): boolean {
  if (entity !== 'coachingGoal' && entity !== 'goalScore') return false;
  const goalId =
    entity === 'coachingGoal'
      ? CoachingGoalId.parse(id)
      : goalScores.list(db, 'id = ?', id)[0]?.goalId;
  if (goalId === undefined) return false;
  const scale: GoalScale | undefined = coachingGoals.find(db, goalId)?.scale;
  return (
    scale !== undefined &&
    goalScores.list(db, 'goal_id = ?', goalId).some(({ value }) => !isOnScale(scale, value))
  );
}

/** The fields as they were before (or after) a change, if they still are as it left (or found) them. */
function turned(
  change: Change,
  current: Readonly<Record<string, unknown>>,
  direction: Direction,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(change.fields).map(([field, [before, after]]) => {
      const [from, to] = direction === 'undo' ? [after, before] : [before, after];
      if (!same(current[field], from)) throw new ChangedSinceError();
      return [field, to];
    }),
  );
}

/** Is something named that has left the bin for good? Lists of ids have no foreign key that would say so. */
function namesWhatIsGone(db: ReadableDb, part: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(part).some(([field, value]) => {
    const entity = ID_FIELDS[field];
    if (entity === undefined || !isUndoable(entity)) return false;
    const ids = [value].flat().filter((id) => typeof id === 'string');
    return ids.some((id) => UNDOABLE[entity].find(db, id) === undefined);
  });
}

function applyOne(db: WritableDb, stamp: Stamp, change: Change, direction: Direction): void {
  const { entity, entityId: id } = change;
  if (!isUndoable(entity)) throw new ChangedSinceError();
  const noun = UNDOABLE[entity];
  const current = noun.find(db, id);
  if (current === undefined) throw new ChangedSinceError();
  const inBin = current['deletedAt'] !== null;
  const deed = deedFor(change.action, direction);
  if (inBin !== (deed === 'restore')) throw new ChangedSinceError();
  if (deed === 'restore') {
    noun.restore(db, stamp, id);
  } else if (deed === 'remove') {
    if (workedOnSince(db, change)) throw new ChangedSinceError();
    noun.remove(db, stamp, id);
  } else {
    const part = turned(change, current, direction);
    if (namesWhatIsGone(db, part) || noun.change(db, stamp, id, part) === 'refused') {
      throw new ChangedSinceError();
    }
  }
}

/**
 * Takes a batch of work back, or brings it again, in the running transaction. Throws what `unlessChangedSince`
 * knows when something it touched is not as the batch left it, or something made since relies on it.
 */
export function applyBatch(
  db: WritableDb,
  stamp: Stamp,
  changes: readonly Change[],
  direction: Direction,
): void {
  const inOrder = direction === 'undo' ? changes.toReversed() : changes;
  for (const change of inOrder) applyOne(db, stamp, change, direction);
  const references = readReferences(db);
  for (const { entity, entityId, action } of changes) {
    if (!isUndoable(entity)) continue;
    const unmade = direction === 'undo' && action === 'made';
    if (unmade && isReliedOn(db, references, entity, entityId)) throw new ChangedSinceError();
    if (hasScoreOffScale(db, entity, entityId)) throw new ChangedSinceError();
  }
}
