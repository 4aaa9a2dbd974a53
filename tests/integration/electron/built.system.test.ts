import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../../tools/places.mjs';

let folder = '';
const sources = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-main-'));
  await build({
    configFile: join(repository, 'src-main', 'vite.config.ts'),
    mode: 'main',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.js')))
    sources.set(file.replaceAll('\\', '/'), await readFile(join(folder, file), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a built file imports by `import … from`, or also by `import()`. */
function importsOf(file: string, dynamicToo: boolean): string[] {
  const text = sources.get(file);
  if (text === undefined) throw new Error(`${file} was not built`);
  const patterns = [
    /^(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']/gm,
    /^import\s*["']([^"']+)["']/gm,
    ...(dynamicToo ? [/\bimport\(\s*["']([^"']+)["']\s*\)/g] : []),
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []),
  );
}

/** A built file and everything it reaches: our files, and names of modules from outside. */
function graphOf(entry: string, dynamicToo: boolean): { files: string[]; outside: string[] } {
  const files = new Set<string>();
  const outside = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const name of importsOf(file, dynamicToo)) {
      if (name.startsWith('.')) visit(posix.join(posix.dirname(file), name));
      else if (!isBuiltin(name)) outside.add(name);
    }
  };
  visit(entry);
  return { files: [...files].toSorted(), outside: [...outside].toSorted() };
}

const bytes = (files: string[]): number =>
  files.reduce((sum, file) => sum + Buffer.byteLength(sources.get(file) ?? ''), 0);

describe('the built main process', () => {
  it('has its entries under the names by which they find one another', () => {
    expect([...sources.keys()]).toEqual(
      expect.arrayContaining([
        'main.js',
        'boot.js',
        'storeWorker.js',
        'upkeepWorker.js',
        'reportWorker.js',
      ]),
    );
  });

  it('evaluates little before it is ready, and no schema before the window is made', () => {
    const beforeReady = graphOf('main.js', false);
    expect(beforeReady.outside).toStrictEqual(['electron/common', 'electron/main']);
    expect(bytes(beforeReady.files)).toBeLessThan(30_000);
    const beforeWindow = graphOf('boot.js', false);
    expect(bytes(beforeWindow.files)).toBeLessThan(100_000);
    expect(beforeWindow.outside).toStrictEqual(['electron/common', 'electron/main']);
  });

  it.each(['storeWorker.js', 'upkeepWorker.js', 'reportWorker.js'])(
    '%s reaches neither Electron nor the main process’s own entries',
    (worker) => {
      const { files, outside } = graphOf(worker, true);
      expect(files.filter((file) => file === 'main.js' || file === 'boot.js')).toStrictEqual([]);
      expect(outside.filter((name) => name.startsWith('electron'))).toStrictEqual([]);
    },
  );
});
