import { create } from 'zustand';
import { goTo } from './route.ts';

/** What is already known about a coaching process that is about to be opened. */
export interface EngagementStart {
  readonly libraryId?: string | undefined;
}

/** In the route `{ place: 'coaching', engagementId: NEW_ENGAGEMENT }` the form of a new process is open. */
export const NEW_ENGAGEMENT = 'new';

interface StartStore {
  readonly start: EngagementStart;
}

const useStartStore = create<StartStore>()(() => ({ start: {} }));

/** Opens the form of a new coaching process, from any place, with what is already known. */
export function openNewEngagement(start: EngagementStart = {}): void {
  useStartStore.setState({ start });
  goTo({ place: 'coaching', engagementId: NEW_ENGAGEMENT });
}

/** What the new process starts with; asked once, so that the next one starts empty. */
export function takeEngagementStart(): EngagementStart {
  const { start } = useStartStore.getState();
  useStartStore.setState({ start: {} });
  return start;
}
