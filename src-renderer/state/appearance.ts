import { create } from 'zustand';

/** How the window looks: as the system says, or fixed. */
export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

interface AppearanceStore {
  readonly appearance: Appearance;
  readonly sidebar: 'wide' | 'narrow';
}

const KEY = 'strefownik.appearance';

function isAppearance(value: unknown): value is Appearance {
  return APPEARANCES.some((one) => one === value);
}

function kept(): AppearanceStore {
  const fallback: AppearanceStore = { appearance: 'system', sidebar: 'wide' };
  if (typeof localStorage === 'undefined') return fallback;
  const [appearance, sidebar] = (localStorage.getItem(KEY) ?? '').split(' ');
  return {
    appearance: isAppearance(appearance) ? appearance : 'system',
    sidebar: sidebar === 'narrow' ? 'narrow' : 'wide',
  };
}

/** Appearance belongs to this window on this machine, so it lives beside it and not in the workspace. */
export const useAppearanceStore = create<AppearanceStore>()(kept);

useAppearanceStore.subscribe(({ appearance, sidebar }) => {
  localStorage.setItem(KEY, `${appearance} ${sidebar}`);
});

/** Chooses the appearance and remembers it for the next start. */
export function setAppearance(appearance: Appearance): void {
  useAppearanceStore.setState({ appearance });
}

/** Widens or narrows the sidebar and remembers it. */
export function toggleSidebar(): void {
  useAppearanceStore.setState(({ sidebar }) => ({
    sidebar: sidebar === 'wide' ? 'narrow' : 'wide',
  }));
}
