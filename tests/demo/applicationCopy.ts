import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../tools/places.mjs';

/**
 * Puts the built application into an empty folder, so that a build in the repository cannot change
 * it under the feet of a long run. What no build touches is linked.
 * @returns the folder, to be launched
 */
export function copyApplication(to: string): string {
  for (const copied of ['package.json', 'out'])
    cpSync(join(repository, copied), join(to, copied), { recursive: true });
  for (const linked of ['node_modules', 'resources'])
    symlinkSync(join(repository, linked), join(to, linked), 'junction');
  return to;
}
