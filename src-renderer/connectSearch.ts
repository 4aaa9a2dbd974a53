import { call } from './bridge/bridge.ts';
import { text } from './i18n/text.ts';
import { registerPaletteSource, type PaletteHit } from './state/palette.ts';
import { goTo, type Route } from './state/route.ts';
import { formatDate } from './ui/format.ts';
import { assertNever } from './ui/assertNever.ts';

type SearchHit = Awaited<ReturnType<typeof call<'search.query'>>>[number];

/** A part of a route that is left out when it is not known. */
function part<Name extends string>(
  name: Name,
  value: string | null,
): Partial<Record<Name, string>> {
  const made: Partial<Record<Name, string>> = {};
  if (value !== null) made[name] = value;
  return made;
}

/** Where a found thing is shown. */
function routeOf({ entity, id, libraryId, engagementId }: SearchHit): Route {
  switch (entity) {
    case 'library':
      return { place: 'libraries', libraryId: id };
    case 'participant':
    case 'resource':
      return { place: 'libraries', ...part('libraryId', libraryId) };
    case 'person':
      return { place: 'settings', section: 'people' };
    case 'workshop':
      return { place: 'workshops', workshopId: id };
    case 'coachingSession':
      return { place: 'coaching', ...part('engagementId', engagementId), sessionId: id };
    case 'coachingGoal':
      return { place: 'coaching', ...part('engagementId', engagementId) };
    case 'actionStep':
      return engagementId === null
        ? { place: 'libraries', ...part('libraryId', libraryId) }
        : { place: 'coaching', engagementId };
    case 'report':
      return { place: 'reports', reportId: id };
    default:
      return assertNever(entity);
  }
}

/** What is said beside a hit: the store gives plain values, the words are made here. */
function detailOf({ entity, detail }: SearchHit): string {
  switch (entity) {
    case 'workshop':
      return detail === '' ? '' : formatDate(detail);
    case 'report':
      return '';
    default:
      return detail;
  }
}

/** A session's title begins with its day. */
function labelOf({ entity, title }: SearchHit): string {
  return entity === 'coachingSession'
    ? title.replace(/^\d{4}-\d{2}-\d{2}/, (day) => formatDate(day))
    : title;
}

function hitOf(hit: SearchHit): PaletteHit {
  const kind = text(`shell.found.${hit.entity}`);
  const detail = detailOf(hit);
  const route = routeOf(hit);
  return {
    id: `${hit.entity}-${hit.id}`,
    label: hit.title === '' ? kind : labelOf(hit),
    detail: detail === '' ? kind : `${kind}, ${detail}`,
    place: route.place,
    run: () => goTo(route),
  };
}

/** Lets the palette search the workspace. */
export function connectSearch(): void {
  registerPaletteSource({
    id: 'workspace',
    label: text('shell.palette.data'),
    search: async (query) => (await call('search.query', { text: query })).map(hitOf),
  });
}
