import type { Protocol } from '../chromium/protocol.ts';
import type { Page } from '../engine/page.ts';
import { schemes } from '../engine/schemes.ts';
import { whisper } from '../say.ts';
import { Guarded, type PartOf } from './guard.ts';

/** Key of what only `webContents` does to the history. */
export const refresh = Symbol('refresh');

/** The fake `navigationHistory`: what Chromium said after the last navigation, since calls are synchronous. */
export class StandinNavigationHistory
  extends Guarded
  implements PartOf<Electron.NavigationHistory>
{
  private readonly page: Page;
  private entries: readonly Protocol.Page.NavigationEntry[] = [];
  private active = 0;

  constructor(page: Page) {
    super('navigationHistory');
    this.page = page;
  }

  length(): number {
    return this.entries.length;
  }

  getActiveIndex(): number {
    return this.active;
  }

  getAllEntries(): Electron.NavigationEntry[] {
    return this.entries.map(({ title, url }) => ({ title, url: schemes.toApp(url) }));
  }

  canGoBack(): boolean {
    return this.canGoToOffset(-1);
  }

  canGoForward(): boolean {
    return this.canGoToOffset(1);
  }

  canGoToOffset(offset: number): boolean {
    return this.entries[this.active + offset] !== undefined;
  }

  goBack(): void {
    this.goToOffset(-1);
  }

  goForward(): void {
    this.goToOffset(1);
  }

  goToOffset(offset: number): void {
    const entry = this.entries[this.active + offset];
    if (entry) this.page.goTo(entry);
  }

  clear(): void {
    this.page.tell('Page.resetNavigationHistory', {});
    this.entries = this.entries.slice(this.active, this.active + 1);
    this.active = 0;
  }

  /** For the `webContents` whose page has just navigated. */
  [refresh](): void {
    this.page.send('Page.getNavigationHistory', {}).then(
      ({ entries, currentIndex }) => {
        // The empty page every window begins with is none of the application's.
        const first = entries.findIndex((entry) => entry.url !== 'about:blank');
        this.entries = first < 0 ? [] : entries.slice(first);
        this.active = Math.max(0, currentIndex - Math.max(0, first));
      },
      (error: unknown) => whisper(error),
    );
  }
}
