/**
 * `npm run check`: types, format, lint, walls, unit and integration tests, two at a time.
 *
 *   node tests/tools/check.ts [--fast]     --fast leaves the tests out
 */
import { runSteps, type Step } from './checks/runSteps.ts';

const projects = [
  'src-main',
  'src-main/electron/tsconfig.preload.json',
  'src-renderer',
  'tests',
] as const;

const formatted = ['src-main', 'src-renderer', 'tests', '*.{json,yml,md}', '!package-lock.json'];

const tests: Step[] = [
  {
    name: 'unit and integration tests',
    command: 'vitest',
    args: ['run', '--config', 'tests/vitest.config.ts', '--project=unit', '--project=integration'],
  },
];

const quick: Step[] = [
  ...projects.map((project) => ({
    name: `types of ${project}`,
    command: 'tsc',
    args: ['-p', project],
  })),
  {
    name: 'lint',
    command: 'oxlint',
    args: [
      '-c',
      'tests/.oxlintrc.json',
      '--type-aware',
      '--format=unix',
      '--report-unused-disable-directives',
      '--deny-warnings',
      'src-main',
      'src-renderer',
      'tests',
    ],
  },
  { name: 'walls', command: 'node', args: ['tests/tools/walls/run.ts'] },
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '--cache', '--log-level=warn', ...formatted],
  },
];

const steps = process.argv.includes('--fast') ? quick : [...tests, ...quick];
process.exitCode = (await runSteps(steps, { parallel: 2 })) ? 0 : 1;
