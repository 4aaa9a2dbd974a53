import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkPackages } from '../../tools/walls/packages.ts';
import { rooms } from '../../tools/walls/rooms.ts';
import { checkLengths, checkRooms, readTree, type Finding } from '../../tools/walls/walls.ts';

const trees: string[] = [];
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** A tree of source files on the disk; each file that is only imported is made empty. */
function makeTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  trees.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function broken(files: Record<string, string>): string[] {
  const root = makeTree(files);
  return checkRooms(root, readTree(root, ['src-main', 'src-renderer'])).map(
    ({ place, rule }: Finding) => `${place} ${rule}`,
  );
}

const target = { 'src-main/store/goals.ts': 'export const a = 1;' };

test.each<[what: string, files: Record<string, string>, finding: string]>([
  [
    'a room imports another that it may not',
    { ...target, 'src-main/domain/goal.ts': `\nimport { a } from '../store/goals.ts';` },
    'src-main/domain/goal.ts:2 rooms',
  ],
  [
    'a type import counts too',
    { ...target, 'src-main/domain/goal.ts': `import type { A } from '../store/goals.ts';` },
    'src-main/domain/goal.ts:1 rooms',
  ],
  [
    'so does an import inside a type',
    { ...target, 'src-main/domain/goal.ts': `export type A = import('../store/goals.ts').A;` },
    'src-main/domain/goal.ts:1 rooms',
  ],
  [
    'so does a dynamic import',
    { ...target, 'src-main/domain/goal.ts': `export const a = () => import('../store/goals.ts');` },
    'src-main/domain/goal.ts:1 rooms',
  ],
  [
    'so does a re-export',
    { ...target, 'src-main/domain/goal.ts': `export * from '../store/goals.ts';` },
    'src-main/domain/goal.ts:1 rooms',
  ],
  [
    'a computed import hides from the walls',
    { 'src-main/boot.ts': `export const load = (name: string) => import(name);` },
    'src-main/boot.ts:1 imports are literal',
  ],
  [
    'reports reach for private notes',
    {
      'src-main/store/private/notes.ts': '',
      'src-main/reports/model.ts': `import { a } from '../store/private/notes.ts';`,
    },
    'src-main/reports/model.ts:1 rooms',
  ],
  [
    'an ordinary use case reaches for private notes',
    {
      'src-main/store/private/notes.ts': '',
      'src-main/usecases/closeReport.ts': `import { a } from '../store/private/notes.ts';`,
    },
    'src-main/usecases/closeReport.ts:1 rooms',
  ],
  [
    'a private use case prints',
    {
      'src-main/reports/printer.ts': '',
      'src-main/usecases/privateNotes.ts': `import { a } from '../reports/printer.ts';`,
    },
    'src-main/usecases/privateNotes.ts:1 rooms',
  ],
  [
    'electron outside its room',
    { 'src-main/usecases/save.ts': `import { dialog } from 'electron/main';` },
    'src-main/usecases/save.ts:1 packages of a room',
  ],
  [
    'the wide entry of electron',
    { 'src-main/electron/window.ts': `import { app } from 'electron';` },
    'src-main/electron/window.ts:1 electron entries',
  ],
  [
    'the database outside the store',
    { 'src-main/usecases/save.ts': `import Database from 'better-sqlite3';` },
    'src-main/usecases/save.ts:1 packages of a room',
  ],
  [
    'Node in a pure room',
    { 'src-main/domain/day.ts': `import { readFileSync } from 'node:fs';` },
    'src-main/domain/day.ts:1 node modules',
  ],
  [
    'Node without its prefix',
    { 'src-main/files/write.ts': `import { readFileSync } from 'fs';` },
    'src-main/files/write.ts:1 node modules',
  ],
  [
    'the preload takes values of the contract',
    {
      'src-main/contract/contract.ts': '',
      'src-main/electron/preload.ts': `import { contract } from '../contract/contract.ts';`,
    },
    'src-main/electron/preload.ts:1 rooms',
  ],
  [
    'electron’s room takes values of use cases',
    {
      'src-main/usecases/save.ts': '',
      'src-main/electron/door.ts': `import { save } from '../usecases/save.ts';`,
    },
    'src-main/electron/door.ts:1 rooms',
  ],
  [
    'a screen asks the preload itself',
    { 'src-renderer/features/today/index.tsx': `export const a = () => window.strefownik.call();` },
    'src-renderer/features/today/index.tsx:1 one bridge',
  ],
  [
    'a screen asks the preload by a string',
    { 'src-renderer/features/today/index.tsx': `export const a = globalThis['strefownik'];` },
    'src-renderer/features/today/index.tsx:1 one bridge',
  ],
  [
    'a feature reaches inside another',
    {
      'src-renderer/features/coaching/Goal.tsx': '',
      'src-renderer/features/today/index.tsx': `import { Goal } from '../coaching/Goal.tsx';`,
    },
    'src-renderer/features/today/index.tsx:1 features keep to themselves',
  ],
  [
    'the page imports the main process',
    {
      ...target,
      'src-renderer/features/today/index.tsx': `import { a } from '../../../src-main/store/goals.ts';`,
    },
    'src-renderer/features/today/index.tsx:1 rooms',
  ],
  [
    'shipped code imports a test helper',
    {
      'tests/helpers/make.ts': '',
      'src-main/boot.ts': `import { make } from '../tests/helpers/make.ts';`,
    },
    'src-main/boot.ts:1 rooms',
  ],
  [
    'an import without its extension',
    { ...target, 'src-main/store/open.ts': `import { a } from './goals';` },
    'src-main/store/open.ts:1 imports carry their extension',
  ],
  [
    'a file outside every room',
    { 'src-main/helpers/misc.ts': '' },
    'src-main/helpers/misc.ts every file has a room',
  ],
  [
    'console in the main process',
    { 'src-main/mail/send.ts': `export const a = () => console.log('sent');` },
    'src-main/mail/send.ts:1 no console',
  ],
  [
    'top-level await before ready',
    { 'src-main/main.ts': `const a = async () => 1;\nawait a();` },
    'src-main/main.ts:2 no top-level await',
  ],
  [
    'top-level for await',
    { 'src-main/boot.ts': `for await (const a of []) void a;` },
    'src-main/boot.ts:1 no top-level await',
  ],
  [
    'NODE_ENV in the main process',
    { 'src-main/electron/window.ts': `export const a = process.env.NODE_ENV;` },
    'src-main/electron/window.ts:1 no NODE_ENV',
  ],
  [
    'NODE_ENV by a string',
    { 'src-main/electron/window.ts': `export const a = process.env['NODE_ENV'];` },
    'src-main/electron/window.ts:1 no NODE_ENV',
  ],
  [
    'the working folder',
    { 'src-main/files/write.ts': `export const a = () => process.cwd();` },
    'src-main/files/write.ts:1 no working folder',
  ],
  [
    '__dirname, which ES modules do not have',
    { 'src-main/files/write.ts': `export const a = __dirname;` },
    'src-main/files/write.ts:1 no working folder',
  ],
])('refused: %s', (_what, files, finding) => {
  expect(broken(files)).toEqual([finding]);
});

