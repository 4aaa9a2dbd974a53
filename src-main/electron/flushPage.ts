import type { BrowserWindow } from 'electron/main';
import type { Door } from './door.ts';
import { within } from '../within.ts';

/** Time for the page to begin its last saves, and for them to be answered. Milliseconds. */
const GOODBYE_MS = 500;
const LAST_SAVES_MS = 1_500;

/**
 * Lets forms save what was typed in the last second: they listen to `pagehide`, which Electron does not wait for.
 * @param own how many calls of the page are still open because they wait for this
 * @returns whether everything was answered in time
 */
export async function flushPage(
  window: BrowserWindow | undefined,
  door: Pick<Door, 'quiet'>,
  own: number,
): Promise<boolean> {
  if (!window || window.isDestroyed()) return true;
  const goodbye = window.webContents.executeJavaScript(
    "window.dispatchEvent(new Event('pagehide')); undefined",
  );
  return (await within(GOODBYE_MS, goodbye)) && (await within(LAST_SAVES_MS, door.quiet(own)));
}
