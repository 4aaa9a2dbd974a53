import { create } from 'zustand';

/** The places of the sidebar, in the order of the work; their order here is the order there. */
export const SIDEBAR_PLACES = [
  'today',
  'calendar',
  'libraries',
  'workshops',
  'coaching',
  'program',
  'reports',
  'settings',
] as const;

export type SidebarPlace = (typeof SIDEBAR_PLACES)[number];

/** Every place with a page of its own; the gallery is reached through the palette only. */
export const PLACES = [...SIDEBAR_PLACES, 'gallery'] as const;

export type Place = (typeof PLACES)[number];

/** Where the person is: the place and what is open in it. Ids are those of the store. */
export type Route =
  | { readonly place: 'today' }
  | {
      readonly place: 'calendar';
      readonly view?: 'month' | 'week' | 'agenda';
      /** `YYYY-MM-DD` */
      readonly date?: string;
    }
  | { readonly place: 'libraries'; readonly libraryId?: string; readonly tab?: string }
  | { readonly place: 'workshops'; readonly workshopId?: string; readonly tab?: string }
  | {
      readonly place: 'coaching';
      readonly engagementId?: string;
      readonly sessionId?: string;
    }
  | { readonly place: 'program'; readonly tab?: string }
  | { readonly place: 'reports'; readonly reportId?: string }
  | { readonly place: 'settings'; readonly section?: string }
  | { readonly place: 'gallery' };

/** The part of {@link Route} that belongs to one place. */
export type RouteOf<P extends Place> = Extract<Route, { place: P }>;

interface RouteStore {
  readonly route: Route;
  /** How many views back and forward the window can go. */
  readonly behind: number;
  readonly ahead: number;
}

interface HistoryEntry {
  readonly route: Route;
  readonly index: number;
  /** The highest index made so far, so that "forward" knows whether there is anywhere to go. */
  readonly last: number;
}

const START: Route = { place: 'today' };

function isPlace(value: unknown): value is Place {
  return PLACES.some((place) => place === value);
}

/** Whether a value kept in the browser's history is a route of this version of the program. */
export function isRoute(value: unknown): value is Route {
  if (typeof value !== 'object' || value === null || !('place' in value)) return false;
  const { place, ...rest } = value;
  return isPlace(place) && Object.values(rest).every((part) => typeof part === 'string');
}

function readEntry(value: unknown): HistoryEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('route' in value) || !('index' in value) || !('last' in value)) return null;
  const { route, index, last } = value;
  if (!isRoute(route) || typeof index !== 'number' || typeof last !== 'number') return null;
  return { route, index, last };
}

/** Whether two routes show the same thing. */
export function sameRoute(one: Route, other: Route): boolean {
  const sorted = (route: Route): string =>
    JSON.stringify(Object.entries(route).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

export const useRouteStore = create<RouteStore>()(() => ({ route: START, behind: 0, ahead: 0 }));

let current: HistoryEntry = { route: START, index: 0, last: 0 };

function show(entry: HistoryEntry): void {
  current = entry;
  useRouteStore.setState({
    route: entry.route,
    behind: entry.index,
    ahead: entry.last - entry.index,
  });
}

/**
 * Goes to a route as a new step in the window's history; going where one already is does nothing.
 * With `replace` the present step is rewritten (changing a tab or a view is no step).
 */
export function goTo(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (sameRoute(route, current.route)) return;
  const index = replace ? current.index : current.index + 1;
  const entry: HistoryEntry = { route, index, last: replace ? current.last : index };
  if (replace) window.history.replaceState(entry, '');
  else window.history.pushState(entry, '');
  show(entry);
}

/** One view back, when there is one. */
export function goBack(): void {
  if (current.index > 0) window.history.back();
}

/** One view forward, when there is one. */
export function goForward(): void {
  if (current.index < current.last) window.history.forward();
}

/** Connects the router to the window's history (once, at start); survives a reload of the window. */
export function startRouter(): void {
  const kept = readEntry(window.history.state);
  if (kept === null) window.history.replaceState(current, '');
  else show(kept);
  window.addEventListener('popstate', (event) => {
    const entry = readEntry(event.state);
    if (entry !== null) show({ ...entry, last: Math.max(entry.last, current.last) });
  });
}

/** The present route; inside a place use {@link useRouteOf}. */
export function useRoute(): Route {
  return useRouteStore((state) => state.route);
}

function isRouteOf<P extends Place>(route: Route, place: P): route is RouteOf<P> {
  return route.place === place;
}

/** The present route of one place, or `null` while another place is shown. */
export function useRouteOf<P extends Place>(place: P): RouteOf<P> | null {
  const route = useRoute();
  return isRouteOf(route, place) ? route : null;
}
