import { existsSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { filesBelow } from '../build/hash.mjs';
import {
  consoleAllowed,
  fileLength,
  preloadGlobal,
  roomOf,
  topLevelAwaitAllowed,
  type Room,
} from './rooms.ts';
import { readSource, type Habit, type Import, type Source } from './source.ts';

/** One thing that breaks a wall. */
export interface Finding {
  severity: 'error' | 'warning';
  /** `path:line` from the tree's root. */
  place: string;
  /** The name of the broken rule. */
  rule: string;
  /** What is wrong and what to do instead. */
  message: string;
}

/** Reads every source file below the given folders of a tree. */
export function readTree(root: string, folders: string[]): Source[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesBelow(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(root, path));
}

/** Everything that breaks a wall in the rooms of the application. */
export function checkRooms(root: string, sources: Source[]): Finding[] {
  return sources.flatMap((source) => {
    if (source.path.endsWith('.css')) return [];
    const room = roomOf(source.path);
    if (!room) return [outsideRooms(source)];
    return [
      ...source.imports.flatMap((each) => checkImport(root, source, room, each)),
      ...checkHabits(source),
    ];
  });
}

/** Files that are, or soon will be, too long to read. */
export function checkLengths(sources: Source[]): Finding[] {
  return sources
    .filter(({ lines }) => lines > fileLength.warn)
    .map(({ path, lines }) => ({
      severity: lines > fileLength.fail ? 'error' : 'warning',
      place: path,
      rule: 'file length',
      message: `${lines} lines (at most ${fileLength.fail}, better ${fileLength.warn}): split it by what its parts are about.`,
    }));
}

function outsideRooms(source: Source): Finding {
  return {
    severity: 'error',
    place: source.path,
    rule: 'every file has a room',
    message:
      'This file lies in no room: move it into one, or add a row to tests/tools/walls/rooms.ts.',
  };
}

function checkImport(root: string, source: Source, room: Room, each: Import): Finding[] {
  const refuse = (rule: string, message: string): Finding[] => [
    { severity: 'error', place: `${source.path}:${each.line}`, rule, message },
  ];
  const { specifier } = each;
  if (specifier === undefined)
    return refuse('imports are literal', 'Name the module in quotes, so that walls can see it.');
  if (specifier.startsWith('.')) return checkRelative(root, source, room, each, specifier, refuse);
  if (isBuiltin(specifier)) {
    if (!room.node)
      return refuse('node modules', `${room.name} may not import ${specifier}. ${room.instead}`);
    return specifier.startsWith('node:')
      ? []
      : refuse(
          'node modules',
          `Write node:${specifier}, so that it cannot be taken for a package.`,
        );
  }
  return checkPackage(room, each, specifier, refuse);
}

type Refuse = (rule: string, message: string) => Finding[];

function checkPackage(room: Room, each: Import, specifier: string, refuse: Refuse): Finding[] {
  const name = packageOf(specifier);
  const allowed = room.packages.some((entry) =>
    entry.endsWith('/*') ? name.startsWith(entry.slice(0, -1)) : name === entry,
  );
  if (!allowed)
    return refuse('packages of a room', `${room.name} may not import ${name}. ${room.instead}`);
  if (name === 'electron') return checkElectronEntry(room, each, specifier, refuse);
  return [];
}

/** The narrow entries make the compiler refuse names that the process does not have. */
function checkElectronEntry(
  room: Room,
  each: Import,
  specifier: string,
  refuse: Refuse,
): Finding[] {
  const narrow =
    room.name === 'preload'
      ? ['electron/renderer', 'electron/common']
      : ['electron/main', 'electron/common', 'electron/utility'];
  if (each.typeOnly || narrow.includes(specifier)) return [];
  return refuse(
    'electron entries',
    `Import ${narrow.slice(0, 2).join(' or ')} instead of ${specifier}: a name of another process would stop the start.`,
  );
}

function checkRelative(
  root: string,
  source: Source,
  room: Room,
  each: Import,
  specifier: string,
  refuse: Refuse,
): Finding[] {
  const target = posix.join(posix.dirname(source.path), specifier.replace(/\?.*$/, ''));
  const absolute = join(root, target);
  if (!existsSync(absolute) || !statSync(absolute).isFile())
    return refuse('imports carry their extension', `There is no file ${target}.`);
  if (target.startsWith('resources/') && source.path.startsWith('src-renderer/')) return [];
  const other = roomOf(target);
  if (!other) return refuse('rooms', `${target} lies in no room of the application.`);
  if (other.name === room.name) return checkFeature(source, target, refuse);
  const access = room.rooms[other.name];
  if (access === undefined)
    return refuse(
      'rooms',
      `${room.name} may not import ${other.name} (${target}). ${room.instead}`,
    );
  if (access === 'types' && !each.typeOnly)
    return refuse(
      'rooms',
      `${room.name} may import only types of ${other.name} (${target}): write \`import type\`. ${room.instead}`,
    );
  return [];
}

/** Another feature may be opened through its index, never reached into. */
function checkFeature(source: Source, target: string, refuse: Refuse): Finding[] {
  const own = featureOf(source.path);
  const other = featureOf(target);
  if (own === undefined || other === undefined || own === other) return [];
  if (/^src-renderer\/features\/[^/]+\/index\.tsx?$/.test(target)) return [];
  return refuse(
    'features keep to themselves',
    `${own} may not import the inside of ${other} (${target}). Move what both need to state, ui or domain.`,
  );
}

const featureOf = (path: string): string | undefined =>
  /^src-renderer\/features\/([^/]+)\//.exec(path)?.[1];

function checkHabits({ path, habits, globalMembers }: Source): Finding[] {
  const found = habits
    .map(({ kind, line }) => ({ line, rule: habitRules[kind] }))
    .filter(({ rule }) => rule.paths.test(path) && !rule.except.includes(path))
    .map(({ line, rule }) => habitFinding(`${path}:${line}`, rule));
  if (path.startsWith('src-renderer/bridge/')) return found;
  const around = (globalMembers.get(preloadGlobal) ?? []).map((line) =>
    habitFinding(`${path}:${line}`, oneBridge),
  );
  return [...found, ...around];
}

/** A way of writing that some files forbid. */
interface HabitRule {
  rule: string;
  paths: RegExp;
  except: string[];
  message: string;
}

const buildConfigs = ['src-main/vite.config.ts', 'src-renderer/vite.config.ts'];

const habitRules: Record<Habit['kind'], HabitRule> = {
  console: {
    rule: 'no console',
    paths: /^src-main\//,
    except: consoleAllowed,
    message: `Write through ${consoleAllowed.join(' or ')}.`,
  },
  'top-level await': {
    rule: 'no top-level await',
    paths: /^src-main\//,
    except: topLevelAwaitAllowed,
    message: 'Electron waits for it before `ready`, and may wait forever: move it into a function.',
  },
  NODE_ENV: {
    rule: 'no NODE_ENV',
    paths: /^src-main\//,
    except: buildConfigs,
    message:
      'It is not set in the packed application: ask `app.isPackaged` and pass the answer in.',
  },
  'working folder': {
    rule: 'no working folder',
    paths: /^src-(main|renderer)\//,
    except: buildConfigs,
    message:
      'The packed application starts anywhere: start from import.meta.url or a given folder.',
  },
};

const oneBridge = {
  rule: 'one bridge',
  message: 'Only src-renderer/bridge touches the preload: call the bridge.',
};

const habitFinding = (
  place: string,
  { rule, message }: { rule: string; message: string },
): Finding => ({
  severity: 'error',
  place,
  rule,
  message,
});

/** `@scope/name` or `name` of an import such as `name/inside`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
