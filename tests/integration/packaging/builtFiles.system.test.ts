import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { ErasurePreview, SubjectRow } from '../../../src-main/contract/personalDataCalls.ts';
import { startStore } from '../../helpers/storeThread.ts';
import { filesBelow } from '../../tools/build/hash.mjs';
import { repository } from '../../tools/places.mjs';
import { readSource } from '../../tools/walls/source.ts';
import { packageOf } from '../../tools/walls/walls.ts';

const out = join(repository, 'out');
const text = (file: string): string => readFileSync(join(out, file), 'utf8');

beforeAll(() => {
  const build = spawnSync(process.execPath, [join(repository, 'tests/tools/build.mjs')], {
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(build.stdout + build.stderr);
}, 120_000);

test('every file that finds another by its name is there', () => {
  const needed = [
    'main/main.js',
    'main/boot.js',
    'main/storeWorker.js',
    'main/upkeepWorker.js',
    'main/reportWorker.js',
    'preload/preload.cjs',
    'renderer/index.html',
  ];
  expect(needed.filter((file) => !existsSync(join(out, file)))).toEqual([]);
  expect(filesBelow(join(out, 'preload'))).toEqual(['preload.cjs']);
});

test('main asks node_modules only for what is installed with it', () => {
  const files = filesBelow(join(out, 'main')).filter((file) => file.endsWith('.js'));
  const imported = files
    .flatMap((file) => readSource(join(out, 'main'), file).imports)
    .map(({ specifier }) => specifier ?? '(computed)')
    .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier));
  const allowed = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-web-compiler'];
  // The PDF reader asks for a canvas to draw on, which it does without, and for a worker that it is given.
  allowed.push('@napi-rs/canvas', '(computed)');
  expect(imported.filter((specifier) => !allowed.includes(packageOf(specifier)))).toEqual([]);
});

test('the built store worker reads the data inside the PDFs that it made', async () => {
  const base = mkdtempSync(join(tmpdir(), 'strefownik-built-'));
  const built = (name: string) => pathToFileURL(join(out, 'main', name));
  const store = startStore(
    base,
    {
      reportWorkerUrl: built('reportWorker.js').href,
      upkeepWorkerUrl: built('upkeepWorker.js').href,
    },
    built('storeWorker.js'),
  );
  try {
    const me = { name: 'Iga Zima', form: 'feminine', roles: ['trainer'] };
    await store.valueOf('workspace.create', { start: 'demonstration', passphrase: '', me });
    const found = (await store.valueOf('subject.find', { text: '' })) as SubjectRow[]; // the contract's answer
    const named: number[] = [];
    for (const { kind, id } of found.filter((one) => one.kind === 'participant').slice(0, 5)) {
      const preview = (await store.valueOf('erasure.preview', { kind, id })) as ErasurePreview; // as above
      named.push(preview.reports.length);
    }
    expect(Math.max(...named)).toBeGreaterThan(0);
  } finally {
    await store.ask('desk.closeWorkspace', { backup: false });
    await store.end();
    rmSync(base, { recursive: true, force: true });
  }
});

test('workers import nothing of electron', () => {
  for (const worker of ['storeWorker', 'upkeepWorker', 'reportWorker'])
    expect(reachable(`${worker}.js`).filter((name) => packageOf(name) === 'electron')).toEqual([]);
});

/** Packages imported by a file of main or by any chunk that it reaches. */
function reachable(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  return readSource(join(out, 'main'), entry).imports.flatMap(({ specifier = '' }) =>
    specifier.startsWith('.')
      ? reachable(join(entry, '..', specifier).replaceAll('\\', '/'), seen)
      : [specifier],
  );
}

test('the shipped main process opens no developer tools and reads no test variable', () => {
  const files = filesBelow(join(out, 'main')).filter((file) => !file.startsWith('chunks/'));
  const found = files.flatMap((file) =>
    ['openDevTools', 'no-sandbox', 'VITEST', 'PLAYWRIGHT', 'STREFOWNIK_E2E']
      .filter((word) => text(`main/${file}`).includes(word))
      .map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});

test('the page starts with less than 400 kB of JavaScript, all of it its own', () => {
  const html = text('renderer/index.html');
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
  const preloaded = [...html.matchAll(/<link rel="modulepreload"[^>]*href="([^"]+)"/g)];
  const sources = scripts.map(([, attributes = '']) => /src="([^"]+)"/.exec(attributes)?.[1]);
  const files = [...sources, ...preloaded.map(([, href]) => href)].map(
    (file) => file ?? '(inline)',
  );
  expect(files.filter((file) => !file.startsWith('./'))).toEqual([]);
  const bytes = files.map((file) => gzipSync(text(join('renderer', file))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});
