/**
 * `npm run build`: builds the three rooms of the application into out/, each only when its inputs
 * changed. Plain JavaScript, because `npm start` runs it with whatever Node the machine has.
 *
 *   node tests/tools/build.mjs [--force] [--room=main|preload|renderer]
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBuildLock } from './build/lock.mjs';
import { hashOfFiles, hashOfTree } from './build/hash.mjs';
import { requireNode } from './guard-node.mjs';
import { cacheDirectory, repository } from './places.mjs';

/**
 * One separately built part of the application.
 * @typedef {object} Room
 * @property {'main' | 'preload' | 'renderer'} name also its folder in out/
 * @property {string} config its Vite configuration, from the repository's root
 * @property {string} mode Vite's mode, by which one configuration serves two rooms
 * @property {string[]} inputs files and folders whose change makes a rebuild necessary
 */

/** What every room depends on. */
const shared = ['package.json', 'package-lock.json', 'tests/tools/build.mjs'];

/** @type {Room[]} */
export const rooms = [
  {
    name: 'main',
    config: 'src-main/vite.config.ts',
    mode: 'main',
    inputs: ['src-main', 'tsconfig.json', ...shared],
  },
  {
    name: 'preload',
    config: 'src-main/vite.config.ts',
    mode: 'preload',
    inputs: [
      'src-main/vite.config.ts',
      'src-main/electron/preload.ts',
      'src-main/contract',
      'src-main/domain',
      ...shared,
    ],
  },
  {
    name: 'renderer',
    config: 'src-renderer/vite.config.ts',
    mode: 'production',
    inputs: [
      'src-renderer',
      'src-main/contract',
      'src-main/domain',
      'resources/fonts',
      'resources/icons',
      ...shared,
    ],
  },
];

const recordFile = (/** @type {Room} */ room) => join(cacheDirectory, `build-${room.name}.json`);
const outputOf = (/** @type {Room} */ room) => join(repository, 'out', room.name);

/**
 * Whether the room's output is still what its inputs, and nobody else, made.
 * @param {Room} room
 * @param {string} inputs hash of the inputs as they are now
 */
function isUpToDate(room, inputs) {
  const file = recordFile(room);
  if (!existsSync(file) || !existsSync(outputOf(room))) return false;
  try {
    const record = JSON.parse(readFileSync(file, 'utf8'));
    return record.inputs === inputs && record.output === hashOfTree(outputOf(room));
  } catch {
    return false; // an unreadable record only costs one rebuild
  }
}

/**
 * Builds one room beside the old output and swaps the two, so that a failed build breaks nothing.
 * @param {Room} room
 */
async function buildRoom(room) {
  const { build } = await import('vite');
  const staging = join(cacheDirectory, `staging-${room.name}`);
  rmSync(staging, { recursive: true, force: true });
  await build({
    configFile: join(repository, room.config),
    mode: room.mode,
    logLevel: 'warn',
    build: { outDir: staging, emptyOutDir: true },
  });
  mkdirSync(join(repository, 'out'), { recursive: true });
  rmSync(outputOf(room), { recursive: true, force: true });
  renameSync(staging, outputOf(room));
}

/**
 * Builds what is out of date.
 * @param {{ force?: boolean, only?: string | undefined }} [options] `only`: the name of one room
 * @returns {Promise<string[]>} names of the rooms that were built anew
 * @throws when a room does not build; its earlier output then stays
 */
export async function build({ force = false, only } = {}) {
  process.env.NODE_ENV = 'production'; // a shell's leftover would bundle React's development build
  mkdirSync(cacheDirectory, { recursive: true });
  return withBuildLock(join(cacheDirectory, 'build.lock'), async () => {
    const built = [];
    for (const room of rooms) {
      if (only !== undefined && room.name !== only) continue;
      const inputs = hashOfFiles(repository, room.inputs);
      if (!force && isUpToDate(room, inputs)) continue;
      const start = performance.now();
      await buildRoom(room);
      writeFileSync(
        recordFile(room),
        JSON.stringify({ inputs, output: hashOfTree(outputOf(room)) }),
      );
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`built out/${room.name} in ${seconds} s`);
      built.push(room.name);
    }
    return built;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode('20.19.0');
  const only = process.argv.find((argument) => argument.startsWith('--room='))?.slice(7);
  if (only !== undefined && !rooms.some((room) => room.name === only)) {
    console.error(`No such room: ${only}. Rooms: ${rooms.map((room) => room.name).join(', ')}.`);
    process.exit(1);
  }
  try {
    const built = await build({ force: process.argv.includes('--force'), only });
    if (built.length === 0) console.log('out/ is up to date');
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
