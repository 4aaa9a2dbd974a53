import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeTenYearsWorkspace } from '../helpers/tenYearsWorkspace.ts';
import { hashOfFiles } from '../tools/build/hash.mjs';
import { cacheDirectory, repository } from '../tools/places.mjs';

const SEED = 1;
const cache = join(cacheDirectory, 'ten-years');

/** What a change of makes another ten years. */
const SOURCES = [
  'tests/helpers/tenYears.ts',
  'tests/helpers/tenYearsWorkspace.ts',
  'tests/helpers/sampleReports',
  'src-main/usecases/season',
  'src-main/store',
  'src-main/files',
  'resources/programme',
];

/** Ten years end today, so a kept one is good for the month in which it was made. */
function cacheKey(size: number): string {
  const month = new Date().toISOString().slice(0, 7);
  return `${month}-${size}-${hashOfFiles(repository, SOURCES).slice(0, 16)}`;
}

/**
 * A folder with `workspace/` of ten years; made once and kept until its sources or the month change.
 * Nobody may write into it: work on a copy.
 * @param size share of ten years, 0..1
 */
export async function tenYearsFolder(size: number): Promise<string> {
  const folder = join(cache, cacheKey(size));
  if (existsSync(folder)) return folder;
  console.log(`Making ten years of work (size ${size}); that takes a minute or more, once.`);
  const making = join(cache, 'making');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await makeTenYearsWorkspace(making, { size, seed: SEED });
  for (const old of readdirSync(cache))
    if (old !== 'making' && old.split('-')[2] === String(size))
      rmSync(join(cache, old), { recursive: true, force: true });
  renameSync(making, folder);
  return folder;
}
