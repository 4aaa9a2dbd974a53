import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { BrowserWindow } from 'electron/main';
import type { DeskCallName, Handlers } from '../contract/contract.ts';
import { DeskFailure } from './deskFailure.ts';
import type { DeskMemoryFile } from './deskMemory.ts';
import { messages } from './messages.ts';
import type { Paths } from './paths.ts';
import type { ElectronParts } from './ports.ts';
import type { StoreLink } from './storeLink.ts';
import { backgroundColour } from './window.ts';

/** What the desk works with. */
export interface DeskPorts {
  /** Dialogs and shell are called on these objects, so that a test can put its own answer in their place. */
  readonly electron: Pick<ElectronParts, 'app' | 'clipboard' | 'dialog' | 'nativeTheme' | 'shell'>;
  readonly store: Pick<StoreLink, 'ask' | 'lock'>;
  readonly memory: DeskMemoryFile;
  readonly paths: Pick<Paths, 'workspace' | 'outgoing'>;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly window: () => BrowserWindow | undefined;
  /** Removes old clear copies from the outgoing folder. */
  readonly sweep: () => Promise<void>;
}

const DONE = { done: true } as const;
const PDF = '.pdf';

/** Answers the calls that need a window, a dialog or another program. */
export function createDesk(ports: DeskPorts): Handlers<DeskCallName> {
  const { electron, store, memory, paths, versions } = ports;
  const { app, clipboard, nativeTheme, shell } = electron;

  return {
    'workspace.lock': async () => {
      const status = await store.lock();
      await ports.sweep();
      return status;
    },

    'workspace.showFolder': async () => {
      // The folder itself where a file manager takes it, else marked in the folder above.
      const refused = await shell.openPath(paths.workspace);
      if (refused !== '') shell.showItemInFolder(paths.workspace);
      return DONE;
    },

    'app.about': () => ({
      version: app.getVersion(),
      electron: versions['electron'] ?? '',
      chrome: versions['chrome'] ?? '',
      node: versions['node'] ?? '',
      folder: paths.workspace,
      outgoingFolder: paths.outgoing,
    }),

    'appearance.apply': ({ appearance }) => {
      nativeTheme.themeSource = appearance;
      memory.change({ appearance });
      ports.window()?.setBackgroundColor(backgroundColour(nativeTheme));
      return DONE;
    },

    'clipboard.copy': async ({ text }) => {
      await clipboard.writeText(text);
      return DONE;
    },

    'report.saveAs': async ({ id }) => {
      const { name } = await store.ask('desk.reportFileName', { id });
      const path = await chooseReportFile(name, ports);
      if (path === null) return { outcome: 'cancelled' };
      await store.ask('desk.writeReport', { id, path });
      memory.change({ saveFolder: dirname(path) });
      return { outcome: 'saved', path };
    },

    'report.showInFolder': async ({ id }) => {
      const { path } = await store.ask('desk.outgoingReport', { id });
      showInFolder(path, ports);
      return { path };
    },

    'mail.prepare': async ({ open, ...mail }) => {
      const { dispatch, path } = await store.ask('desk.prepareMail', mail);
      const opened = open && (await shell.openPath(path)) === '';
      return { dispatch, path, opened };
    },

    'mail.showInFolder': async ({ id }) => {
      const { path } = await store.ask('desk.outgoingMail', { id });
      showInFolder(path, ports);
      return DONE;
    },
  };
}

function showInFolder(path: string, { electron }: DeskPorts): void {
  if (!existsSync(path)) throw new DeskFailure('file-missing');
  electron.shell.showItemInFolder(path);
}

/** Asks where a report goes, first offering the folder of the last time; null when the person cancels. */
async function chooseReportFile(name: string, ports: DeskPorts): Promise<string | null> {
  const { electron, memory } = ports;
  const { app, dialog } = electron;
  const { saveFolder } = memory.current();
  const folder =
    saveFolder !== null && existsSync(saveFolder) ? saveFolder : app.getPath('documents');
  const options: Electron.SaveDialogOptions = {
    title: messages.saveReportTitle,
    buttonLabel: messages.saveReportButton,
    defaultPath: join(folder, name),
    filters: [{ name: messages.pdfFiles, extensions: [PDF.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = ports.window();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return null;
  if (extname(filePath).toLowerCase() === PDF) return filePath;
  // Not every system's dialog adds the ending, and then it asked about another file.
  const path = `${filePath}${PDF}`;
  return !existsSync(path) || (await mayReplace(path, ports)) ? path : null;
}

async function mayReplace(path: string, { electron, window }: DeskPorts): Promise<boolean> {
  const { dialog } = electron;
  const options: Electron.MessageBoxOptions = {
    type: 'question',
    title: messages.appName,
    message: messages.replaceQuestion(basename(path)),
    buttons: [messages.replace, messages.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const parent = window();
  const { response } = await (parent
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options));
  return response === 0;
}
