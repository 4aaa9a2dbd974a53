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
  readonly workspace: string;
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

const WORKSPACE_ARGUMENT = '--workspace=';

/** The folder named by `--workspace=DIR`, or the usual one. */
function workspaceFolder({ argv, absolute, userData }: Surroundings): string {
  const named = argv
    .findLast((argument) => argument.startsWith(WORKSPACE_ARGUMENT))
    ?.slice(WORKSPACE_ARGUMENT.length);
  return named ? absolute(named) : join(userData, 'workspace');
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
    workspace: workspaceFolder(surroundings),
    outgoing: join(userData, 'outgoing'),
    resources,
    icon: join(resources, 'icons', 'icon.png'),
    pages: join(built, '..', 'renderer'),
    preload: join(built, '..', 'preload', 'preload.cjs'),
  };
}
