import type { DeskCallName, Handlers } from '../contract/contract.ts';
import { chooseFile, chooseFolder, type FileToSave } from './chooseFile.ts';
import type { DeskPorts } from './desk.ts';
import { logFile } from './log.ts';
import { readLogText } from './logText.ts';
import { messages } from './messages.ts';
import { printPage } from './printPage.ts';
import { DONE, showFolder, showInFolder } from './showing.ts';

type FileCallName = Extract<
  DeskCallName,
  | 'recovery.saveSheet'
  | 'page.print'
  | 'backup.chooseSecond'
  | 'backup.showFolder'
  | 'restore.chooseFolder'
  | 'log.read'
  | 'log.showInFolder'
  | 'lostLaptop.saveAs'
  | 'subject.saveExport'
  | 'subject.releaseNote'
  | 'erasure.saveProtocol'
>;

type SavedAs = { outcome: 'saved'; path: string } | { outcome: 'cancelled' };

/** Answers the calls that put something about the data's safety on paper, on a stick or before one's eyes. */
export function filesDesk(ports: DeskPorts): Handlers<FileCallName> {
  const { electron, store, log, paths } = ports;

  /** Where it went is not remembered: the next report does not belong on the stick with the recovery sheet. */
  const saveAs = async (
    file: Omit<FileToSave, 'folder'>,
    write: (path: string) => Promise<unknown>,
  ): Promise<SavedAs> => {
    const path = await chooseFile({ ...file, folder: null }, ports);
    if (path === null) return { outcome: 'cancelled' };
    await write(path);
    return { outcome: 'saved', path };
  };

  return {
    'recovery.saveSheet': () =>
      saveAs({ title: messages.saveSheetTitle, name: messages.sheetName }, (path) =>
        store.ask('desk.writeRecoverySheet', { path }),
      ),

    'page.print': async () => ({ printed: await printPage(ports.window()) }),

    'backup.chooseSecond': async () => {
      const path = await chooseFolder(messages.chooseSecondTitle, ports);
      if (path === null) return { outcome: 'cancelled' };
      return { outcome: 'chosen', second: await store.ask('desk.setSecondPlace', { path }) };
    },

    'backup.showFolder': async () => {
      const { path } = await store.ask('desk.backupFolder', {});
      await showFolder(path, electron.shell);
      return DONE;
    },

    'restore.chooseFolder': async () => {
      const path = await chooseFolder(messages.chooseBackupsTitle, ports);
      if (path === null) return { outcome: 'cancelled' };
      return { outcome: 'chosen', path, backups: await store.ask('desk.lookAtBackups', { path }) };
    },

    'log.read': async () => {
      await log.flush();
      return { path: logFile(paths.logs, 0), text: await readLogText(paths.logs) };
    },

    'log.showInFolder': async () => {
      await log.flush();
      showInFolder(logFile(paths.logs, 0), electron.shell);
      return DONE;
    },

    'lostLaptop.saveAs': () =>
      saveAs({ title: messages.saveLostLaptopTitle, name: messages.lostLaptopName }, (path) =>
        store.ask('desk.writeLostLaptop', { path }),
      ),

    'subject.saveExport': (subject) =>
      saveAs(
        { title: messages.saveExportTitle, name: messages.exportName, beside: ['.json'] },
        (path) => store.ask('desk.writeSubjectExport', { ...subject, path }),
      ),

    'subject.releaseNote': (note) =>
      saveAs({ title: messages.saveNoteTitle, name: messages.noteName }, (path) =>
        store.ask('desk.writeReleasedNote', { ...note, path }),
      ),

    'erasure.saveProtocol': async ({ id }) => {
      const { name } = await store.ask('desk.erasureFileName', { id });
      return saveAs({ title: messages.saveProtocolTitle, name }, (path) =>
        store.ask('desk.writeErasureProtocol', { id, path }),
      );
    },
  };
}
