import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { filesBelow } from '../build/hash.mjs';
import type { Platform } from './fakeElectron.ts';

/** A packed application for one platform, as a folder. */
export interface Packed {
  platform: Platform;
  /** Where app.asar lies. */
  resources: string;
  /** What carries the fuses. */
  executable: string;
}

/** Where electron-builder puts things for each platform, below its output folder. */
export function locate(platform: Platform, output: string): Packed {
  switch (platform) {
    case 'linux': {
      const folder = join(output, 'linux-unpacked');
      return {
        platform,
        resources: join(folder, 'resources'),
        executable: join(folder, 'strefownik'),
      };
    }
    case 'win': {
      const folder = join(output, 'win-unpacked');
      return {
        platform,
        resources: join(folder, 'resources'),
        executable: join(folder, 'Strefownik.exe'),
      };
    }
    case 'mac': {
      const application = join(output, 'mac', 'Strefownik.app');
      return {
        platform,
        resources: join(application, 'Contents/Resources'),
        executable: application,
      };
    }
  }
}

const native: Record<Platform, { file: string; magic: Buffer }> = {
  linux: { file: 'linux-x64.node', magic: Buffer.from('\x7fELF', 'latin1') },
  win: { file: 'win32-x64.node', magic: Buffer.from('MZ', 'latin1') },
  mac: { file: 'darwin-x64.node', magic: Buffer.from([0xcf, 0xfa, 0xed, 0xfe]) },
};

const neededFiles = [
  'package.json',
  'out/main/main.js',
  'out/main/boot.js',
  'out/main/storeWorker.js',
  'out/main/upkeepWorker.js',
  'out/main/reportWorker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
];

/** The only beginnings that a path inside the archive may have. */
const allowedFolders = [
  'out/main/',
  'out/preload/',
  'out/renderer/',
  'node_modules/better-sqlite3/',
  'node_modules/@myriaddreamin/typst-ts-web-compiler/',
];

