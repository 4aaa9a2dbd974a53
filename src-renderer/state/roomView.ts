import { goTo, type Route } from './route.ts';

/** The tab of a workshop's route under which its room view fills the window. */
const ROOM_TAB = 'room';

/** Does this route show a workshop's room view, without the frame around it? */
export function isRoomView(route: Route): boolean {
  return route.place === 'workshops' && route.workshopId !== undefined && route.tab === ROOM_TAB;
}

/** Opens a workshop's room view. */
export function openRoom(workshopId: string): void {
  goTo({ place: 'workshops', workshopId, tab: ROOM_TAB });
}
