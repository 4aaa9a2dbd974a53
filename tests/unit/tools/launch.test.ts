import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainMissing, missingLibraries } from '../../tools/launch/systemLibraries.mjs';
import { repository } from '../../tools/places.mjs';

test('missing libraries are read from ldd and named with their packages', () => {
  const output = `
	linux-vdso.so.1 (0x00007ffd0b5f2000)
	libnss3.so => not found
	libnssutil3.so => not found
	libgtk-3.so.0 => not found
	libodd.so.9 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3c2f400000)
`;
  const missing = missingLibraries(output);
  expect(missing).toEqual(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0', 'libodd.so.9']);
  expect(explainMissing(missing)).toBe(
    'Electron needs system libraries that are missing: libnss3.so, libnssutil3.so, libgtk-3.so.0, libodd.so.9.' +
      ' Install: apt-get install libnss3 libgtk-3-0 (from Ubuntu 24.04 on some of these names end in t64).' +
      ' No package is known here for libodd.so.9.',
  );
});

test.runIf(process.platform === 'linux')(
  'without a display npm start says in one line what to run instead',
  () => {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
    const run = spawnSync(process.execPath, [join(repository, 'tests/tools/start.mjs')], {
      encoding: 'utf8',
      env: environment,
    });
    expect({ status: run.status, out: run.stdout, lines: run.stderr.trim().split('\n') }).toEqual({
      status: 1,
      out: '',
      lines: [expect.stringMatching(/no display .*npm run demo -- DIR.*xvfb-run -a npm start/)],
    });
  },
);
