import type { DeskRequestHandlers } from '../contract/storeRequests.ts';
import { writeLostLaptop } from '../usecases/lostLaptop.ts';
import {
  outgoingMail,
  outgoingReport,
  prepareMail,
  reportFileName,
  writeReportTo,
} from '../usecases/mails.ts';
import { countPrivateNotes } from '../usecases/privateNoteCount.ts';
import type { Tools } from '../usecases/tools.ts';
import { reports } from '../store/reports.ts';
import { personalDataRequests } from './personalDataHandlers.ts';
import type { AlwaysRequestName, KeeperRequestName } from './workspaceKeeper.ts';

/** Which use case answers which request of the desk; opening, keys and backups are the keeper's own business. */
export function deskHandlers(
  tools: Tools,
): Omit<DeskRequestHandlers, AlwaysRequestName | KeeperRequestName> {
  return {
    'desk.reportFileName': ({ id }) => ({ name: reportFileName(reports.get(tools.store, id)) }),
    'desk.writeReport': ({ id, path }) => writeReportTo(tools, id, path),
    'desk.outgoingReport': ({ id }) => outgoingReport(tools, id),
    'desk.prepareMail': (input) => prepareMail(tools, input),
    'desk.outgoingMail': ({ id }) => outgoingMail(tools, id),
    'desk.writeLostLaptop': ({ path }) => writeLostLaptop(tools, countPrivateNotes(tools), path),
    ...personalDataRequests(tools),
  };
}
