import type { ChangesWanted } from '../store/changeReads.ts';
import { textIn, type ReadableDb, type SqlValue } from '../store/db.ts';

/** Records whose history is shown and whose last changes can be taken back. */
export type RecordEntity =
  | 'workshop'
  | 'coachingSession'
  | 'engagement'
  | 'library'
  | 'participant'
  | 'person';

/** One of them. */
export interface RecordPlace {
  readonly entity: RecordEntity;
  readonly id: string;
}

type Wanted = (db: ReadableDb, id: string) => ChangesWanted[];

// In the bin or not: what was removed is history too. Private notes have no changes here.
function idsOf(db: ReadableDb, sql: string, ...values: readonly SqlValue[]): string[] {
  return db.all(sql, ...values).map((row) => textIn(row, 'id'));
}

const workshop: Wanted = (db, id) => [
  { entity: 'workshop', ids: [id] },
  {
    entity: 'trainingDay',
    ids: idsOf(db, 'select id from training_day where workshop_id = ?', id),
  },
  { entity: 'agendaItem', ids: idsOf(db, 'select id from agenda_item where workshop_id = ?', id) },
  {
    entity: 'attendance',
    ids: idsOf(
      db,
      'select a.id from attendance a join training_day d on d.id = a.day_id where d.workshop_id = ?',
      id,
    ),
  },
  { entity: 'actionStep', ids: idsOf(db, 'select id from action_step where workshop_id = ?', id) },
];

/** With what was ticked off at the session: of an earlier step only the changes that name this session. */
const coachingSession: Wanted = (db, id) => {
  const [engagementId = ''] = idsOf(
    db,
    'select engagement_id as id from coaching_session where id = ?',
    id,
  );
  const steps = 'select id from action_step where engagement_id = ?';
  return [
    { entity: 'coachingSession', ids: [id] },
    { entity: 'goalScore', ids: idsOf(db, 'select id from goal_score where session_id = ?', id) },
    {
      entity: 'resource',
      ids: idsOf(
        db,
        'select id from resource where engagement_id = ? and session_id = ?',
        engagementId,
        id,
      ),
    },
    { entity: 'actionStep', ids: idsOf(db, `${steps} and session_id = ?`, engagementId, id) },
    {
      entity: 'actionStep',
      ids: idsOf(db, `${steps} and session_id is not ?`, engagementId, id),
      mentioning: JSON.stringify(id),
    },
  ];
};

/** With what came up in the process outside of its sessions. */
const engagement: Wanted = (db, id) => [
  { entity: 'engagement', ids: [id] },
  { entity: 'agreement', ids: idsOf(db, 'select id from agreement where engagement_id = ?', id) },
  {
    entity: 'coachingGoal',
    ids: idsOf(db, 'select id from coaching_goal where engagement_id = ?', id),
  },
  {
    entity: 'resource',
    ids: idsOf(db, 'select id from resource where engagement_id = ? and session_id is null', id),
  },
  {
    entity: 'actionStep',
    ids: idsOf(
      db,
      'select id from action_step where engagement_id = ? and session_id is null and workshop_id is null',
      id,
    ),
  },
];

/** With its team and its own resources and steps; those of processes and workshops are theirs. */
const library: Wanted = (db, id) => [
  { entity: 'library', ids: [id] },
  {
    entity: 'participation',
    ids: idsOf(db, 'select id from participation where library_id = ?', id),
  },
  {
    entity: 'teamMembership',
    ids: idsOf(db, 'select id from team_membership where library_id = ?', id),
  },
  {
    entity: 'participant',
    ids: idsOf(
      db,
      'select distinct participant_id as id from team_membership where library_id = ?',
      id,
    ),
  },
  {
    entity: 'resource',
    ids: idsOf(
      db,
      'select id from resource where library_id = ? and engagement_id is null and session_id is null',
      id,
    ),
  },
  {
    entity: 'actionStep',
    ids: idsOf(
      db,
      'select id from action_step where library_id = ? and engagement_id is null ' +
        'and session_id is null and workshop_id is null',
      id,
    ),
  },
];

const participant: Wanted = (db, id) => [
  { entity: 'participant', ids: [id] },
  {
    entity: 'teamMembership',
    ids: idsOf(db, 'select id from team_membership where participant_id = ?', id),
  },
];

const SCOPES: Readonly<Record<RecordEntity, Wanted>> = {
  workshop,
  coachingSession,
  engagement,
  library,
  participant,
  person: (_db, id) => [{ entity: 'person', ids: [id] }],
};

/** The changes that make up a record's history: its own and those of what belongs to it. */
export function changesOfRecord(db: ReadableDb, place: RecordPlace): ChangesWanted[] {
  return SCOPES[place.entity](db, place.id);
}
