/**
 * `npm run demo -- DIR`: does a trainer's and a coach's whole day by itself in the built application,
 * without a display, and leaves in DIR two reports, their e-mail drafts, pictures of every screen
 * and the workspace. Ends with a code other than zero when anything is not as it should be.
 *
 *   node tests/tools/demo.ts DIR [--short]     --short takes one picture of each screen, light only
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demonstrateDay } from '../demo/day.ts';
import { checkLeftovers } from '../demo/leftovers.ts';
import { writeReadme } from '../demo/readme.ts';
import { build } from './build.mjs';
import { chooseRuntime } from './runtime.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false } },
});
const [directory] = positionals;
if (directory === undefined) {
  console.error('Usage: npm run demo -- DIR [--short]   (DIR: a new or an empty folder)');
  process.exit(1);
}
const folder = resolve(directory);
mkdirSync(folder, { recursive: true });
if (readdirSync(folder).length > 0) {
  console.error(`${folder} is not empty: the day starts from nothing, so name another folder.`);
  process.exit(1);
}

await build();
const { description } = await chooseRuntime();
console.log(`The demonstration day runs on ${description}.`);
const began = performance.now();
const elapsed = (): number => (performance.now() - began) / 1000;
const say = (part: string): void => console.log(`${elapsed().toFixed(0).padStart(4)} s  ${part}`);
try {
  const album = values.short ? 'short' : 'full';
  const minutes = await demonstrateDay({ folder, album, say });
  say('reading back what the day has left');
  await checkLeftovers(folder);
  writeReadme(folder, { minutes, runtime: description, seconds: elapsed() });
  console.log(`Done in ${elapsed().toFixed(0)} s. Begin with ${folder}/README.txt`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  const picture = join(folder, 'gdzie-stanelo.png');
  if (existsSync(picture)) console.error(`What was on the screen then: ${picture}`);
  process.exitCode = 1;
}
