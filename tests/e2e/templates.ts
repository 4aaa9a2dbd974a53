import { join } from 'node:path';
import { launchStrefownik } from './launch.ts';
import { appears, makeDemonstration } from './steps.ts';

/** Whose programme the tests work in: a trainer and coach. */
export const OWNER = 'Anna Wzorcowa';

/** Workspaces that are made when first wanted. */
export interface Templates {
  /** The folder of a closed workspace, to be copied and never opened. */
  workspace(kind: 'programme' | 'demonstration'): Promise<string>;
}

/** By the built application: its reports are printed PDFs. */
async function demonstrationIn(userData: string): Promise<string> {
  const app = await launchStrefownik({ userData });
  const page = await app.firstWindow();
  await appears(page);
  await makeDemonstration(page);
  await app.close();
  return join(userData, 'workspace');
}

async function programmeIn(userData: string): Promise<string> {
  // Only here: this file also loads where nobody wants the whole application's sources.
  const { makeProgramme } = await import('../helpers/storeHarness.ts');
  const folder = join(userData, 'workspace');
  await makeProgramme(folder, Date.now, OWNER);
  return folder;
}

/** Makes each workspace once, below a folder of the caller. */
export function workspaceTemplates(folder: string): Templates {
  const makers = { programme: programmeIn, demonstration: demonstrationIn };
  const made = new Map<keyof typeof makers, Promise<string>>();
  return {
    workspace: (kind) => {
      const known = made.get(kind) ?? makers[kind](join(folder, kind));
      made.set(kind, known);
      return known;
    },
  };
}
