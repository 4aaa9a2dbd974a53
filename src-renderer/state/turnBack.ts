import { call } from '../bridge/bridge.ts';
import { text } from '../i18n/text.ts';
import { assertNever } from '../ui/assertNever.ts';
import { today } from '../ui/calendarDate.ts';
import { flushForms } from '../ui/useAutosave.ts';
import {
  deedOf,
  sentencesOf,
  whenText,
  type HistoryStep,
  type RecordPlace,
} from './historyText.ts';
import { dismissNotice, notify, notifyWithAction, reportFailure } from './notices.ts';
import { goTo, useRouteStore, type Route } from './route.ts';

type Direction = 'undo' | 'redo';

let turning = false;
/** The last of these notices: after the next turn its button would do something else than it says. */
let lastNotice: number | null = null;

/** The view above a record's page. */
function above(route: Route): Route {
  return route.place === 'coaching' &&
    route.sessionId !== undefined &&
    route.engagementId !== undefined
    ? { place: 'coaching', engagementId: route.engagementId }
    : { place: route.place };
}

/** Has the turn put the record itself into the Kosz? */
function isGone(direction: Direction, step: HistoryStep, { entity, id }: RecordPlace): boolean {
  const adding = ['made', 'restored'];
  return step.things.some(
    (thing) =>
      thing.entity === entity &&
      thing.id === id &&
      thing.action !== 'changed' &&
      adding.includes(thing.action) === (direction === 'undo'),
  );
}

/** Leaves the page of a record that is not there any more; answers where it was, to come back. */
function leave(place: RecordPlace): Route | null {
  const { route } = useRouteStore.getState();
  if (!Object.values(route).includes(place.id)) return null;
  goTo(above(route), { replace: true });
  return route;
}

/** Says what was turned, and offers to turn it again. */
function tell(direction: Direction, step: HistoryStep, place: RecordPlace): void {
  const params = { what: deedOf(step, place), when: whenText(step.at, today()) };
  const page = isGone(direction, step, place) ? leave(place) : null;
  const again = async (next: Direction): Promise<void> => {
    const done = await turnBack(next, place);
    if (done && page !== null) goTo(page);
  };
  lastNotice =
    direction === 'undo'
      ? notifyWithAction(text('history.didUndo', params), {
          label: text('history.redoShort'),
          run: () => again('redo'),
        })
      : notifyWithAction(text('history.didRedo', params), {
          label: text('shell.notices.undo'),
          run: () => again('undo'),
        });
}

async function turn(direction: Direction, place: RecordPlace): Promise<boolean> {
  // What was just chosen is saved first, so that it is what undo takes back.
  await flushForms();
  const answer = await call(direction === 'undo' ? 'history.undo' : 'history.redo', place);
  if (lastNotice !== null) dismissNotice(lastNotice);
  switch (answer.outcome) {
    case 'nothing':
      lastNotice = notify(
        text(direction === 'undo' ? 'history.nothingToUndo' : 'history.nothingToRedo'),
        'info',
      );
      return false;
    case 'changed-since': {
      const what = sentencesOf(answer.step, place).join('; ');
      const when = whenText(answer.step.at, today());
      lastNotice = notify(text('history.changedSince', { what, when }), 'info');
      return false;
    }
    case 'done':
      tell(direction, answer.step, place);
      return true;
    default:
      return assertNever(answer);
  }
}

/** Takes the last change of a record back, or brings it again, and says which; one at a time. Was it done? */
export async function turnBack(direction: Direction, place: RecordPlace): Promise<boolean> {
  if (turning) return false;
  turning = true;
  try {
    return await turn(direction, place);
  } catch (error) {
    reportFailure(error);
    return false;
  } finally {
    turning = false;
  }
}
