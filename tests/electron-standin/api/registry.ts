import type { Contents } from './contents.ts';
import type { StandinBrowserWindow } from './browserWindow.ts';

/** All live contents by id, oldest first. */
export const contentsById = new Map<number, Contents>();

/** All open windows by id, oldest first. */
export const windowsById = new Map<number, StandinBrowserWindow>();
