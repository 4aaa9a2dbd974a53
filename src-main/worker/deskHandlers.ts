import type { DeskRequestHandlers } from '../contract/storeRequests.ts';
import {
  outgoingMail,
  outgoingReport,
  prepareMail,
  reportFileName,
  writeReportTo,
} from '../usecases/mails.ts';
import type { Tools } from '../usecases/tools.ts';
import { reports } from '../store/reports.ts';

/** Which use case answers which request of the desk; closing is the worker's own business. */
export function deskHandlers(tools: Tools): Omit<DeskRequestHandlers, 'desk.closeWorkspace'> {
  return {
    'desk.reportFileName': ({ id }) => ({ name: reportFileName(reports.get(tools.store, id)) }),
    'desk.writeReport': ({ id, path }) => writeReportTo(tools, id, path),
    'desk.outgoingReport': ({ id }) => outgoingReport(tools, id),
    'desk.prepareMail': (input) => prepareMail(tools, input),
    'desk.outgoingMail': ({ id }) => outgoingMail(tools, id),
  };
}
