/**
 * `npm run pack:check`: packs the application for three platforms without a network, looks inside,
 * and starts what was packed for Linux outside the repository.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchStrefownik } from '../e2e/fixture.ts';
import { build } from './build.mjs';
import { makeFakeElectrons, platforms, type Platform } from './packaging/fakeElectron.ts';
import {
  inspectArchive,
  inspectFuses,
  inspectIntegrity,
  inspectSurroundings,
  locate,
  unpack,
  type Packed,
} from './packaging/inspect.ts';
import { repository } from './places.mjs';

/** Packs for one platform into a folder, with a skeleton in place of Electron. */
async function pack(platform: Platform, electron: string, output: string): Promise<void> {
  const builder = join(repository, 'node_modules/electron-builder/cli.js');
  const options = [
    `--${platform}`,
    'dir',
    '--x64',
    '--publish=never',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${output}`,
  ];
  const child = spawn(process.execPath, [builder, ...options], { cwd: repository });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0)
    throw new Error(
      `electron-builder ended with ${code ?? 'a signal'}:\n${Buffer.concat(said).toString('utf8')}`,
    );
}

async function inspect(packed: Packed): Promise<string[]> {
  return [
    ...inspectArchive(packed),
    ...inspectSurroundings(packed),
    ...(await inspectFuses(packed)),
    ...inspectIntegrity(packed),
  ];
}

/** Starts what was packed, far from the repository, and reads its window's title. */
async function start(packed: Packed, folder: string): Promise<string[]> {
  const application = join(folder, 'application');
  const userData = join(folder, 'user-data');
  const elsewhere = join(folder, 'elsewhere');
  for (const each of [application, userData, elsewhere]) mkdirSync(each);
  unpack(packed, application);
  const app = await launchStrefownik({ application, userData, cwd: elsewhere });
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading').first().waitFor();
    const title = await page.title();
    return title.includes('Strefownik') ? [] : [`the window's title is ${JSON.stringify(title)}`];
  } finally {
    await app.close();
  }
}

const temporary = mkdtempSync(join(tmpdir(), 'strefownik-pack-'));
let failed = 0;

/** Runs one step and prints how it went. */
async function step(name: string, work: () => Promise<string[]>): Promise<void> {
  const began = performance.now();
  const problems = await work().catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'passed' : 'FAILED'} ${name} (${seconds} s)`);
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0) failed += 1;
}

try {
  await build();
  const electrons = makeFakeElectrons(join(temporary, 'electron'));
  const outputOf = (platform: Platform): string => join(temporary, 'release', platform);
  for (const platform of platforms)
    await step(`packed for ${platform}`, async () => {
      await pack(platform, electrons[platform], outputOf(platform));
      return inspect(locate(platform, outputOf(platform)));
    });
  await step('what was packed for linux starts on its own', () =>
    start(locate('linux', outputOf('linux')), temporary),
  );
  console.log(`${platforms.length + 1 - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