/** Everything wrong with what the archive holds; paths with forward slashes. */
export function inspectArchive(packed: Packed): string[] {
  const archive = join(packed.resources, 'app.asar');
  const folders = new Set<string>();
  const paths = listPackage(archive, { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  );
  for (const path of paths) folders.add(path.slice(0, path.lastIndexOf('/')));
  const files = paths.filter((path) => !folders.has(path));
  const missing = neededFiles.filter((path) => !files.includes(path));
  const foreign = files.filter(
    (path) => path !== 'package.json' && !allowedFolders.some((folder) => path.startsWith(folder)),
  );
  const sources = files.filter((path) => /\.(tsx?|map|gyp|c|cpp|h|hpp)$/.test(path));
  return [
    ...missing.map((path) => `${path} is missing`),
    ...foreign.map((path) => `${path} does not belong into the application`),
    ...sources.map((path) => `${path} is a source`),
    ...inspectNative(packed, files),
    ...inspectManifest(archive),
  ];
}

function inspectNative({ platform, resources }: Packed, files: string[]): string[] {
  const { file, magic } = native[platform];
  const expected = `node_modules/better-sqlite3/prebuilds/${file}`;
  const libraries = files.filter((path) => path.endsWith('.node'));
  if (libraries.length !== 1 || libraries[0] !== expected)
    return [`native libraries are ${libraries.join(', ') || 'none'} instead of ${expected} alone`];
  const unpacked = join(resources, 'app.asar.unpacked', expected);
  if (!existsSync(unpacked)) return [`${expected} is not unpacked beside the archive`];
  const start = readFileSync(unpacked).subarray(0, magic.length);
  return start.equals(magic) ? [] : [`${expected} is no library of ${platform}`];
}

/** What Electron reads from the packed package.json, as it must be. */
const manifest = {
  name: 'strefownik',
  productName: 'Strefownik',
  type: 'module',
  main: 'out/main/main.js',
  desktopName: 'pl.strefownik.app.desktop',
};

function inspectManifest(archive: string): string[] {
  const packed: Record<string, unknown> = JSON.parse(
    extractFile(archive, 'package.json').toString('utf8'),
  );
  const wrong = Object.entries(manifest).filter(([field, value]) => packed[field] !== value);
  const left = ['scripts', 'devDependencies'].filter((field) => field in packed);
  return [
    ...wrong.map(([field, value]) => `package.json: ${field} is not ${JSON.stringify(value)}`),
    ...left.map((field) => `package.json still has ${field}`),
  ];
}

const neededResources = ['programme/programme.json', 'fonts/Lato-Regular.ttf', 'icons/icon.png'];
const shippedResources = /^(fonts|typst|programme|icons)\/|^README/;

/** Everything wrong with the read-only files beside the archive and with the languages kept. */
export function inspectSurroundings(packed: Packed): string[] {
  const shipped = join(packed.resources, 'resources');
  const files = existsSync(shipped) ? filesBelow(shipped) : [];
  const missing = neededResources.filter((file) => !files.includes(file));
  const foreign = files.filter(
    (file) => !shippedResources.test(file) || /\.(ico|icns|tsx?|plist)$/.test(file),
  );
  return [
    ...missing.map((file) => `resources/${file} is missing`),
    ...foreign.map((file) => `resources/${file} does not belong into the application`),
    ...inspectLanguages(packed),
  ];
}

function inspectLanguages({ platform, resources }: Packed): string[] {
  const folder = platform === 'mac' ? resources : join(resources, '..', 'locales');
  const pattern = platform === 'mac' ? /\.lproj$/ : /\.pak$/;
  const expected = platform === 'mac' ? 'en.lproj pl.lproj' : 'en-US.pak pl.pak';
  const found = readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .join(' ');
  return found === expected ? [] : [`languages are ${found} instead of ${expected}`];
}

/** A fuse's state as the wire holds it: the character `0` or `1`. */
const off = 48;
const on = 49;

/** The fuses as they are shipped, the same as in electron-builder.yml. */
const fuses: [name: keyof typeof FuseV1Options, state: number][] = [
  ['RunAsNode', off],
  ['EnableCookieEncryption', off],
  ['EnableNodeOptionsEnvironmentVariable', off],
  ['EnableNodeCliInspectArguments', off],
  ['EnableEmbeddedAsarIntegrityValidation', on],
  ['OnlyLoadAppFromAsar', on],
  ['LoadBrowserProcessSpecificV8Snapshot', off],
  ['GrantFileProtocolExtraPrivileges', off],
];

/** Fuses that are not as they must be, read back from the packed executable. */
export async function inspectFuses({ executable }: Packed): Promise<string[]> {
  const wire = await getCurrentFuseWire(executable);
  return fuses
    .filter(([name, state]) => wire[FuseV1Options[name]] !== state)
    .map(([name, state]) => `fuse ${name} is not ${state === on ? 'on' : 'off'}`);
}

/** Whether the executable knows the archive's hash; Linux has no such check. */
export function inspectIntegrity({ platform, resources, executable }: Packed): string[] {
  switch (platform) {
    case 'linux':
      return [];
    case 'win':
      return readFileSync(executable).includes('resources\\\\app.asar')
        ? []
        : ['the executable carries no hash of app.asar'];
    case 'mac': {
      const plist = readFileSync(join(resources, '../Info.plist'), 'utf8');
      const facts: [what: string, pattern: RegExp][] = [
        [
          'no hash of app.asar',
          /ElectronAsarIntegrity[^]*Resources\/app\.asar[^]*<string>[0-9a-f]{64}/,
        ],
        ['another bundle identifier', /CFBundleIdentifier<\/key>\s*<string>pl\.strefownik\.app</],
        ['another name', /CFBundleName<\/key>\s*<string>Strefownik</],
        ['another least version', /LSMinimumSystemVersion<\/key>\s*<string>13\.0</],
      ];
      return facts
        .filter(([, pattern]) => !pattern.test(plist))
        .map(([what]) => `Info.plist has ${what}`);
    }
  }
}

/** Lays a packed application out as plain folders, so that it can be started without an archive. */
export function unpack({ resources }: Packed, folder: string): void {
  extractAll(join(resources, 'app.asar'), folder);
  cpSync(join(resources, 'resources'), join(folder, 'resources'), { recursive: true });
}
