/**
 * `npm test`: everything that must pass before a release, step by step, in under ten minutes on
 * two cores. The first line says on what the application runs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from './build/hash.mjs';
import { runSteps, type Step } from './checks/runSteps.ts';
import { chooseRuntime } from './runtime.ts';

/** What the demonstration day leaves at the least: ending of the files and their number. */
const demoLeaves: [ending: string, count: number][] = [
  ['.pdf', 2],
  ['.eml', 1],
  ['.png', 8],
];

function missingFromDemo(folder: string): string[] {
  const files = filesBelow(folder);
  return demoLeaves.flatMap(([ending, count]) => {
    const found = files.filter((file) => file.endsWith(ending)).length;
    return found >= count ? [] : [`the demo left ${found} ${ending} files, not ${count}`];
  });
}

const script = (name: string, file: string, ...args: string[]): Step => ({
  name,
  command: 'node',
  args: [file, ...args],
});

const { description } = await chooseRuntime();
console.log(`The application runs on ${description}.`);
const demo = mkdtempSync(join(tmpdir(), 'strefownik-demo-'));
try {
  const steps: Step[] = [
    script('build', 'tests/tools/build.mjs'),
    script('check', 'tests/tools/check.ts'),
    {
      name: 'system tests',
      command: 'vitest',
      args: ['run', '--config', 'tests/vitest.config.ts', '--project=system'],
    },
    {
      name: `end to end, on ${description}`,
      command: 'playwright',
      args: ['test', '-c', 'tests/e2e/playwright.config.ts'],
    },
    {
      ...script('demonstration day', 'tests/tools/demo.ts', demo, '--short'),
      verify: () => missingFromDemo(demo),
    },
    script('packaging for three platforms', 'tests/tools/pack-check.ts'),
  ];
  process.exitCode = (await runSteps(steps, { parallel: 1, verbose: true })) ? 0 : 1;
} finally {
  rmSync(demo, { recursive: true, force: true });
}
