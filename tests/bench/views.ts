import type { Page } from '@playwright/test';
import type { Route } from '../../src-renderer/state/route.ts';
import { ui } from '../../src-renderer/i18n/pl/ui.ts';
import { today } from '../../src-renderer/ui/calendarDate.ts';
import { type Figure } from './figures.ts';
import { ask, repeated, timeCalls, withApplication, type TimedCall } from './road.ts';
import type { Surroundings } from './surroundings.ts';

const DATA_ROUNDS = 15;
const DRAWN_ROUNDS = 7;
/** "Every view answers within 100 ms." */
const TARGET_MS = 100;

/** A main view: what it asks for, and where it is. */
interface View {
  readonly title: string;
  readonly call: TimedCall;
  readonly route: Route;
}

/** First and last day of the month view of today: whole weeks. */
function monthAround(day: string): { from: string; to: string } {
  const shifted = (date: Date, days: number): string =>
    new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  return { from: shifted(first, -7), to: shifted(first, 38) };
}

/** The views, with the fullest library, the latest workshop and the longest process open. */
async function mainViews(page: Page): Promise<View[]> {
  const libraries = await ask(page, 'library.list', {});
  const library = libraries.toSorted((one, other) => other.heldSessions - one.heldSessions)[0];
  const workshop = (await ask(page, 'workshop.list', {})).find((row) => row.days > 2);
  const processes = await ask(page, 'engagement.list', {});
  const process = processes.toSorted((one, other) => other.heldSessions - one.heldSessions)[0];
  if (!library || !workshop || !process) throw new Error('The workspace is empty');
  const { sessions } = await ask(page, 'engagement.get', { id: process.id });
  const session = sessions.find((row) => row.state === 'held');
  if (!session) throw new Error('No session was held');
  return [
    {
      title: 'Dziś',
      call: { name: 'today.get', input: {} },
      route: { place: 'today' },
    },
    {
      title: 'Kalendarz, month',
      call: { name: 'calendar.events', input: monthAround(today()) },
      route: { place: 'calendar', view: 'month' },
    },
    {
      title: 'Biblioteki',
      call: { name: 'library.list', input: {} },
      route: { place: 'libraries' },
    },
    {
      title: 'Karta Strefy',
      call: { name: 'library.get', input: { id: library.id } },
      route: { place: 'libraries', libraryId: library.id },
    },
    {
      title: 'Warsztaty',
      call: { name: 'workshop.list', input: {} },
      route: { place: 'workshops' },
    },
    {
      title: 'One workshop',
      call: { name: 'workshop.get', input: { id: workshop.id } },
      route: { place: 'workshops', workshopId: workshop.id },
    },
    {
      title: 'Coaching',
      call: { name: 'engagement.list', input: {} },
      route: { place: 'coaching' },
    },
    {
      title: 'One process',
      call: { name: 'engagement.get', input: { id: process.id } },
      route: { place: 'coaching', engagementId: process.id },
    },
    {
      title: 'One session',
      call: { name: 'session.get', input: { id: session.id } },
      route: { place: 'coaching', engagementId: process.id, sessionId: session.id },
    },
    {
      title: 'Program',
      call: { name: 'program.get', input: {} },
      route: { place: 'program' },
    },
    {
      title: 'Raporty',
      call: { name: 'report.list', input: {} },
      route: { place: 'reports' },
    },
  ];
}

/**
 * Goes to a view as the window's own back and forward do, and waits until it is drawn.
 * @returns milliseconds from going to the last change of the page before it stood still
 */
async function timeDrawing(page: Page, { route, title }: View): Promise<number> {
  const words = { loading: ui.state.loading, title };
  return page.evaluate(
    async ([target, { loading, title }]) => {
      const standsStillAfter = 150;
      const givesUpAfter = 10_000;
      let last = performance.now();
      const began = last;
      const observer = new MutationObserver(() => (last = performance.now()));
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const entry = { route: target, index: 1, last: 1 };
      window.dispatchEvent(new PopStateEvent('popstate', { state: entry }));
      const isLoading = (): boolean =>
        [...document.querySelectorAll('[role="status"]')].some(
          (status) => status.textContent === loading,
        );
      while (performance.now() - last < standsStillAfter || isLoading()) {
        if (performance.now() - began > givesUpAfter) throw new Error(`${title} never stood still`);
        await new Promise((settle) => setTimeout(settle, 10));
      }
      observer.disconnect();
      return last - began;
    },
    [route, words] as const,
  );
}

async function timeRoundTrips(page: Page, views: readonly View[]): Promise<number[][]> {
  const times: number[][] = [];
  for (const { call } of views) {
    await timeCalls(page, [call]);
    times.push(await timeCalls(page, repeated(DATA_ROUNDS, [call]), 10));
  }
  return times;
}

async function timeDrawings(page: Page, views: readonly View[]): Promise<number[][]> {
  const times = views.map((): number[] => []);
  for (let round = 0; round <= DRAWN_ROUNDS; round += 1) {
    for (const [index, view] of views.entries()) {
      const drawn = await timeDrawing(page, view);
      if (round > 0) times[index]?.push(drawn); // the first time a view's code is read as well
    }
  }
  return times;
}

/** Every main view with ten years: its data over the whole road, and from going there to drawn. */
export async function measureViews(surroundings: Surroundings): Promise<Figure[]> {
  const userData = await surroundings.userData('ten years');
  return withApplication(surroundings, userData, async ({ page }) => {
    const views = await mainViews(page);
    const data = await timeRoundTrips(page, views);
    const drawn = await timeDrawings(page, views);
    return views.flatMap(({ title }, index): Figure[] => [
      {
        title: `${title}: data`,
        unit: 'ms',
        samples: data[index] ?? [],
        judged: 'median',
        target: { value: TARGET_MS },
      },
      {
        title: `${title}: from going there to drawn`,
        unit: 'ms',
        samples: drawn[index] ?? [],
        judged: 'median',
        target: { value: TARGET_MS },
      },
    ]);
  });
}
