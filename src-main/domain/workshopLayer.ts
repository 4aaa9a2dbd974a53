import { z } from 'zod';
import { PlainDate, PlainTime } from './calendar.ts';
import {
  isBlank,
  layerBaseShape,
  LayerId,
  LayerLibrary,
  LayerLine,
  LayerOptionalLine,
  LayerText,
  LayerWorker,
  type MissingField,
} from './reportLayerBase.ts';

/** Below this many answers an evaluation shows their number and the comments only. */
export const LEAST_ANSWERS_SHOWN = 5;

/** A block of the agenda as planned and as it went. */
export const LayerAgendaItem = z.strictObject({
  id: LayerId,
  start: PlainTime,
  title: LayerLine,
  isBreak: z.boolean(),
  plannedMinutes: z.int().positive(),
  aim: LayerOptionalLine,
  method: LayerOptionalLine,
  outcome: z.enum(['done', 'shortened', 'skipped', 'changed']).nullable(),
  doneMinutes: z.int().nonnegative().nullable(),
  reason: LayerOptionalLine,
});
export type LayerAgendaItem = z.infer<typeof LayerAgendaItem>;

/** A training day with its agenda. */
export const LayerDay = z.strictObject({
  id: LayerId,
  date: PlainDate,
  start: PlainTime,
  end: PlainTime,
  value: z.union([z.literal(1), z.literal(0.5)]),
  venue: LayerOptionalLine,
  /** Attendance counts only once it is confirmed. */
  attendanceConfirmed: z.boolean(),
  agenda: z.array(LayerAgendaItem),
});
export type LayerDay = z.infer<typeof LayerDay>;

/** A participant's day. */
export const LayerMark = z.strictObject({
  dayId: LayerId,
  mark: z.enum(['unchecked', 'present', 'absent', 'excused']),
  /** Clock hours present; null when not present or not counted by the hour. */
  hours: z.number().min(0).max(24).nullable(),
  /** Why late, or why early. */
  reason: LayerOptionalLine,
  /** Who came instead; empty: nobody. */
  substituteName: LayerOptionalLine,
});
export type LayerMark = z.infer<typeof LayerMark>;

/** A participant with one mark for each day, in the order of the days. */
export const LayerParticipant = z.strictObject({
  id: LayerId,
  name: LayerLine,
  libraryTown: LayerOptionalLine,
  marks: z.array(LayerMark),
});
export type LayerParticipant = z.infer<typeof LayerParticipant>;

/**
 * A warning the trainer went against, with the saved reason. Only these kinds are printed: clashes
 * in somebody's personal calendar never are (domain rule 2).
 */
export const LayerOverride = z.strictObject({
  about: z.enum(['holiday', 'phase', 'day-count']),
  text: LayerLine,
  reason: LayerLine,
});
export type LayerOverride = z.infer<typeof LayerOverride>;

/** A task to do at home until the next module. */
export const LayerHomeStep = z.strictObject({
  id: LayerId,
  what: LayerLine,
  /** Empty: the whole team. */
  who: LayerOptionalLine,
  libraryTown: LayerOptionalLine,
  dueOn: PlainDate.nullable(),
});
export type LayerHomeStep = z.infer<typeof LayerHomeStep>;

/** Counts of an anonymous paper questionnaire. */
export const LayerEvaluation = z
  .strictObject({
    answers: z.int().nonnegative(),
    /** How many answered 1, 2, 3, 4 and 5. */
    questions: z.array(
      z.strictObject({
        label: LayerLine,
        counts: z.array(z.int().nonnegative()).length(5),
      }),
    ),
    comments: z.array(LayerLine),
  })
  .check((context) => {
    if (context.value.answers < LEAST_ANSWERS_SHOWN && context.value.questions.length > 0) {
      context.issues.push({
        code: 'custom',
        message: 'too-few-answers-for-a-breakdown',
        input: context.value,
        path: ['questions'],
      });
    }
  });
export type LayerEvaluation = z.infer<typeof LayerEvaluation>;

/** Counted totals of held days with confirmed attendance. */
export const LayerTotals = z.strictObject({
  /** Sum of day values: 1, or 0.5 for a half day. */
  days: z.number().nonnegative(),
  libraryDays: z.number().nonnegative(),
  trainerDays: z.number().nonnegative(),
  /** Blocks without breaks, in units of `hourUnitMinutes`. */
  trainingHours: z.number().nonnegative(),
  hourUnitMinutes: z.int().positive(),
  presentPeople: z.int().nonnegative(),
});
export type LayerTotals = z.infer<typeof LayerTotals>;

/** The layer of a workshop's report. */
export const WorkshopLayer = z
  .strictObject({
    kind: z.literal('workshop'),
    ...layerBaseShape,
    workshop: z.strictObject({
      id: LayerId,
      title: LayerLine,
      moduleName: LayerOptionalLine,
      topic: LayerOptionalLine,
    }),
    libraries: z.array(LayerLibrary),
    trainers: z.strictObject({
      lead: LayerWorker,
      others: z.array(LayerWorker),
    }),
    days: z.array(LayerDay),
    participants: z.array(LayerParticipant),
    overriddenWarnings: z.array(LayerOverride),
    homeSteps: z.array(LayerHomeStep),
    /** Null: no questionnaire was counted. */
    evaluation: LayerEvaluation.nullable(),
    summary: LayerText,
    conclusions: LayerText,
    totals: LayerTotals,
  })
  .check((context) => {
    const days = context.value.days.map((day) => day.id);
    context.value.participants.forEach((participant, index) => {
      if (participant.marks.map((mark) => mark.dayId).join() === days.join()) return;
      context.issues.push({
        code: 'custom',
        message: 'marks-do-not-match-days',
        input: participant,
        path: ['participants', index, 'marks'],
      });
    });
  });
export type WorkshopLayer = z.infer<typeof WorkshopLayer>;

/** Names of what a workshop report may lack. */
export type WorkshopMissing = MissingField<
  | 'libraries'
  | 'days'
  | 'participants'
  | 'attendanceConfirmed'
  | 'attendanceMarks'
  | 'agendaOutcomes'
  | 'summary'
  | 'conclusions'
>;

/** What is missing in a workshop report. */
export function workshopFieldsMissing(layer: WorkshopLayer): WorkshopMissing[] {
  const missing: WorkshopMissing[] = [];
  const add = (field: WorkshopMissing['field'], blocking: boolean, about: string | null = null) =>
    missing.push({ field, about, blocking });
  if (layer.libraries.length === 0) add('libraries', true);
  if (layer.days.length === 0) add('days', true);
  if (layer.participants.length === 0) add('participants', true);
  for (const day of layer.days) {
    const unchecked = layer.participants.some((participant) =>
      participant.marks.some((mark) => mark.dayId === day.id && mark.mark === 'unchecked'),
    );
    if (!day.attendanceConfirmed) add('attendanceConfirmed', true, day.date);
    else if (unchecked) add('attendanceMarks', false, day.date);
    if (day.agenda.some((item) => item.outcome === null && !item.isBreak)) {
      add('agendaOutcomes', false, day.date);
    }
  }
  if (isBlank(layer.summary)) add('summary', false);
  if (isBlank(layer.conclusions)) add('conclusions', false);
  return missing;
}
