import type { Handlers } from '../contract/contract.ts';
import type { DeskRequestHandlers } from '../contract/storeRequests.ts';
import { listErasures } from '../usecases/erasureRun.ts';
import { protocolFileName, writeProtocol } from '../usecases/erasureProtocols.ts';
import {
  eraseSubject,
  previewErasure,
  readNotesAbout,
  showSubject,
  writeReleasedNote,
  writeSubjectExport,
} from '../usecases/privateNotesSubject.ts';
import { findSubjects } from '../usecases/subjectFind.ts';
import type { Tools } from '../usecases/tools.ts';

/** Answers of the calls about one person's own data. */
export function personalDataHandlers(
  tools: Tools,
): Handlers<
  | 'subject.find'
  | 'subject.show'
  | 'subject.privateNotes'
  | 'erasure.preview'
  | 'erasure.run'
  | 'erasure.list'
> {
  /** For use cases that tell which backups still hold somebody. */
  const withBackups =
    <Input, Result>(useCase: (given: Tools, input: Input) => Result) =>
    async (input: Input): Promise<Awaited<Result>> => {
      await tools.backupsReady?.();
      return await useCase(tools, input);
    };
  return {
    'subject.find': ({ text }) => findSubjects(tools, text),
    'subject.show': (input) => showSubject(tools, input),
    'subject.privateNotes': (input) => readNotesAbout(tools, input),
    'erasure.preview': withBackups(previewErasure),
    'erasure.run': withBackups(eraseSubject),
    'erasure.list': () => listErasures(tools),
  };
}

/** Answers of what the desk asks about one person's own data. */
export function personalDataRequests(
  tools: Tools,
): Pick<
  DeskRequestHandlers,
  | 'desk.writeSubjectExport'
  | 'desk.writeReleasedNote'
  | 'desk.erasureFileName'
  | 'desk.writeErasureProtocol'
> {
  return {
    'desk.writeSubjectExport': ({ path, ...subject }) => writeSubjectExport(tools, subject, path),
    'desk.writeReleasedNote': (input) => writeReleasedNote(tools, input),
    'desk.erasureFileName': ({ id }) => protocolFileName(tools, id),
    'desk.writeErasureProtocol': (input) => writeProtocol(tools, input),
  };
}
