import { z } from 'zod';
import { PlainDate } from './calendar.ts';
import { idOf } from './id.ts';
import { Line, OptionalLine } from './noun.ts';

export const EditionId = idOf('edition');
export type EditionId = z.infer<typeof EditionId>;
export const ModuleId = idOf('module');
export type ModuleId = z.infer<typeof ModuleId>;

/** A subject of the workshops: Interpersonalny, Diagnoza, … */
export const Module = z.object({ id: ModuleId, name: Line, topic: OptionalLine });
export type Module = z.infer<typeof Module>;

/** What a phase of an edition is for; a phase without a kind only tells the story. */
export const PhaseKind = z.enum([
  'workshops',
  'coaching',
  'diagnosis',
  'plan',
  'grants',
  'network-meeting',
]);
export type PhaseKind = z.infer<typeof PhaseKind>;

/** A dated phase of an edition. */
export const Phase = z.object({
  key: z.string().min(1),
  name: Line,
  from: PlainDate,
  to: PlainDate,
  kind: PhaseKind.nullable(),
});
export type Phase = z.infer<typeof Phase>;

/** What the edition set out to reach; totals are always counted, targets are data (domain rule 1). */
export const Targets = z.object({
  libraries: z.int().nonnegative().nullable(),
  teamMembers: z.int().nonnegative().nullable(),
  trainingDaysPerLibrary: z.int().nonnegative().nullable(),
  trainingDaysTotal: z.int().nonnegative().nullable(),
});
export type Targets = z.infer<typeof Targets>;

/** One run of the programme with its own dates, phases, curriculum and targets. */
export const Edition = z.object({
  id: EditionId,
  name: Line,
  from: PlainDate,
  to: PlainDate,
  phases: z.array(Phase),
  /** Modules with the days planned for one library; may be empty. */
  curriculum: z.array(z.object({ moduleId: ModuleId, plannedDays: z.number().nonnegative() })),
  targets: Targets,
  /** Length of one training hour in minutes: 60 or 45. */
  hourUnitMinutes: z.union([z.literal(60), z.literal(45)]),
});
export type Edition = z.infer<typeof Edition>;

/** The phases of a kind that an edition has. */
export function phasesOfKind(edition: Edition, kind: PhaseKind): readonly Phase[] {
  return edition.phases.filter((phase) => phase.kind === kind);
}
