/**
 * The rooms of the application and what each may import: the one table that `npm run check`
 * enforces. To let a room import something new, change its row here and say why in the commit.
 */

/** What a room may see of another room. */
export type Access = 'all' | 'types';

/** One row of the table. */
export interface Room {
  name: string;
  /** Folders (ending in `/`) and files, from the repository's root; the longest match wins. */
  paths: string[];
  /** Other rooms it may import, by name; `types` lets only type imports through. */
  rooms: Record<string, Access>;
  /** npm packages it may import; `@scope/*` allows a whole scope. */
  packages: string[];
  /** Whether it may import Node's built-in modules. */
  node: boolean;
  /** What to do instead when an import is refused. */
  instead: string;
}

const all = (...names: string[]): Record<string, Access> =>
  Object.fromEntries(names.map((name) => [name, 'all']));

const mainRooms = [
  'waiting',
  'domain',
  'contract',
  'store',
  'files',
  'reports',
  'mail',
  'usecases',
  'private use cases',
  'season',
];

const interfacePackages = ['react', 'react-dom', '@mantine/*', '@tabler/icons-react'];

export const rooms: Room[] = [
  {
    name: 'waiting',
    paths: ['src-main/within.ts'],
    rooms: {},
    packages: [],
    node: true,
    instead: 'Waiting knows promises and timers only: what is waited for belongs to who waits.',
  },
  {
    name: 'domain',
    paths: ['src-main/domain/'],
    rooms: {},
    packages: ['zod', 'date-fns'],
    node: false,
    instead: 'Keep domain pure: take plain values as parameters and let a use case fetch them.',
  },
  {
    name: 'contract',
    paths: ['src-main/contract/'],
    rooms: all('domain'),
    packages: ['zod'],
    node: false,
    instead: 'The contract only names calls and their zod schemas: build them from domain schemas.',
  },
  {
    name: 'store',
    paths: ['src-main/store/'],
    rooms: all('domain', 'files', 'private store'),
    packages: ['better-sqlite3', 'zod'],
    node: true,
    instead:
      'The store maps rows and things: move rules to domain and orchestration to a use case.',
  },
  {
    name: 'private store',
    paths: ['src-main/store/private/'],
    rooms: all('domain', 'store'),
    packages: ['better-sqlite3', 'zod'],
    node: true,
    instead:
      'Private notes have one module of their own: keep others out of it and it out of others.',
  },
  {
    name: 'files',
    paths: ['src-main/files/'],
    rooms: all('domain'),
    packages: ['zod'],
    node: true,
    instead:
      'The files room writes and reads encrypted files only: rows about them are the store’s.',
  },
  {
    name: 'reports',
    paths: ['src-main/reports/'],
    rooms: all('domain'),
    packages: ['@myriaddreamin/typst-ts-web-compiler', 'pdfjs-dist', 'zod'],
    node: true,
    instead:
      'Reports print what they are given: let the use case read the store and pass the layer.',
  },
  {
    name: 'mail',
    paths: ['src-main/mail/'],
    rooms: all('domain'),
    packages: ['nodemailer', 'zod'],
    node: true,
    instead:
      'Mail builds and sends messages it is given: let the use case read what goes into them.',
  },
  {
    name: 'usecases',
    paths: ['src-main/usecases/'],
    rooms: all('domain', 'store', 'files', 'reports', 'mail'),
    packages: ['zod', 'date-fns', 'date-holidays', 'uuid'],
    node: false,
    instead: 'Describe what the use case needs as a port (a function type) and give it in boot.',
  },
  {
    name: 'season',
    paths: ['src-main/usecases/season/'],
    rooms: all('domain', 'store', 'usecases', 'private use cases'),
    packages: ['zod', 'date-fns'],
    node: false,
    instead: 'The invented season is made of use cases and the store, like real work.',
  },
  {
    name: 'private use cases',
    paths: ['src-main/usecases/private'],
    rooms: all('domain', 'store', 'private store', 'files', 'usecases'),
    packages: ['zod', 'date-fns', 'uuid'],
    node: false,
    instead: 'Private use cases reach private notes and nothing that could print or send them.',
  },
  {
    name: 'electron',
    paths: ['src-main/electron/'],
    rooms: { ...all('waiting', 'domain', 'contract'), usecases: 'types' },
    packages: ['electron', 'zod'],
    node: true,
    instead: 'Electron’s room relays: put the work into a use case and reach it over the contract.',
  },
  {
    name: 'preload',
    paths: ['src-main/electron/preload.ts'],
    rooms: { contract: 'types', domain: 'types' },
    packages: ['electron'],
    node: false,
    instead: 'The preload knows names and types of the contract; the build gives it the names.',
  },
  {
    name: 'workers',
    paths: ['src-main/storeWorker.ts', 'src-main/upkeepWorker.ts', 'src-main/worker/'],
    rooms: all(...mainRooms),
    packages: ['zod', 'uuid', 'date-holidays'],
    node: true,
    instead: 'Workers compose rooms, as boot does, and never see Electron.',
  },
  {
    name: 'boot',
    paths: ['src-main/boot.ts'],
    rooms: all(...mainRooms, 'electron', 'workers'),
    packages: ['electron', 'zod', 'uuid'],
    node: true,
    instead: 'Boot composes rooms: move the library’s use into the room it belongs to.',
  },
  {
    name: 'main',
    paths: ['src-main/main.ts'],
    rooms: all(...mainRooms, 'electron', 'boot'),
    packages: ['electron'],
    node: true,
    instead: 'main.ts holds only what must happen before `ready`: move the rest to boot.ts.',
  },
  {
    name: 'build of main',
    paths: ['src-main/vite.config.ts'],
    rooms: all('contract'),
    packages: ['vite'],
    node: true,
    instead: 'The build configuration knows names of the contract and nothing else.',
  },
  {
    name: 'bridge',
    paths: ['src-renderer/bridge/'],
    rooms: { contract: 'types', domain: 'types' },
    packages: [],
    node: false,
    instead: 'The bridge is typed by the contract and depends on no screen, store or library.',
  },
  {
    name: 'ui',
    paths: ['src-renderer/ui/'],
    rooms: all('i18n'),
    packages: [...interfacePackages, 'dayjs', 'date-fns', 'pdfjs-dist', 'zod'],
    node: false,
    instead: 'The kit shows what it is given: pass values and callbacks in from a feature.',
  },
  {
    name: 'i18n',
    paths: ['src-renderer/i18n/'],
    rooms: {},
    packages: ['i18next', 'react-i18next', 'react'],
    node: false,
    instead: 'Messages know no screens: give values to a text as its parameters.',
  },
  {
    name: 'state',
    paths: ['src-renderer/state/'],
    rooms: { ...all('bridge', 'domain', 'ui', 'i18n'), contract: 'types' },
    packages: ['zustand', 'react', 'zod', 'date-fns'],
    node: false,
    instead: 'Shared state knows no screen: let the feature read the state.',
  },
  {
    name: 'shell',
    paths: ['src-renderer/shell/'],
    rooms: all('bridge', 'domain', 'ui', 'state', 'i18n', 'feature registry'),
    packages: [...interfacePackages, 'zustand'],
    node: false,
    instead: 'The shell reaches screens only through features/registry.ts.',
  },
  {
    name: 'feature registry',
    paths: ['src-renderer/features/registry.ts'],
    rooms: all('features', 'state', 'i18n', 'ui'),
    packages: ['react'],
    node: false,
    instead: 'The registry only maps places to features.',
  },
  {
    name: 'features',
    paths: ['src-renderer/features/'],
    rooms: { ...all('bridge', 'domain', 'ui', 'state', 'i18n'), shell: 'all', contract: 'types' },
    packages: [...interfacePackages, 'zustand', 'zod', 'date-fns', 'pdfjs-dist'],
    node: false,
    instead: 'Move what two features share to state, ui or domain.',
  },
  {
    name: 'page',
    paths: ['src-renderer/'],
    rooms: all('bridge', 'domain', 'ui', 'state', 'i18n', 'shell', 'features', 'feature registry'),
    packages: interfacePackages,
    node: false,
    instead: 'The page only puts the application together.',
  },
  {
    name: 'build of the page',
    paths: ['src-renderer/vite.config.ts'],
    rooms: {},
    packages: ['vite', '@vitejs/plugin-react'],
    node: true,
    instead: 'The build configuration imports no application code.',
  },
];

/** Where `console` may be used; everything else in src-main writes through the log. */
export const consoleAllowed = ['src-main/electron/log.ts'];

/** Entries of their own thread, whose top-level await holds nobody up. */
export const topLevelAwaitAllowed = [
  'src-main/storeWorker.ts',
  'src-main/upkeepWorker.ts',
  'src-main/reports/reportWorker.ts',
];

/** The name under which the preload exposes its calls to the page. */
export const preloadGlobal = 'strefownik';

/** A file longer than this is warned about; longer than `fail` is refused. Lines. */
export const fileLength = { warn: 300, fail: 400 };

/** The room that a file lies in; the longest matching path wins. */
export function roomOf(file: string): Room | undefined {
  const matches = rooms.flatMap((room) =>
    room.paths.filter((path) => file.startsWith(path)).map((path) => ({ room, path })),
  );
  return matches.toSorted((one, other) => other.path.length - one.path.length)[0]?.room;
}
