import { z } from 'zod';
import { ActionStep } from '../../src-main/domain/actionStep.ts';
import { AgendaItem } from '../../src-main/domain/agendaItem.ts';
import { Attendance } from '../../src-main/domain/attendance.ts';
import { CoachingGoal, GoalScore } from '../../src-main/domain/coachingGoal.ts';
import { CoachingSession } from '../../src-main/domain/coachingSession.ts';
import { Edition, Module } from '../../src-main/domain/edition.ts';
import { Agreement, Engagement } from '../../src-main/domain/engagement.ts';
import { Erasure } from '../../src-main/domain/erasure.ts';
import { Innovation } from '../../src-main/domain/innovation.ts';
import { Library, Participation } from '../../src-main/domain/library.ts';
import { Participant, TeamMembership } from '../../src-main/domain/participant.ts';
import { Person } from '../../src-main/domain/person.ts';
import { Dispatch, Report, StoredFileId } from '../../src-main/domain/report.ts';
import { Resource } from '../../src-main/domain/resource.ts';
import { TrainingDay, Workshop } from '../../src-main/domain/workshop.ts';
import * as coaching from '../../src-main/store/coaching.ts';
import * as erasures from '../../src-main/store/erasures.ts';
import * as libraries from '../../src-main/store/libraries.ts';
import * as modules from '../../src-main/store/modules.ts';
import type { NounTable } from '../../src-main/store/nounTable.ts';
import * as people from '../../src-main/store/people.ts';
import * as reports from '../../src-main/store/reports.ts';
import * as workshops from '../../src-main/store/workshops.ts';

/** A stored file has no schema in the application: it never crosses a door. */
const StoredFile = z.object({
  id: StoredFileId,
  path: z.string().min(1).max(100),
  mediaType: z.string().min(1).max(100),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const schemas: Readonly<Record<string, z.ZodObject>> = {
  ActionStep,
  AgendaItem,
  Agreement,
  Attendance,
  CoachingGoal,
  CoachingSession,
  Dispatch,
  Edition,
  Engagement,
  Erasure,
  GoalScore,
  Innovation,
  Library,
  Module,
  Participant,
  Participation,
  Person,
  Report,
  Resource,
  StoredFile,
  TeamMembership,
  TrainingDay,
  Workshop,
};

/** Any noun, for tests of the mechanism that all share. */
export interface AnyThing {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A noun's table with the schema of its things. */
export interface Noun {
  readonly entity: string;
  readonly table: NounTable<AnyThing>;
  readonly schema: z.ZodObject;
}

function schemaOf(entity: string): z.ZodObject {
  const schema = schemas[`${entity.charAt(0).toUpperCase()}${entity.slice(1)}`];
  if (schema === undefined) throw new Error(`Tell tests/helpers/nouns.ts the schema of ${entity}`);
  return schema;
}

/** Every noun that the store keeps. */
export const nouns: readonly Noun[] = [
  coaching,
  erasures,
  libraries,
  modules,
  people,
  reports,
  workshops,
]
  .flatMap((file) => Object.values(file))
  // Beside their tables the files export conditions of SQL.
  .filter((value) => typeof value !== 'string')
  .map((table) => ({
    entity: table.entity,
    table: table as unknown as NounTable<AnyThing>, // the mechanism is the same for all of them
    schema: schemaOf(table.entity),
  }));
