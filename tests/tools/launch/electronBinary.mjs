import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../places.mjs';

const packageDirectory = join(repository, 'node_modules', 'electron');

/**
 * The version of Electron this repository is written for.
 * @returns {string} for example `45.4.1`
 */
export function electronVersion() {
  return JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')).version;
}

/**
 * Electron's executable where it has been fetched, without fetching it (which requiring the
 * package would do).
 * @returns {string | undefined} absolute path
 */
export function findElectron() {
  const pathFile = join(packageDirectory, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(packageDirectory, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

/**
 * Whether a window could be seen: only Linux can lack a display.
 * @returns {boolean}
 */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
