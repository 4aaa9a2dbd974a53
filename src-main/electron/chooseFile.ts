import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { BrowserWindow } from 'electron/main';
import { messages } from './messages.ts';
import type { ElectronParts } from './ports.ts';

/** What asking for a place on the disk needs. */
export interface ChoosingPorts {
  /** Dialogs are called on this object, so that a test can put its own answer in their place. */
  readonly electron: Pick<ElectronParts, 'app' | 'dialog'>;
  readonly window: () => BrowserWindow | undefined;
}

/** A file to be saved where the person says. */
export interface FileToSave {
  readonly title: string;
  /** The name to offer, with its ending. */
  readonly name: string;
  /** The folder to offer; null, or one that is gone: the documents. */
  readonly folder: string | null;
  /** Endings of files that are written beside it under the same name, such as `.json`. */
  readonly beside?: readonly string[];
}

const PDF = '.pdf';

/** Asks where a PDF goes; null when the person cancels, or does not want to replace what is there. */
export async function chooseFile(file: FileToSave, ports: ChoosingPorts): Promise<string | null> {
  const { app, dialog } = ports.electron;
  const { folder } = file;
  const offered = folder !== null && existsSync(folder) ? folder : app.getPath('documents');
  const options: Electron.SaveDialogOptions = {
    title: file.title,
    buttonLabel: messages.saveButton,
    defaultPath: join(offered, file.name),
    filters: [{ name: messages.pdfFiles, extensions: [PDF.slice(1)] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = ports.window();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return null;
  const ended = extname(filePath).toLowerCase() === PDF;
  const path = ended ? filePath : `${filePath}${PDF}`;
  const stem = path.slice(0, -PDF.length);
  // Not every system's dialog adds the ending, and then it asked about another file.
  const unasked = [...(ended ? [] : [path]), ...(file.beside ?? []).map((end) => stem + end)];
  for (const each of unasked) if (existsSync(each) && !(await mayReplace(each, ports))) return null;
  return path;
}

/** Asks for a folder; null when the person cancels. */
export async function chooseFolder(title: string, ports: ChoosingPorts): Promise<string | null> {
  const { dialog } = ports.electron;
  const options: Electron.OpenDialogOptions = {
    title,
    buttonLabel: messages.chooseButton,
    properties: ['openDirectory', 'createDirectory'],
  };
  const window = ports.window();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

async function mayReplace(path: string, { electron, window }: ChoosingPorts): Promise<boolean> {
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
