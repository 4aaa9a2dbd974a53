import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository } from '../tools/places.mjs';
import { median, type Figure } from './figures.ts';
import { ask, withApplication } from './road.ts';
import type { Surroundings } from './surroundings.ts';

/** What the demonstration day leaves for this bench in `figures.json`. */
const DemoFigures = z.object({ mainMemoryMegabytes: z.number() });

/** Resident memory of the main process right after Dziś was drawn. Megabytes. */
async function memoryAtStart(surroundings: Surroundings): Promise<number> {
  const userData = await surroundings.userData('demonstration');
  return withApplication(surroundings, userData, async ({ app, page }) => {
    await ask(page, 'today.get', {});
    return (await app.evaluate(() => process.memoryUsage.rss())) / 1e6;
  });
}

/** Resident memory of the main process when the demonstration day is over. */
export async function measureMemory(surroundings: Surroundings): Promise<Figure[]> {
  const folder = surroundings.folder('demonstration day');
  const demo = spawn(
    process.execPath,
    [join(repository, 'tests/tools/demo.ts'), folder, '--short'],
    {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code]: unknown[] = await once(demo, 'exit');
  if (code !== 0) throw new Error(`The demonstration day ended with code ${String(code)}`);
  const figures: unknown = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
  const { mainMemoryMegabytes } = DemoFigures.parse(figures);
  const atStart = await memoryAtStart(surroundings);
  return [
    {
      title: 'Memory of the main process after the demonstration day',
      unit: 'MB',
      samples: [mainMemoryMegabytes],
      judged: 'median',
      baseline: { title: 'just started', value: median([atStart]) },
      note: 'resident; the store, upkeep and report workers are threads of it',
    },
  ];
}
