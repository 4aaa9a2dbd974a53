import { z } from 'zod';
import { PlainDate, PlainTime } from './calendar.ts';
import {
  isBlank,
  layerBaseShape,
  LayerId,
  LayerLibrary,
  LayerLine,
  LayerOptionalLine,
  LayerPerson,
  LayerText,
  LayerWorker,
  type MissingField,
} from './reportLayerBase.ts';

/**
 * What an agreement can let FRSI see of a coaching session, field by field: the one list.
 * That the session took place (library, coach, form, date and hour, length, place, number) is not among them.
 */
export const AgreementField = z.enum([
  'parties',
  'attendance',
  'topic',
  'goals',
  'goalScores',
  'resources',
  'steps',
  'reportNotes',
  'grrow',
  'nextSession',
]);
export type AgreementField = z.infer<typeof AgreementField>;

/** A goal's score at this session and at the one before. */
export const LayerScore = z.discriminatedUnion('scale', [
  z.strictObject({
    scale: z.literal('0-10'),
    value: z.int().min(0).max(10),
    previous: z.int().min(0).max(10).nullable(),
    note: LayerOptionalLine,
  }),
  z.strictObject({
    scale: z.literal('gas'),
    value: z.int().min(-2).max(2),
    previous: z.int().min(-2).max(2).nullable(),
    note: LayerOptionalLine,
    /** The sentences written before work started, from -2 to +2. */
    levels: z.array(LayerLine).length(5).nullable(),
  }),
]);
export type LayerScore = z.infer<typeof LayerScore>;

/** A coaching goal; its score is absent where the agreement keeps scores between coach and team. */
export const LayerGoal = z.strictObject({
  id: LayerId,
  title: LayerLine,
  /** Null: the team's. */
  owner: LayerPerson.nullable(),
  measure: LayerOptionalLine,
  sense: LayerText,
  dueOn: PlainDate.nullable(),
  score: LayerScore.nullable().exactOptional(),
});
export type LayerGoal = z.infer<typeof LayerGoal>;

/** A resource that the team or a person has or seeks. */
export const LayerResource = z.strictObject({
  id: LayerId,
  kind: z.enum([
    'strengths',
    'people',
    'knowledge',
    'relations',
    'place',
    'equipment',
    'money',
    'time',
    'other',
  ]),
  direction: z.enum(['have', 'seek']),
  name: LayerLine,
  note: LayerOptionalLine,
});
export type LayerResource = z.infer<typeof LayerResource>;

/** A step agreed at this session, or an earlier one whose state was looked at here. */
export const LayerStep = z.strictObject({
  id: LayerId,
  what: LayerLine,
  /** Empty: the whole team. */
  who: LayerOptionalLine,
  dueOn: PlainDate.nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  agreed: z.enum(['now', 'earlier']),
});
export type LayerStep = z.infer<typeof LayerStep>;

/** Everything a session has that an agreement may or may not share. */
export const CoachingContent = z.strictObject({
  /** Who agreed, one party an entry. */
  parties: z.array(LayerLine),
  attendance: z.array(LayerPerson),
  topic: LayerOptionalLine,
  goals: z.array(LayerGoal),
  resources: z.array(LayerResource),
  steps: z.array(LayerStep),
  reportNotes: LayerText,
  grrow: z.strictObject({
    goal: LayerText,
    reality: LayerText,
    resources: LayerText,
    options: LayerText,
    will: LayerText,
  }),
  nextSession: z.strictObject({ date: PlainDate.nullable() }),
});
export type CoachingContent = z.infer<typeof CoachingContent>;

const { shape } = CoachingContent;

/** What is left of the content once the agreement has been applied; what is not shared is absent. */
export const SharedContent = z.strictObject({
  parties: shape.parties.exactOptional(),
  attendance: shape.attendance.exactOptional(),
  topic: shape.topic.exactOptional(),
  goals: shape.goals.exactOptional(),
  resources: shape.resources.exactOptional(),
  steps: shape.steps.exactOptional(),
  reportNotes: shape.reportNotes.exactOptional(),
  grrow: shape.grrow.exactOptional(),
  nextSession: shape.nextSession.exactOptional(),
});
export type SharedContent = z.infer<typeof SharedContent>;

