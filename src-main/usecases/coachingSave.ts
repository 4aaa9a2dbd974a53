import { ActionStepId, type ActionStep } from '../domain/actionStep.ts';
import {
  GoalScoreId,
  isOnScale,
  type CoachingGoal,
  type CoachingGoalId,
  type GoalScore,
} from '../domain/coachingGoal.ts';
import type { CoachingSession, CoachingSessionId } from '../domain/coachingSession.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { Recorded } from '../domain/noun.ts';
import type { Resource } from '../domain/resource.ts';
import {
  actionSteps,
  coachingGoals,
  coachingSessions,
  engagements,
  goalScores,
  resources,
} from '../store/coaching.ts';
import type { ReadableDb } from '../store/db.ts';
import { discardDraft } from '../store/drafts.ts';
import { StoreFailure } from '../store/failures.ts';
import { participants } from '../store/people.ts';
import { newDraftId } from '../domain/draft.ts';
import { NO_REVISION, saveForm, stampOf, todayOf, type FormOf, type Tools } from './tools.ts';

/** A score that is not on its goal's scale. */
export class InvalidScoreError extends Error {
  readonly code = 'invalid-score';
}

/** Opens a process or changes it. Throws not-found or changed-meanwhile. */
export function saveEngagement(tools: Tools, form: FormOf<Engagement>): Recorded<Engagement> {
  return tools.store.inTransaction((db) =>
    saveForm(tools, db, engagements, form, { entity: 'engagement' }),
  );
}

/** Saves a session, new or changed. Throws not-found or changed-meanwhile. */
export function saveSession(
  tools: Tools,
  form: FormOf<CoachingSession>,
): Recorded<CoachingSession> {
  return tools.store.inTransaction((db) => {
    engagements.get(db, form.engagementId);
    // A list in JSON has no foreign key of its own.
    for (const id of form.presentIds) {
      if (participants.find(db, id) === undefined) {
        throw new StoreFailure('not-found', { entity: participants.entity });
      }
    }
    return saveForm(tools, db, coachingSessions, form, {
      entity: 'coachingSession',
      parentId: form.engagementId,
    });
  });
}

/**
 * Saves a goal, new or changed. Throws not-found, changed-meanwhile, or InvalidScoreError when a score already
 * given would not be on the new scale.
 */
export function saveGoal(tools: Tools, form: FormOf<CoachingGoal>): Recorded<CoachingGoal> {
  return tools.store.inTransaction((db) => {
    const given = form.id === null ? [] : goalScores.list(db, 'goal_id = ?', form.id);
    if (given.some((score) => !isOnScale(form.scale, score.value))) {
      throw new InvalidScoreError(form.scale);
    }
    return saveForm(tools, db, coachingGoals, form, {
      entity: 'coachingGoal',
      parentId: form.engagementId,
    });
  });
}

/** Sets a goal's score at a session, or takes it back. Throws not-found, or InvalidScoreError. */
export function scoreGoal(
  tools: Tools,
  input: {
    goalId: CoachingGoalId;
    sessionId: CoachingSessionId;
    value: number | null;
    note: string;
  },
): Recorded<GoalScore> | null {
  return tools.store.inTransaction((db) => {
    const goal = coachingGoals.get(db, input.goalId);
    const session = coachingSessions.get(db, input.sessionId);
    if (session.engagementId !== goal.engagementId) {
      throw new StoreFailure('not-found', { entity: coachingSessions.entity });
    }
    const before = goalScores.list(
      db,
      'goal_id = ? and session_id = ?',
      input.goalId,
      input.sessionId,
    )[0];
    if (input.value === null) {
      if (before !== undefined) goalScores.remove(db, stampOf(tools), before.id);
      return null;
    }
    if (!isOnScale(goal.scale, input.value)) throw new InvalidScoreError(goal.scale);
    const fields = {
      goalId: goal.id,
      sessionId: input.sessionId,
      value: input.value,
      note: input.note,
    };
    return before === undefined
      ? goalScores.insert(db, stampOf(tools), { ...fields, id: GoalScoreId.parse(tools.newId()) })
      : goalScores.update(db, stampOf(tools), { ...fields, id: before.id }, before.revision);
  });
}

/**
 * The process that a thing belongs to, from its session where it came up in one: a thing of a session without
 * its process would be taken for the library's own and shown without asking the agreement (domain rule 4).
 */
function processOf(
  db: ReadableDb,
  thing: Pick<Resource, 'sessionId' | 'engagementId'>,
): Pick<Resource, 'engagementId'> {
  const session = thing.sessionId === null ? undefined : coachingSessions.find(db, thing.sessionId);
  return { engagementId: session?.engagementId ?? thing.engagementId };
}

/** Saves a resource, new or changed. Throws not-found or changed-meanwhile. */
export function saveResource(tools: Tools, form: FormOf<Resource>): Recorded<Resource> {
  return tools.store.inTransaction((db) =>
    saveForm(
      tools,
      db,
      resources,
      { ...form, ...processOf(db, form) },
      { entity: 'resource', parentId: form.sessionId ?? form.engagementId ?? form.libraryId },
    ),
  );
}

/** Saves a step, new or changed; when and where it was closed stays as it was while its state does. */
export function saveStep(
  tools: Tools,
  form: Omit<FormOf<ActionStep>, 'closedOn' | 'closedInSessionId'>,
): Recorded<ActionStep> {
  return tools.store.inTransaction((db) => {
    const { id, revision, ...fields } = form;
    const parentId =
      fields.sessionId ?? fields.workshopId ?? fields.engagementId ?? fields.libraryId;
    discardDraft(db, 'actionStep', id ?? newDraftId(parentId));
    const process = processOf(db, fields);
    if (id === null) {
      return actionSteps.insert(db, stampOf(tools), {
        ...fields,
        ...process,
        id: ActionStepId.parse(tools.newId()),
        closedOn: fields.state === 'open' ? null : todayOf(tools),
        closedInSessionId: null,
      });
    }
    const before = actionSteps.get(db, id);
    const same = before.state === fields.state;
    const closedOn = same ? before.closedOn : fields.state === 'open' ? null : todayOf(tools);
    const closedInSessionId = same ? before.closedInSessionId : null;
    return actionSteps.update(
      db,
      stampOf(tools),
      { ...fields, ...process, id, closedOn, closedInSessionId },
      revision ?? NO_REVISION,
    );
  });
}

/** Ticks a step off, drops it or opens it again; closed at a session when one is open. */
export function setStepState(
  tools: Tools,
  input: {
    id: ActionStepId;
    state: ActionStep['state'];
    sessionId: CoachingSessionId | null;
  },
): Recorded<ActionStep> {
  return tools.store.inTransaction((db) => {
    const step = actionSteps.get(db, input.id);
    if (input.sessionId !== null) coachingSessions.get(db, input.sessionId);
    const closed = input.state !== 'open';
    const next: ActionStep = {
      ...step,
      state: input.state,
      closedOn: closed ? todayOf(tools) : null,
      closedInSessionId: closed ? input.sessionId : null,
    };
    return actionSteps.update(db, stampOf(tools), next, step.revision);
  });
}
