import type { WantedNavigation } from '../engine/network.ts';
import type { Page } from '../engine/page.ts';
import { contentsById } from './registry.ts';

/** Asks the application whether a page may navigate; pages of nobody may not. */
export function mayNavigate(page: Page, navigation: WantedNavigation): boolean {
  const contents = [...contentsById.values()].find((candidate) => candidate.page === page);
  return contents?.mayNavigate(navigation) ?? false;
}
