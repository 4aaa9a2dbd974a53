import { dirname } from 'node:path';
import type { DeskCallName, Handlers } from '../contract/contract.ts';
import { chooseFile } from './chooseFile.ts';
import type { DeskPorts } from './desk.ts';
import { messages } from './messages.ts';
import { DONE, showInFolder } from './showing.ts';

type ReportCallName = Extract<
  DeskCallName,
  'report.saveAs' | 'report.showInFolder' | 'mail.prepare' | 'mail.showInFolder'
>;

/** Answers the calls that take closed reports and mail out of the application. */
export function reportsDesk(ports: DeskPorts): Handlers<ReportCallName> {
  const { electron, store, memory } = ports;
  const { shell } = electron;
  return {
    'report.saveAs': async ({ id }) => {
      const { name } = await store.ask('desk.reportFileName', { id });
      const folder = memory.current().saveFolder;
      const path = await chooseFile({ title: messages.saveReportTitle, name, folder }, ports);
      if (path === null) return { outcome: 'cancelled' };
      await store.ask('desk.writeReport', { id, path });
      memory.change({ saveFolder: dirname(path) });
      return { outcome: 'saved', path };
    },

    'report.showInFolder': async ({ id }) => {
      const { path } = await store.ask('desk.outgoingReport', { id });
      showInFolder(path, shell);
      return { path };
    },

    'mail.prepare': async ({ open, ...mail }) => {
      const { dispatch, path } = await store.ask('desk.prepareMail', mail);
      const opened = open && (await shell.openPath(path)) === '';
      return { dispatch, path, opened };
    },

    'mail.showInFolder': async ({ id }) => {
      const { path } = await store.ask('desk.outgoingMail', { id });
      showInFolder(path, shell);
      return DONE;
    },
  };
}
