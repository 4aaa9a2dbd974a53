import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../tools/places.mjs';

const module = join(repository, 'tests/tools/checks/runSteps.ts');

test('steps are reported with their output only when they fail, and counted', () => {
  const program = `
    import { runSteps } from ${JSON.stringify(module)};
    const node = (name, code) => ({ name, command: process.execPath, args: ['-e', code] });
    process.exitCode = await runSteps([
      node('quiet', 'console.log("hidden")'),
      node('loud', 'console.log("shown"); process.exit(3)'),
      { ...node('leaves nothing', ''), verify: () => ['nothing was left'] },
      { name: 'absent', command: 'no-such-command', args: [] },
    ], { parallel: 2 }) ? 0 : 1;`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const lines = run.stdout.trim().split('\n');
  expect(run.status).toBe(1);
  expect(lines.map((line) => line.replace(/[\d.]+ s/, 'N s')).toSorted()).toEqual(
    [
      'passed quiet (N s)',
      'FAILED loud (N s)',
      '  shown',
      '  exit code 3',
      'FAILED leaves nothing (N s)',
      '  nothing was left',
      'FAILED absent (N s)',
      '  spawn no-such-command ENOENT',
      '1 passed, 3 failed (N s)',
    ].toSorted(),
  );
});
