import { create } from 'zustand';

/** The roles a person may have; one person may have several. */
export type Role = 'trainer' | 'coach' | 'advisor' | 'coordinator';

/** The person whose workspace this is. */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface WhoStore {
  readonly me: Me | null;
}

export const useWhoStore = create<WhoStore>()(() => ({ me: null }));

/** Says whose workspace is open; `null` when none is. */
export function setMe(me: Me | null): void {
  useWhoStore.setState({ me });
}

/** The person at the keyboard, once a workspace is open. */
export function useMe(): Me | null {
  return useWhoStore((state) => state.me);
}
