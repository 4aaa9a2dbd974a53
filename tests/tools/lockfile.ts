/**
 * `node tests/tools/lockfile.ts`: completes package-lock.json after `npm install`.
 *
 * Where a registry lacks the packages of other platforms, npm leaves their entries out without a
 * word, and from then on `npm ci` of npm 11 refuses the file. Their names and exact versions stand
 * in the packages that want them, so the entries can be put back.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './places.mjs';

/** One package in a lock file, as far as it matters here. */
export interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  bin?: Record<string, string>;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

/** A lock file of version 3. */
export interface LockFile {
  packages: Record<string, LockEntry>;
}

/** An optional package that some entry wants and the file does not have. */
export interface Missing {
  name: string;
  version: string;
  wantedBy: string;
}

/** Where Node would look for a package, from the innermost folder outwards. */
function places(from: string, name: string): string[] {
  const nested = from
    .split('/node_modules/')
    .map((_, index, parts) =>
      [...parts.slice(0, parts.length - index), name].join('/node_modules/'),
    );
  return from === '' ? [`node_modules/${name}`] : [...nested, `node_modules/${name}`];
}

/** Optional packages without an entry. */
export function missingOptional({ packages }: LockFile): Missing[] {
  return Object.entries(packages).flatMap(([wantedBy, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !places(wantedBy, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version, wantedBy })),
  );
}

const systems: Record<string, string> = { windows: 'win32' };
const knownSystems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32';
const processors: Record<string, string> = { armv7: 'arm' };
const knownProcessors = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64';

/** The entry that npm would have written, but for the hash that only the registry knows. */
function entryOf({ name, version }: Missing, wantedBy: LockEntry): LockEntry {
  if (!/^\d/.test(version)) throw new Error(`${name} is wanted as ${version}, not exactly`);
  const words = name.split(/[-/]/).map((word) => systems[word] ?? processors[word] ?? word);
  const os = words.find((word) => knownSystems.split(' ').includes(word));
  const cpu = words.find((word) => knownProcessors.split(' ').includes(word));
  if (!os && !cpu) throw new Error(`${name} does not say which platform it is for`);
  const library = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(wantedBy.dev ? { dev: true } : {}),
    ...(os === 'linux' && library ? { libc: [library] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

/** The file with an entry for every optional package, in npm's order. */
export function completeLock(lock: LockFile): LockFile {
  const added = missingOptional(lock).map((missing): [string, LockEntry] => [
    `node_modules/${missing.name}`,
    entryOf(missing, lock.packages[missing.wantedBy] ?? {}),
  ]);
  const packages = [...Object.entries(lock.packages), ...added];
  return {
    ...lock,
    packages: Object.fromEntries(packages.toSorted(([a], [b]) => a.localeCompare(b, 'en'))),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = join(repository, 'package-lock.json');
  const lock: LockFile = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptional(lock).length;
  if (missing > 0) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`${missing} entries added to package-lock.json`);
}
