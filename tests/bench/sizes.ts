import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'oxc-parser';
import { repository } from '../tools/places.mjs';
import type { Figure } from './figures.ts';

const renderer = join(repository, 'out', 'renderer');
const preload = join(repository, 'out', 'preload', 'preload.cjs');

/** Kilobytes of a thousand, as downloads are counted. */
const kilobytes = (bytes: number): number => bytes / 1000;

/** Addresses of the scripts that a page names. */
export function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script\b[^>]*\bsrc="(?<source>[^"]+)"/g)].map(
    (match) => match.groups?.['source'] ?? '',
  );
}

/** What a module's text imports statically, as written; dynamic imports wait until they are wanted. */
export function staticImportsOf(file: string, text: string): string[] {
  const { module } = parseSync(file, text);
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexports];
}

/** The scripts that have to be there before anything is drawn, from the built pages. */
function initialScripts(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    for (const imported of staticImportsOf(path, text)) visit(join(path, '..', imported));
  };
  for (const source of scriptsOf(readFileSync(join(renderer, 'index.html'), 'utf8')))
    visit(join(renderer, source));
  return found;
}

/** Sizes of what is read at every start. */
export function measureSizes(): Promise<Figure[]> {
  const scripts = [...initialScripts().values()];
  const packed = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  return Promise.resolve([
    {
      title: 'Initial JavaScript of the window, gzipped',
      unit: 'kB',
      samples: [kilobytes(packed)],
      judged: 'median',
      target: { value: 400 },
      note: `${scripts.length} files: the entry and all that it imports statically`,
    },
    {
      title: 'Preload',
      unit: 'kB',
      samples: [kilobytes(readFileSync(preload).length)],
      judged: 'median',
      target: { value: 10 },
    },
  ]);
}