test('let through: what the table allows', () => {
  expect(
    broken({
      ...target,
      'src-main/store/open.ts': `import Database from 'better-sqlite3';\nimport { a } from './goals.ts';`,
      'src-main/usecases/save.ts': `import { a } from '../store/goals.ts';`,
      'src-main/usecases/privateNotes.ts': `import { a } from '../store/private/notes.ts';`,
      'src-main/store/private/notes.ts': `import { a } from '../goals.ts';`,
      'src-main/contract/contract.ts': `import { z } from 'zod';`,
      'src-main/electron/preload.ts': `import type { C } from '../contract/contract.ts';\nimport { ipcRenderer } from 'electron/renderer';`,
      'src-main/electron/door.ts': `import type { S } from '../usecases/save.ts';\nimport { app } from 'electron/main';\nexport const a = async () => { await app.whenReady(); };`,
      'src-main/electron/log.ts': `export const log = () => console.error('x');`,
      'src-main/storeWorker.ts': `await import('./store/open.ts');`,
      'src-renderer/bridge/bridge.ts': `import type { C } from '../../src-main/contract/contract.ts';\nexport const a = window.strefownik;`,
      'src-renderer/features/today/index.tsx': `import { a } from '../coaching/index.tsx';\nimport { Stack } from '@mantine/core';\nimport './today.css';`,
      'src-renderer/features/today/today.css': '',
      'src-renderer/features/coaching/index.tsx': `export const a = 1;`,
    }),
  ).toEqual([]);
});

test('the message names the fix', () => {
  const root = makeTree({ 'src-main/domain/day.ts': `import { readFileSync } from 'node:fs';` });
  expect(checkRooms(root, readTree(root, ['src-main']))).toEqual([
    {
      severity: 'error',
      place: 'src-main/domain/day.ts:1',
      rule: 'node modules',
      message:
        'domain may not import node:fs. Keep domain pure: take plain values as parameters and let a use case fetch them.',
    },
  ]);
});

test('long files warn, very long ones fail', () => {
  const root = makeTree({
    'src-main/domain/short.ts': 'void 0;\n'.repeat(300),
    'src-main/domain/long.ts': 'void 0;\n'.repeat(301),
    'src-main/domain/tooLong.ts': 'void 0;\n'.repeat(401),
  });
  const found = checkLengths(readTree(root, ['src-main']));
  expect(found.map(({ severity, place }) => [severity, place])).toEqual([
    ['warning', 'src-main/domain/long.ts'],
    ['error', 'src-main/domain/tooLong.ts'],
  ]);
});

test('packages are declared and used', () => {
  const root = makeTree({
    'src-main/domain/a.ts': `import { z } from 'zod';\nimport type { B } from '@scope/only-types';`,
    'src-main/domain/b.ts': `import missing from 'missing/inside';\nimport 'node:fs';`,
  });
  const found = checkPackages(
    {
      dependencies: { zod: '4.0.0', lonely: '1.0.0' },
      devDependencies: { '@types/scope__only-types': '1.0.0', '@types/nobody': '1.0.0' },
    },
    readTree(root, ['src-main']),
  );
  expect(found.map(({ place, rule, message }) => [place, rule, message.split(':')[0]])).toEqual([
    ['src-main/domain/b.ts:1', 'packages are declared', 'missing is not in package.json'],
    ['package.json', 'no unused packages', 'Nothing imports lonely'],
    ['package.json', 'no unused packages', 'Nothing imports @types/nobody'],
  ]);
});

test('every room that a row mentions exists', () => {
  const names = rooms.map(({ name }) => name);
  const mentioned = rooms.flatMap((room) => Object.keys(room.rooms));
  expect(mentioned.filter((name) => !names.includes(name))).toEqual([]);
});
