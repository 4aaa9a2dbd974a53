import { create } from 'zustand';
import type { SidebarPlace } from './route.ts';

interface BadgeStore {
  readonly badges: Readonly<Partial<Record<SidebarPlace, number>>>;
}

export const useBadgeStore = create<BadgeStore>()(() => ({ badges: {} }));

/** How many things wait for the person in a place; 0 takes the badge away. */
export function setBadge(place: SidebarPlace, count: number): void {
  useBadgeStore.setState(({ badges }) => ({ badges: { ...badges, [place]: count } }));
}
