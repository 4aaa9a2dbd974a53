import { spawnSync } from 'node:child_process';

/** Which Debian package brings a library that Electron loads. */
const packages = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/**
 * Names of the libraries that `ldd` did not find.
 * @param {string} output what ldd printed
 * @returns {string[]}
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/**
 * One line naming missing libraries and the packages that bring them.
 * @param {string[]} libraries at least one
 * @returns {string}
 */
export function explainMissing(libraries) {
  const table = new Map(Object.entries(packages));
  const known = [...new Set(libraries.flatMap((library) => table.get(library) ?? []))];
  const unknown = libraries.filter((library) => !table.has(library));
  const install =
    known.length > 0
      ? ` Install: apt-get install ${known.join(' ')} (from Ubuntu 24.04 on some of these names end in t64).`
      : '';
  const rest = unknown.length > 0 ? ` No package is known here for ${unknown.join(', ')}.` : '';
  return `Electron needs system libraries that are missing: ${libraries.join(', ')}.${install}${rest}`;
}

/**
 * What an executable misses on this Linux system; nothing where `ldd` cannot tell.
 * @param {string} executable absolute path
 * @returns {string[]}
 */
export function librariesMissingFor(executable) {
  const run = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return missingLibraries(run.stdout ?? '');
}
