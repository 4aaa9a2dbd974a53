import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { today } from '../../src-renderer/i18n/pl/today.ts';
import { repository } from '../tools/places.mjs';
import { chooseRuntime } from '../tools/runtime.ts';
import { median, type Figure } from './figures.ts';
import type { Surroundings } from './surroundings.ts';

const ROUNDS = 9;
const probe = join(import.meta.dirname, 'startProbe.cjs');

interface Started {
  readonly application: string;
  readonly userData: string;
  /** How the heading begins whose drawing ends the measurement. */
  readonly heading: string;
}

/** Starts an application as a person does, without a test tool attached: milliseconds until its heading is drawn. */
async function timeStart({ application, userData, heading }: Started): Promise<number> {
  const { environment } = await chooseRuntime();
  Object.assign(process.env, environment); // `electron` names its executable by this variable
  const executable: unknown = createRequire(import.meta.url)('electron');
  if (typeof executable !== 'string') throw new Error('electron does not name its executable');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const folders = [`--user-data-dir=${userData}`, `--backups=${join(userData, 'backups')}`];
  const args = ['-r', probe, application, ...folders, ...asRoot];
  const began = Date.now();
  const child = spawn(executable, args, {
    cwd: repository,
    env: { ...process.env, STANDIN_HEADLESS: '1', STREFOWNIK_BENCH_HEADING: heading },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  const drawn = /^drawn ([\d.]+)$/m.exec(said)?.[1];
  if (drawn === undefined) throw new Error(`${application} did not draw “${heading}”:\n${said}`);
  return Number(drawn) - began;
}

/** From process start to Dziś with its data, beside an empty window of the same runtime. */
export async function measureStart(surroundings: Surroundings): Promise<Figure[]> {
  const heading = today.unfinished.title;
  const empty: Started = {
    application: join(import.meta.dirname, 'emptyWindow'),
    userData: surroundings.folder('empty window'),
    heading: 'Empty window',
  };
  const season: Started = {
    application: surroundings.application,
    userData: await surroundings.userData('demonstration'),
    heading,
  };
  const decade: Started = { ...season, userData: await surroundings.userData('ten years') };
  await timeStart(empty);
  const veryFirst = await timeStart(season);
  await timeStart(decade);

  const times: Record<'empty' | 'season' | 'decade', number[]> = {
    empty: [],
    season: [],
    decade: [],
  };
  // In turns, so that a busy moment of the machine falls on all three.
  for (let round = 0; round < ROUNDS; round += 1) {
    times.empty.push(await timeStart(empty));
    times.season.push(await timeStart(season));
    times.decade.push(await timeStart(decade));
  }
  const emptyWindow = { title: 'an empty window', value: median(times.empty) };
  return [
    {
      title: 'Start to Dziś with data, demonstration',
      unit: 'ms',
      samples: times.season,
      judged: 'median',
      target: { value: 1_500 },
      baseline: emptyWindow,
    },
    {
      title: 'Start to Dziś with data, ten years',
      unit: 'ms',
      samples: times.decade,
      judged: 'median',
      target: { ratio: 1.3 },
      baseline: { title: 'the demonstration', value: median(times.season) },
    },
    {
      title: 'The very first start of a profile',
      unit: 'ms',
      samples: [veryFirst],
      judged: 'median',
      note: 'before Chromium has a profile and Node a compile cache',
    },
  ];
}
