import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackBundledChromium } from './unpackChromium.ts';

/** A Chromium that can be started. */
export interface FoundChromium {
  readonly executable: string;
  /** What it needs in its environment besides what this process has. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it came from, for people: `STANDIN_CHROMIUM`, `system` or `npm`. */
  readonly source: 'STANDIN_CHROMIUM' | 'system' | 'npm';
}

/** Faster to start, and the only one that blocks popups by itself; but it has no windows. */
const HEADLESS_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];

const WINDOW_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What to tell a person when {@link findChromium} finds nothing. */
export const NO_CHROMIUM =
  'no Chromium found; install one (apt-get install chromium-headless-shell, with windows: chromium) or name one in STANDIN_CHROMIUM';

/**
 * Looks for a Chromium: the one named in `STANDIN_CHROMIUM`, then those installed, last the headless one
 * of the npm package `@sparticuz/chromium`, which is unpacked at the first use (about 2 s).
 * A test runner may call this once before its workers start.
 * @param visible asks for one that can show a window
 * @returns undefined where there is none
 * @throws Error when `STANDIN_CHROMIUM` names something that cannot be run
 */
export async function findChromium({
  visible,
}: {
  readonly visible: boolean;
}): Promise<FoundChromium | undefined> {
  const named = process.env['STANDIN_CHROMIUM'];
  if (named !== undefined && named !== '') {
    const executable = named.includes('/') ? named : inPath(named);
    if (executable === undefined || !isExecutable(executable)) {
      throw new Error(`STANDIN_CHROMIUM names ${named}, which cannot be run`);
    }
    return { executable, env: {}, source: 'STANDIN_CHROMIUM' };
  }
  const names = visible ? WINDOW_NAMES : [...HEADLESS_NAMES, ...WINDOW_NAMES];
  for (const name of names) {
    const executable = inPath(name);
    if (executable !== undefined) return { executable, env: {}, source: 'system' };
  }
  if (visible) return undefined;
  const bundled = await unpackBundledChromium();
  return bundled && { ...bundled, source: 'npm' };
}

function inPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
