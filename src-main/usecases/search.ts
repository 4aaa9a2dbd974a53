import { assertNever } from '../domain/assertNever.ts';
import type { EngagementId } from '../domain/engagement.ts';
import type { AgreementField } from '../domain/reportLayer.ts';
import type { SearchEntity } from '../domain/search.ts';
import { searchWords } from '../domain/text.ts';
import { LIVE_RESOURCE, LIVE_STEP } from '../store/coaching.ts';
import { textIn, textOrNullIn, type ReadableDb, type SqlRow } from '../store/db.ts';
import { findInSearch } from '../store/searchIndex.ts';
import { sharedFieldsOf } from './agreements.ts';
import type { Tools } from './tools.ts';

/** A line of the palette. */
export interface SearchLine {
  entity: SearchEntity;
  id: string;
  /** Empty when the agreement keeps the words: the interface then says only what kind of thing it is. */
  title: string;
  detail: string;
  libraryId: string | null;
  engagementId: string | null;
}

interface Source {
  readonly sql: string;
  /** The field of the agreement that lets the words be seen outside coaching. */
  readonly field: AgreementField | null;
}

const OF_PROCESS =
  'join engagement e on e.id = t.engagement_id and e.deleted_at is null join library l on l.id = e.library_id';
const PROCESS_COLUMNS = `l.town || ' · ' || e.title as detail, e.library_id, t.engagement_id`;

function sourceOf(entity: SearchEntity): Source {
  switch (entity) {
    case 'library':
      return {
        sql: 'select t.town as title, t.name as detail, t.id as library_id, null as engagement_id from library t',
        field: null,
      };
    case 'person':
      return {
        sql: `select t.name as title, t.email as detail, null as library_id, null as engagement_id from person t`,
        field: null,
      };
    case 'participant':
      return {
        sql:
          'select t.name as title, coalesce((select l.town from team_membership m join library l on l.id = m.library_id ' +
          `where m.participant_id = t.id and m.deleted_at is null order by m.created_at desc limit 1), '') as detail, ` +
          '(select m.library_id from team_membership m where m.participant_id = t.id and m.deleted_at is null ' +
          'order by m.created_at desc limit 1) as library_id, null as engagement_id from participant t',
        field: null,
      };
    case 'workshop':
      return {
        sql:
          `select t.title as title, coalesce((select min(d.date) from training_day d where d.workshop_id = t.id and d.deleted_at is null), '') as detail, ` +
          'null as library_id, null as engagement_id from workshop t',
        field: null,
      };
    case 'coachingSession':
      return {
        sql: `select t.date || case when t.topic = '' then '' else ' · ' || t.topic end as title, ${PROCESS_COLUMNS} from coaching_session t ${OF_PROCESS}`,
        field: 'topic',
      };
    case 'coachingGoal':
      return {
        sql: `select t.title as title, ${PROCESS_COLUMNS} from coaching_goal t ${OF_PROCESS}`,
        field: 'goals',
      };
    case 'resource':
      return {
        sql: `select t.name as title, l.town as detail, t.library_id, t.engagement_id from resource t join library l on l.id = t.library_id and ${LIVE_RESOURCE}`,
        field: 'resources',
      };
    case 'actionStep':
      return {
        sql: `select t.what as title, l.town as detail, t.library_id, t.engagement_id from action_step t join library l on l.id = t.library_id and ${LIVE_STEP}`,
        field: 'steps',
      };
    case 'report':
      return {
        sql: `select t.number || ' · ' || t.title as title, t.kind as detail, null as library_id, null as engagement_id from report t`,
        field: null,
      };
    default:
      return assertNever(entity);
  }
}

function line(
  entity: SearchEntity,
  id: string,
  row: SqlRow,
  mayShow: (engagementId: string | null) => boolean,
): SearchLine {
  const engagementId = textOrNullIn(row, 'engagement_id');
  return {
    entity,
    id,
    title: mayShow(engagementId) ? textIn(row, 'title') : '',
    detail: textIn(row, 'detail'),
    libraryId: textOrNullIn(row, 'library_id'),
    engagementId,
  };
}

/**
 * Things whose words begin with what was typed, newest first, 20 at most; nothing below two letters.
 * Words of a coaching process are found, and shown only where its agreement shares them: the palette opens
 * in front of a projector too. Private notes are not in shared search at all.
 */
export function search(tools: Tools, text: string): SearchLine[] {
  const db: ReadableDb = tools.store;
  const shared = new Map<string, ReadonlySet<AgreementField>>();
  const sharedBy = (engagementId: string) => {
    let fields = shared.get(engagementId);
    if (fields === undefined) {
      fields = sharedFieldsOf(db, engagementId as EngagementId); // read from an engagement_id column
      shared.set(engagementId, fields);
    }
    return fields;
  };
  return findInSearch(db, searchWords(text)).flatMap(({ entity, id }) => {
    const { sql, field } = sourceOf(entity);
    const row = db.get(`${sql} where t.id = ? and t.deleted_at is null`, id);
    if (row === undefined) return [];
    return [
      line(entity, id, row, (engagementId) =>
        field === null || engagementId === null ? true : sharedBy(engagementId).has(field),
      ),
    ];
  });
}
