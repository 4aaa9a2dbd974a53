import { join } from 'node:path';

/** Every folder and file that the main process uses, as absolute paths. */
export interface Paths {
  readonly userData: string;
  /** Chromium's own files, kept apart from ours. */
  readonly session: string;
  readonly compileCache: string;
  readonly logs: string;
  /** Size and place of the window, and other habits of this machine. */
  readonly deskMemory: string;
  /** The secret that opens the workspace, sealed by the system's keychain. */
  readonly keychain: string;
  readonly workspace: string;
  /** Parent of all backups, outside what an update or an uninstall touches. */
  readonly backups: string;
  /** The only folder with clear copies of reports and mail. */
  readonly outgoing: string;
  /** Read-only: fonts, templates, the programme's data. */
  readonly resources: string;
  readonly icon: string;
  /** The built renderer. */
  readonly pages: string;
  readonly preload: string;
}

/** What the paths follow from. */
export interface Surroundings {
  readonly userData: string;
  /** The person's own folder. */
  readonly home: string;
  readonly appPath: string;
  readonly isPackaged: boolean;
  /** Electron's `process.resourcesPath`. */
  readonly resourcesPath: string;
  readonly argv: readonly string[];
  /** Makes a folder that the person named absolute, from where the application was started. */
  readonly absolute: (named: string) => string;
  /** Folder of the running `main.js`. */
  readonly built: string;
}

/** Under this name people find them, also without the application. */
const BACKUPS_FOLDER = 'Strefownik - kopie zapasowe';

/** The folder named by the last `--<argument>=DIR`, or the usual one. */
function folderNamed(argument: string, { argv, absolute }: Surroundings, usual: string): string {
  const start = `--${argument}=`;
  const named = argv.findLast((each) => each.startsWith(start))?.slice(start.length);
  return named ? absolute(named) : usual;
}

/** Works out every path at once; touches no disk. */
export function pathsOf(surroundings: Surroundings): Paths {
  const { userData, appPath, isPackaged, resourcesPath, built } = surroundings;
  const resources = join(isPackaged ? resourcesPath : appPath, 'resources');
  return {
    userData,
    session: join(userData, 'session'),
    compileCache: join(userData, 'compile-cache'),
    logs: join(userData, 'logs'),
    deskMemory: join(userData, 'desk.json'),
    keychain: join(userData, 'keychain.bin'),
    workspace: folderNamed('workspace', surroundings, join(userData, 'workspace')),
    backups: folderNamed('backups', surroundings, join(surroundings.home, BACKUPS_FOLDER)),
    outgoing: join(userData, 'outgoing'),
    resources,
    icon: join(resources, 'icons', 'icon.png'),
    pages: join(built, '..', 'renderer'),
    preload: join(built, '..', 'preload', 'preload.cjs'),
  };
}
