import type { z } from 'zod';
import { ActionStep } from '../domain/actionStep.ts';
import { AgendaItem } from '../domain/agendaItem.ts';
import { Attendance } from '../domain/attendance.ts';
import { CoachingGoal, GoalScore } from '../domain/coachingGoal.ts';
import { CoachingSession } from '../domain/coachingSession.ts';
import { Engagement } from '../domain/engagement.ts';
import { Library, Participation } from '../domain/library.ts';
import { Participant, TeamMembership } from '../domain/participant.ts';
import { Person } from '../domain/person.ts';
import { Resource } from '../domain/resource.ts';
import { TrainingDay, Workshop } from '../domain/workshop.ts';
import {
  actionSteps,
  coachingGoals,
  coachingSessions,
  engagements,
  goalScores,
  resources,
} from '../store/coaching.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { libraries, participations } from '../store/libraries.ts';
import type { NounTable, Stamp } from '../store/nounTable.ts';
import { participants, persons, teamMemberships } from '../store/people.ts';
import { agendaItems, attendances, trainingDays, workshops } from '../store/workshops.ts';

/** A noun whose changes can be taken back, without its type. */
export interface UndoableNoun {
  readonly table: string;
  /** The thing with its recorded fields, deleted or not. */
  find(db: ReadableDb, id: string): Readonly<Record<string, unknown>> | undefined;
  remove(db: WritableDb, stamp: Stamp, id: string): void;
  restore(db: WritableDb, stamp: Stamp, id: string): void;
  /** Sets some fields, unless the noun's own rules refuse the result. Throws not-found. */
  change(
    db: WritableDb,
    stamp: Stamp,
    id: string,
    part: Readonly<Record<string, unknown>>,
  ): 'done' | 'refused';
}

function undoable<Thing extends { id: string }>(
  noun: NounTable<Thing>,
  schema: z.ZodType<Thing>,
): UndoableNoun {
  const own = (id: string): Thing['id'] => id; // ids differ only in their brands
  return {
    table: noun.table,
    find: (db, id) => noun.find(db, own(id)),
    remove: (db, stamp, id) => noun.remove(db, stamp, own(id)),
    restore: (db, stamp, id) => noun.restore(db, stamp, own(id)),
    change(db, stamp, id, part) {
      const current = noun.get(db, own(id));
      const next = schema.safeParse({ ...current, ...part });
      if (!next.success) return 'refused';
      noun.update(db, stamp, next.data, current.revision);
      return 'done';
    },
  };
}

/**
 * What undo may touch. Left out: agreements (closed reports rely on them), reports, their mail and files, erasures,
 * and the programme itself (editions, modules, innovations).
 */
export const UNDOABLE = {
  workshop: undoable(workshops, Workshop),
  trainingDay: undoable(trainingDays, TrainingDay),
  agendaItem: undoable(agendaItems, AgendaItem),
  attendance: undoable(attendances, Attendance),
  engagement: undoable(engagements, Engagement),
  coachingSession: undoable(coachingSessions, CoachingSession),
  coachingGoal: undoable(coachingGoals, CoachingGoal),
  goalScore: undoable(goalScores, GoalScore),
  resource: undoable(resources, Resource),
  actionStep: undoable(actionSteps, ActionStep),
  library: undoable(libraries, Library),
  participation: undoable(participations, Participation),
  participant: undoable(participants, Participant),
  teamMembership: undoable(teamMemberships, TeamMembership),
  person: undoable(persons, Person),
} as const;
/** Names of things whose changes can be taken back. */
export type UndoableEntity = keyof typeof UNDOABLE;

/** Can changes of this entity be taken back? */
export function isUndoable(entity: string): entity is UndoableEntity {
  return Object.hasOwn(UNDOABLE, entity);
}