/** The layer of a coaching session's report. */
export const CoachingLayer = z
  .strictObject({
    kind: z.literal('coaching-session'),
    ...layerBaseShape,
    libraries: z.array(LayerLibrary).min(1),
    coach: LayerWorker,
    engagement: z.strictObject({
      id: LayerId,
      form: z.enum(['individual', 'group']),
      /** Null only in a draft: without an agreement nothing is shared and nothing can be closed. */
      agreedOn: PlainDate.nullable(),
    }),
    session: z.strictObject({
      id: LayerId,
      date: PlainDate,
      start: PlainTime.nullable(),
      minutes: z.int().positive(),
      mode: z.enum(['in-person', 'remote']),
      place: LayerOptionalLine,
      /** Held sessions of the process up to this one; null while it is not held. */
      numberInProcess: z.int().min(1).nullable(),
    }),
    shared: z.array(AgreementField),
    content: SharedContent,
  })
  .check((context) => {
    for (const field of leakedFields(context.value)) {
      context.issues.push({
        code: 'custom',
        message: 'not-shared-by-agreement',
        input: context.value,
        path: ['content', field],
      });
    }
  });
export type CoachingLayer = z.infer<typeof CoachingLayer>;

type ContentAndAgreement = {
  readonly engagement: { readonly agreedOn: string | null };
  readonly shared: readonly AgreementField[];
  readonly content: SharedContent;
};

/** Fields that the content carries although the agreement (or the lack of one) does not share them. */
function leakedFields({ engagement, shared, content }: ContentAndAgreement): AgreementField[] {
  const carries = (field: AgreementField): boolean =>
    field === 'goalScores'
      ? (content.goals ?? []).some((goal) => goal.score !== undefined)
      : content[field] !== undefined;
  return AgreementField.options.filter(
    (field) => carries(field) && (engagement.agreedOn === null || !shared.includes(field)),
  );
}

/** The agreement's gate: the content with everything removed that it does not share. */
export function keepShared(
  content: CoachingContent,
  shared: readonly AgreementField[],
): SharedContent {
  const kept: Partial<Record<keyof CoachingContent, unknown>> = {};
  for (const field of AgreementField.options) {
    if (field !== 'goalScores' && shared.includes(field)) kept[field] = content[field];
  }
  if (shared.includes('goals') && !shared.includes('goalScores')) {
    kept.goals = content.goals.map(({ score: _withheld, ...goal }) => goal);
  }
  return SharedContent.parse(kept);
}

/** Fields that the agreement keeps between coach and team, in the order of the list. */
export function fieldsWithheld(layer: Pick<CoachingLayer, 'shared'>): AgreementField[] {
  return AgreementField.options.filter((field) => !layer.shared.includes(field));
}

/** Names of what a coaching report may lack. */
export type CoachingMissing = MissingField<'agreement' | 'notHeld' | AgreementField>;

/** What is missing in a coaching report; only shared fields can be missing. */
export function coachingFieldsMissing(layer: CoachingLayer): CoachingMissing[] {
  const { content } = layer;
  const missing: CoachingMissing[] = [];
  const add = (field: CoachingMissing['field'], blocking = false, about: string | null = null) =>
    missing.push({ field, about, blocking });
  if (layer.engagement.agreedOn === null) add('agreement', true);
  if (layer.session.numberInProcess === null) add('notHeld', true);
  if (content.attendance?.length === 0) add('attendance', true);
  if (content.topic !== undefined && isBlank(content.topic)) add('topic');
  if (content.goals?.length === 0) add('goals');
  for (const goal of content.goals ?? []) {
    if (goal.score === null) add('goalScores', false, goal.title);
  }
  if (content.steps?.length === 0) add('steps');
  if (content.reportNotes !== undefined && isBlank(content.reportNotes)) add('reportNotes');
  if (content.nextSession?.date === null) add('nextSession');
  return missing;
}
