import { create } from 'zustand';
import { goTo } from './route.ts';

/** What is already known about a workshop that is about to be planned. */
export interface WorkshopStart {
  /** The first day, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  readonly libraryIds?: readonly string[] | undefined;
}

/** In the route `{ place: 'workshops', workshopId: NEW_WORKSHOP }` the planning form is open. */
export const NEW_WORKSHOP = 'new';

interface StartStore {
  readonly start: WorkshopStart;
}

const useStartStore = create<StartStore>()(() => ({ start: {} }));

/** Opens the form of a new workshop, from any place, with what is already known. */
export function planNewWorkshop(start: WorkshopStart = {}): void {
  useStartStore.setState({ start });
  goTo({ place: 'workshops', workshopId: NEW_WORKSHOP });
}

/** What the new workshop starts with; asked once, so that the next one starts empty. */
export function takeWorkshopStart(): WorkshopStart {
  const { start } = useStartStore.getState();
  useStartStore.setState({ start: {} });
  return start;
}
