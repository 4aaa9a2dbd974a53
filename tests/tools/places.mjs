import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the tools remember things between runs; removed by `npm ci`, never shipped. */
export const cacheDirectory = join(repository, 'node_modules', '.cache', 'strefownik');

/** The folder that `ELECTRON_OVERRIDE_DIST_PATH` names to run on the stand-in. */
export const standinDirectory = join(repository, 'tests', 'electron-standin');
