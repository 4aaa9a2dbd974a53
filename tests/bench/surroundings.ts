import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPrinter } from '../../src-main/reports/printer.ts';
import { workspacePaths } from '../../src-main/store/workspace.ts';
import { copyApplication } from '../demo/applicationCopy.ts';
import { storeHarness } from '../helpers/storeHarness.ts';
import { repository } from '../tools/places.mjs';
import { tenYearsFolder } from './tenYears.ts';

/** The two workspaces that figures are measured on. */
export type WorkspaceName = 'demonstration' | 'ten years';

/** What every measurement gets: folders to work in. */
export interface Surroundings {
  /** The built application, as it was when the run began. */
  readonly application: string;
  /** A fresh data folder with a copy of a workspace in `workspace/`, to be written into freely. */
  userData(workspace: WorkspaceName): Promise<string>;
  /** A fresh folder. */
  folder(name: string): string;
  /** Removes everything that was made. */
  dispose(): void;
}

/** Copies a workspace; its files never change, so the copy only points at them. */
export function copyWorkspace(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const source = workspacePaths(from);
  for (const path of [source.database, source.key]) cpSync(path, join(to, basename(path)));
  symlinkSync(source.files, workspacePaths(to).files, 'junction');
}

/** The demonstration season, made as the application makes it. */
async function makeDemonstration(folder: string): Promise<void> {
  const printer = createPrinter({
    workerUrl: pathToFileURL(join(repository, 'src-main/reports/reportWorker.ts')),
    resourcesDir: join(repository, 'resources'),
  });
  const harness = storeHarness({ folder, printer });
  try {
    await harness.create({ start: 'demonstration', passphrase: '' });
  } finally {
    await harness.server.close();
    await printer.close();
  }
}

/**
 * Makes the surroundings of one run.
 * @param size share of the ten years, 0..1
 */
export function createSurroundings(size: number): Surroundings {
  const root = mkdtempSync(join(tmpdir(), 'strefownik-bench-'));
  let made = 0;
  const folder = (name: string): string => {
    made += 1;
    const path = join(root, `${made}-${name.replaceAll(' ', '-')}`);
    mkdirSync(path);
    return path;
  };
  let demonstration: Promise<string> | undefined;
  const demonstrationFolder = async (): Promise<string> => {
    const path = folder('season');
    await makeDemonstration(path);
    return path;
  };
  const originalOf = (workspace: WorkspaceName): Promise<string> =>
    workspace === 'ten years' ? tenYearsFolder(size) : (demonstration ??= demonstrationFolder());
  return {
    application: copyApplication(folder('application')),
    folder,
    userData: async (workspace) => {
      const original = await originalOf(workspace);
      const userData = folder(workspace);
      copyWorkspace(join(original, 'workspace'), join(userData, 'workspace'));
      return userData;
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}
