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

const formatted = [
  'src-main',
  'src-renderer',
  'tests',
  'package.json',
  'tsconfig.json',
  'electron-builder.yml',
  'README.md',
];

/** Where the compiler notes what it has checked, so that the next check looks only at what changed. */
function buildInfo(project: string): string {
  return `node_modules/.cache/types/${project.replaceAll('/', '-')}.tsbuildinfo`;
}

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
    args: ['-p', project, '--incremental', '--tsBuildInfoFile', buildInfo(project)],
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
    command: 'oxfmt',
    args: ['-c', 'tests/.oxfmtrc.json', '--check', ...formatted],
  },
];

const steps = process.argv.includes('--fast') ? quick : [...tests, ...quick];
process.exitCode = (await runSteps(steps, { parallel: 2 })) ? 0 : 1;
