import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, settle } from './hand.ts';

/** How many pictures to take. */
export type AlbumSize = 'full' | 'short';

/** Takes pictures of the window. */
export interface Album {
  /** Light and dark, at 1280 × 800; with `wide` also at 1920 × 1080. */
  picture(name: string, options?: { wide?: boolean }): Promise<void>;
}

const USUAL = { width: 1280, height: 800 };
const WIDE = { width: 1920, height: 1080 };

async function resize(app: ElectronApplication, page: Page, size: typeof USUAL): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction((width) => window.innerWidth === width, size.width);
}

/** Lets a change of colours or size be drawn to its end. */
async function comeToRest(page: Page): Promise<void> {
  await settle(page);
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  });
  await settle(page);
}

/** Takes away what the program has just said, without moving the focus: it would lie over the picture. */
async function clearNotices(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'Zamknij powiadomienie' });
  await close.evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click();
  });
  await expect(close).toHaveCount(0);
}

/**
 * Opens the album.
 * @param folder is made; pictures are numbered in the order in which they were taken
 */
export async function openAlbum(
  app: ElectronApplication,
  page: Page,
  folder: string,
  size: AlbumSize,
): Promise<Album> {
  mkdirSync(folder, { recursive: true });
  await resize(app, page, USUAL);
  let taken = 0;

  // Chromium's own picture: a fifth of the time of page.screenshot, and there are many to take.
  const chromium = await page.context().newCDPSession(page);
  const shoot = async (name: string, colours: 'light' | 'dark'): Promise<void> => {
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await comeToRest(page);
    const { data } = await chromium.send('Page.captureScreenshot', { format: 'png' });
    const file = `${name}-${colours === 'light' ? 'jasny' : 'ciemny'}.png`;
    writeFileSync(join(folder, file), Buffer.from(data, 'base64'));
  };

  const both = async (name: string): Promise<void> => {
    if (size === 'full') await shoot(name, 'dark');
    await shoot(name, 'light');
  };

  return {
    picture: async (name, { wide = false } = {}) => {
      taken += 1;
      await clearNotices(page);
      const numbered = `${String(taken).padStart(2, '0')}-${name}`;
      await both(numbered);
      if (!wide || size === 'short') return;
      await resize(app, page, WIDE);
      await both(`${numbered}-1920`);
      await resize(app, page, USUAL);
    },
  };
}
