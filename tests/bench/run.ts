/**
 * `npm run bench`: measures the built application and prints a table. A figure over its target
 * does not fail the run; a measurement that breaks does.
 *
 *   npm run bench -- [--only=start,saving] [--size=0.1]
 *
 * `--only` names measurements, `--size` the share of ten years (1 is all of it).
 */
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from '../tools/build.mjs';
import { chooseRuntime } from '../tools/runtime.ts';
import type { Figure } from './figures.ts';
import { loadShare, loadWarning } from './load.ts';
import { measureMemory } from './memory.ts';
import { measurePrinting } from './printing.ts';
import { measureSafety } from './safety.ts';
import { measureSaving } from './saving.ts';
import { measureSearch } from './searching.ts';
import { measureSizes } from './sizes.ts';
import { measureStart } from './starting.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';
import { summaryOf, tableOf } from './table.ts';
import { measureKey, measureTyping } from './typing.ts';
import { measureViews } from './views.ts';

const measurements: Readonly<Record<string, (surroundings: Surroundings) => Promise<Figure[]>>> = {
  sizes: measureSizes,
  start: measureStart,
  saving: measureSaving,
  safety: measureSafety,
  search: measureSearch,
  report: measurePrinting,
  views: measureViews,
  typing: measureTyping,
  key: measureKey,
  memory: measureMemory,
};

/** The measurements that the command line names, all of them when it names none. */
function chosenNames(only: string | undefined): string[] {
  const known = Object.keys(measurements);
  const chosen = only?.split(',') ?? known;
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No such measurement: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return chosen;
}

async function measureAll(names: readonly string[], surroundings: Surroundings) {
  const figures: Figure[] = [];
  const broken: string[] = [];
  let highestLoad = loadShare();
  for (const name of names) {
    const began = performance.now();
    try {
      figures.push(...((await measurements[name]?.(surroundings)) ?? []));
    } catch (error) {
      broken.push(`  broken: ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    highestLoad = Math.max(highestLoad, loadShare());
    console.log(`${name}: measured in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  return { figures, broken, highestLoad };
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, size: { type: 'string', default: '1' } },
});
const size = Number(values.size);
if (!(size > 0 && size <= 1)) throw new Error('--size is a share of ten years: above 0, at most 1');
const names = chosenNames(values.only);

await build();
const { description } = await chooseRuntime();
console.log(`Measured on ${description};`);
console.log(`${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}.`);
const loadBefore = loadWarning(loadShare());
if (loadBefore !== '') console.log(loadBefore);

const surroundings = createSurroundings(size);
try {
  const { figures, broken, highestLoad } = await measureAll(names, surroundings);
  console.log(`\n${tableOf(figures)}\n`);
  console.log([summaryOf(figures), ...broken].join('\n'));
  if (size < 1) console.log(`“Ten years” were ${size} of their size.`);
  const warning = loadWarning(highestLoad);
  // Our own work counts too, so only a load well above one core means somebody else.
  if (warning !== '') console.log(warning);
  if (broken.length > 0) process.exitCode = 1;
} finally {
  surroundings.dispose();
}
