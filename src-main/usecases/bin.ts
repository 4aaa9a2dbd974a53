import { expiresOn, hasWaited } from '../domain/bin.ts';
import { Instant, type PlainDate } from '../domain/calendar.ts';
import { EngagementId } from '../domain/engagement.ts';
import { byText } from '../domain/order.ts';
import type { AgreementField } from '../domain/reportLayer.ts';
import { textIn, textOrNullIn, type ReadableDb, type WritableDb } from '../store/db.ts';
import type { NounTable } from '../store/nounTable.ts';
import {
  actionSteps,
  coachingGoals,
  coachingSessions,
  engagements,
  resources,
} from '../store/coaching.ts';
import { participants, persons, teamMemberships } from '../store/people.ts';
import { agendaItems, workshops } from '../store/workshops.ts';
import { StoreFailure } from '../store/failures.ts';
import { entityOf, ownersInBin, waitsSince } from '../store/purge.ts';
import { readReferences } from '../store/references.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import { sharedFieldsOf } from './agreements.ts';
import { stampOf, type Tools } from './tools.ts';

type Binnable = Pick<NounTable<{ id: string }>, 'remove' | 'restore' | 'table'>;

/** Things that wait in the bin for 30 days before they are gone. */
const BINNABLE = {
  workshop: workshops,
  agendaItem: agendaItems,
  engagement: engagements,
  coachingSession: coachingSessions,
  coachingGoal: coachingGoals,
  resource: resources,
  actionStep: actionSteps,
  participant: participants,
  teamMembership: teamMemberships,
  person: persons,
} as const;
/** Names of things that can be put into the bin. */
export type BinnableEntity = keyof typeof BINNABLE;

function tableOf(entity: BinnableEntity): Binnable {
  return BINNABLE[entity]; // ids differ only in their brands
}

/** What the bin calls a thing, and whose agreement decides whether its words may be shown. */
interface BinSource {
  readonly title: string;
  readonly engagement: string;
  readonly field: AgreementField | null;
}

const OWN = (title: string): BinSource => ({ title, engagement: 'null', field: null });
const OF_PROCESS = (title: string, field: AgreementField): BinSource => ({
  title,
  engagement: 't.engagement_id',
  field,
});

const SOURCES: Readonly<Record<BinnableEntity, BinSource>> = {
  workshop: OWN('t.title'),
  agendaItem: OWN('t.title'),
  engagement: OWN('t.title'),
  coachingSession: OF_PROCESS(
    `t.date || case when t.topic = '' then '' else ' · ' || t.topic end`,
    'topic',
  ),
  coachingGoal: OF_PROCESS('t.title', 'goals'),
  resource: OF_PROCESS('t.name', 'resources'),
  actionStep: OF_PROCESS('t.what', 'steps'),
  participant: OWN('t.name'),
  teamMembership: OWN('(select p.name from participant p where p.id = t.participant_id)'),
  person: OWN('t.name'),
};

/** Something in the bin. */
export interface BinLine {
  readonly entity: BinnableEntity;
  readonly id: string;
  /** Empty where an agreement keeps the words between coach and team. */
  readonly title: string;
  readonly removedAt: Instant;
  /** The day on which it goes for good. */
  readonly expiresOn: PlainDate;
}

/** Tables of the things that the bin shows. */
export const BIN_TABLES: readonly string[] = Object.values(BINNABLE).map(({ table }) => table);

const EMPTIED_KEY = 'binEmptiedAt';

/** When the bin was last emptied to its end; what had waited then and is still there, something needs. */
export function emptiedAt(db: ReadableDb): number | null {
  const at = Instant.safeParse(readSetting(db, EMPTIED_KEY));
  return at.success ? Date.parse(at.data) : null;
}

/** Notes that the bin was emptied to its end. */
export function saveEmptied(db: WritableDb, at: Instant): void {
  saveSetting(db, EMPTIED_KEY, at);
  db.touched('bin');
}

/** Everything in the bin, the last removed first; not what is past its day and stays because something needs it. */
export function listBin(tools: Tools): BinLine[] {
  const db = tools.store;
  const emptied = emptiedAt(db);
  const entities = Object.keys(BINNABLE) as BinnableEntity[]; // keys of the table just above
  return entities
    .flatMap((entity) => {
      const { title, engagement, field } = SOURCES[entity];
      return db
        .all(
          `select t.id, ${title} as title, ${engagement} as engagement_id, t.deleted_at, ` +
            `${waitsSince(entity)} as since from ${BINNABLE[entity].table} t where t.deleted_at is not null`,
        )
        .flatMap((row): BinLine[] => {
          const since = Instant.parse(row['since']);
          if (emptied !== null && hasWaited(since, emptied)) return [];
          const process = textOrNullIn(row, 'engagement_id');
          const kept =
            field !== null &&
            process !== null &&
            !sharedFieldsOf(db, EngagementId.parse(process)).has(field);
          return [
            {
              entity,
              id: textIn(row, 'id'),
              title: kept ? '' : textIn(row, 'title'),
              removedAt: Instant.parse(row['deleted_at']),
              expiresOn: expiresOn(since),
            },
          ];
        });
    })
    .sort((a, b) => byText(b.removedAt, a.removedAt));
}

/** Puts a thing into the bin. Throws not-found. */
export function removeThing(tools: Tools, entity: BinnableEntity, id: string): { done: true } {
  tools.store.inTransaction((db) => tableOf(entity).remove(db, stampOf(tools), id));
  return { done: true };
}

/**
 * Takes a thing back out of the bin, with the process or workshop that it is a part of: without it, it would be
 * shown nowhere and go for good all the same. Throws not-found, for a block too whose day is no more in the plan.
 */
export function restoreThing(tools: Tools, entity: BinnableEntity, id: string): { done: true } {
  tools.store.inTransaction((db) => {
    const { table } = tableOf(entity);
    for (const owner of ownersInBin(db, readReferences(db), { table, id })) {
      const noun = Object.values(BINNABLE).find((one) => one.table === owner.table);
      if (noun === undefined)
        throw new StoreFailure('not-found', { entity: entityOf(owner.table) });
      (noun as Binnable).restore(db, stampOf(tools), owner.id); // ids differ only in their brands
    }
    tableOf(entity).restore(db, stampOf(tools), id);
  });
  return { done: true };
}
