import { access, rm } from 'node:fs/promises';
import { control, type ShellCall } from '../control.ts';
import { say } from '../say.ts';
import { asElectron, guard } from './guard.ts';

/** `shell`: nothing leaves for the desktop; calls are noted in the control object. */
const fake = guard('shell', {
  openExternal: async (url: string) => note('openExternal', url),
  openPath: async (path: string) => {
    note('openPath', path);
    return access(path).then(
      () => '',
      () => `Failed to open: ${path} does not exist`,
    );
  },
  showItemInFolder: (path: string) => note('showItemInFolder', path),
  trashItem: async (path: string) => {
    note('trashItem', path);
    await rm(path, { recursive: true });
  },
  beep: () => undefined,
});

function note(method: ShellCall['method'], target: string): void {
  control.shellCalls.push({ method, target });
  say(`shell.${method}`, target);
}

/** `shell` under Electron's type. */
export const shell = asElectron<Electron.Shell, typeof fake>(fake);
