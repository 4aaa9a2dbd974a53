import { excerptOfChange } from '../domain/history.ts';
import { textIn, type ReadableDb } from '../store/db.ts';

/** A changed field as people read it: names instead of ids, lists a line each, empty where there is nothing. */
export interface FieldText {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What a thing is called, by its table's row `t`; a date stays `YYYY-MM-DD`. */
const TITLES: Readonly<Record<string, { readonly table: string; readonly title: string }>> = {
  workshop: { table: 'workshop', title: 't.title' },
  trainingDay: { table: 'training_day', title: 't.date' },
  agendaItem: { table: 'agenda_item', title: 't.title' },
  attendance: {
    table: 'attendance',
    title:
      `(select p.name from participant p where p.id = t.participant_id) || ' · ' || ` +
      '(select d.date from training_day d where d.id = t.day_id)',
  },
  engagement: { table: 'engagement', title: 't.title' },
  agreement: { table: 'agreement', title: 't.agreed_on' },
  coachingSession: { table: 'coaching_session', title: 't.date' },
  coachingGoal: { table: 'coaching_goal', title: 't.title' },
  goalScore: {
    table: 'goal_score',
    title: '(select g.title from coaching_goal g where g.id = t.goal_id)',
  },
  resource: { table: 'resource', title: 't.name' },
  actionStep: { table: 'action_step', title: 't.what' },
  library: { table: 'library', title: 't.town' },
  participation: {
    table: 'participation',
    title: '(select e.name from edition e where e.id = t.edition_id)',
  },
  participant: { table: 'participant', title: 't.name' },
  teamMembership: {
    table: 'team_membership',
    title: '(select p.name from participant p where p.id = t.participant_id)',
  },
  person: { table: 'person', title: 't.name' },
  edition: { table: 'edition', title: 't.name' },
  module: { table: 'module', title: 't.name' },
};

/** Fields that hold ids, and of what. */
export const ID_FIELDS: Readonly<Record<string, string>> = {
  closedInSessionId: 'coachingSession',
  coachId: 'person',
  dayId: 'trainingDay',
  editionId: 'edition',
  engagementId: 'engagement',
  goalId: 'coachingGoal',
  goalIds: 'coachingGoal',
  leadTrainerId: 'person',
  libraryId: 'library',
  libraryIds: 'library',
  moduleId: 'module',
  ownerParticipantId: 'participant',
  participantId: 'participant',
  participantIds: 'participant',
  presentIds: 'participant',
  sessionId: 'coachingSession',
  substitutePersonId: 'participant',
  trainerIds: 'person',
  whoParticipantId: 'participant',
  workshopId: 'workshop',
};

/** What a thing is called now, deleted or not; empty where it has no name. */
export type TitleOf = (entity: string, id: string) => string;

/** Looks titles up by id, each once. */
export function titleBook(db: ReadableDb): TitleOf {
  const known = new Map<string, string>();
  return (entity, id) => {
    const key = `${entity} ${id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const source = TITLES[entity];
    const row =
      source === undefined
        ? undefined
        : db.get(
            `select coalesce(${source.title}, '') as title from ${source.table} t where t.id = ?`,
            id,
          );
    const title = row === undefined ? '' : textIn(row, 'title');
    known.set(key, title);
    return title;
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // A warning that was overridden is told by its reason.
  if (isRecord(value)) return plainText(value['reason']);
  return '';
}

function valueText(field: string, value: unknown, titleOf: TitleOf): string {
  const entity = ID_FIELDS[field];
  const one = (item: unknown) =>
    entity !== undefined && typeof item === 'string' ? titleOf(entity, item) : plainText(item);
  return Array.isArray(value) ? value.map(one).join('\n') : one(value);
}

/** A changed field as texts; of a record of fields (a venue, the GRROW prompts) only the parts that changed. */
export function fieldTexts(
  field: string,
  [before, after]: readonly [unknown, unknown],
  titleOf: TitleOf,
): FieldText[] {
  if (isRecord(before) && isRecord(after)) {
    const parts = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...parts]
      .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
      .flatMap((part) =>
        fieldTexts(part, [before[part], after[part]], titleOf).map((text) => ({
          ...text,
          field: `${field}.${text.field}`,
        })),
      );
  }
  const texts = excerptOfChange(
    valueText(field, before, titleOf),
    valueText(field, after, titleOf),
  );
  return [{ field, ...texts }];
}
