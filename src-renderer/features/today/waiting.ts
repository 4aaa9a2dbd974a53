import type { CallOutput } from '../../../src-main/contract/contract.ts';
import type { DraftEntity } from '../../../src-main/domain/draft.ts';
import type { Route } from '../../state/route.ts';
import { assertNever } from '../../ui/assertNever.ts';

export type Today = CallOutput<'today.get'>;
export type NextThing = Today['next'][number];
export type UnfinishedThing = Today['unfinished'][number];
export type UnfinishedKind = UnfinishedThing['kind'];

/** The names of drafts in {@link today.draft}; a draft says its entity in its title. */
export function isDraftEntity(
  title: string,
  known: Readonly<Record<DraftEntity, string>>,
): title is DraftEntity {
  return Object.hasOwn(known, title);
}

/** The id of an existing thing, or `null` in the key of a draft of a new one (`new`, `new:<parent>`). */
function savedId(entityId: string): string | null {
  return entityId === 'new' || entityId.startsWith('new:') ? null : entityId;
}

/** The parent in the key of a draft of a new thing: a step's session, a member's library. */
function parentId(entityId: string): string | null {
  return entityId.startsWith('new:') ? entityId.slice('new:'.length) : null;
}

function librariesRoute(libraryId: string | null): Route {
  return libraryId === null ? { place: 'libraries' } : { place: 'libraries', libraryId };
}

function draftRoute(entity: string, entityId: string): Route {
  switch (entity) {
    case 'workshop':
      return { place: 'workshops', workshopId: savedId(entityId) ?? 'new' };
    case 'trainingDay':
    case 'agendaItem':
      return { place: 'workshops' };
    case 'library':
      return librariesRoute(savedId(entityId));
    case 'participant':
      return librariesRoute(parentId(entityId));
    case 'person':
      return { place: 'settings', section: 'people' };
    case 'reportMail':
      return { place: 'reports', ...(savedId(entityId) !== null && { reportId: entityId }) };
    case 'coachingSession':
    case 'privateNote': {
      const sessionId = savedId(entityId);
      return sessionId === null ? { place: 'coaching' } : { place: 'coaching', sessionId };
    }
    default:
      return { place: 'coaching' };
  }
}

/** Where an unfinished thing is finished. */
export function routeOfUnfinished({ kind, openId, title }: UnfinishedThing): Route {
  switch (kind) {
    case 'session-without-note':
    case 'session-to-hold':
      return { place: 'coaching', sessionId: openId };
    case 'attendance-to-confirm':
      return { place: 'workshops', workshopId: openId, tab: 'attendance' };
    case 'report-to-close':
    case 'report-to-send':
      return { place: 'reports', reportId: openId };
    case 'draft':
      return draftRoute(title, openId);
    default:
      return assertNever(kind);
  }
}

/** Where a planned meeting is looked at. */
export function routeOfNext({ kind, openId }: NextThing): Route {
  switch (kind) {
    case 'workshop':
      return { place: 'workshops', workshopId: openId };
    case 'session':
      return { place: 'coaching', sessionId: openId };
    default:
      return assertNever(kind);
  }
}
