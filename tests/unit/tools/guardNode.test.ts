import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAtLeast } from '../../tools/guard-node.mjs';
import { repository } from '../../tools/places.mjs';

test('versions compare number by number, not letter by letter', () => {
  const cases: [string, string, boolean][] = [
    ['24.21.0', '22.15.0', true],
    ['22.15.0', '22.15.0', true],
    ['22.9.0', '22.15.0', false],
    ['9.0.0', '22.15.0', false],
    ['20.20.2', '20.19.0', true],
  ];
  expect(cases.map(([version, minimum]) => isAtLeast(version, minimum))).toEqual(
    cases.map(([, , expected]) => expected),
  );
});

test('an old Node ends with one line that says what to do', () => {
  const guard = join(repository, 'tests/tools/guard-node.mjs');
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' });
    process.argv[1] = ${JSON.stringify(guard)};
    await import(${JSON.stringify(guard)});
    console.log('went on');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
    encoding: 'utf8',
  });
  expect({ status: run.status, out: run.stdout, lines: run.stderr.trim().split('\n') }).toEqual({
    status: 1,
    out: '',
    lines: [expect.stringMatching(/needs Node 22\.15\.0 .*this is Node 20\.20\.2\. .*npm ci/)],
  });
});
