import type { Handlers, StoreCallName } from '../contract/contract.ts';
import type { AlwaysCallName, KeeperCallName } from './workspaceKeeper.ts';
import { listDrafts, findDraft } from '../store/drafts.ts';
import { recordAgreement } from '../usecases/agreements.ts';
import { reorderAgenda, saveAgendaItem } from '../usecases/agenda.ts';
import {
  confirmAttendance,
  markAttendance,
  markRest,
  reopenAttendance,
} from '../usecases/attendance.ts';
import { listBin, removeThing, restoreThing } from '../usecases/bin.ts';
import { calendarEvents } from '../usecases/calendarEvents.ts';
import { listEngagements, readEngagement, readSession } from '../usecases/coaching.ts';
import {
  saveEngagement,
  saveGoal,
  saveResource,
  saveSession,
  saveStep,
  scoreGoal,
  setStepState,
} from '../usecases/coachingSave.ts';
import { runDiagnostics } from '../usecases/diagnostics.ts';
import { discardDraft, keepDraft } from '../usecases/drafts.ts';
import { readHistory, redoLast, undoLast } from '../usecases/history.ts';
import { listLibraries, saveLibrary } from '../usecases/libraries.ts';
import { readLibrary } from '../usecases/libraryPage.ts';
import { readLostLaptop } from '../usecases/lostLaptop.ts';
import { markMail } from '../usecases/mails.ts';
import {
  addToTeam,
  changeMembership,
  changeParticipant,
  currentTeam,
  listPersons,
  savePerson,
} from '../usecases/people.ts';
import { checkPlan, moveDays, planWorkshop } from '../usecases/planWorkshop.ts';
import { countPrivateNotes } from '../usecases/privateNoteCount.ts';
import { readPrivateNote, savePrivateNote } from '../usecases/privateNotes.ts';
import {
  clearRetention,
  listPastRetention,
  readRetentionPeriods,
} from '../usecases/privateUpkeep.ts';
import { listEditions, readProgram } from '../usecases/program.ts';
import { listReports, readReport } from '../usecases/reportLists.ts';
import { closeReport, correctReport, previewReport, readReportPdf } from '../usecases/reports.ts';
import { markReviewed, saveRetention } from '../usecases/retention.ts';
import { search } from '../usecases/search.ts';
import { changeSettings, readSettings } from '../usecases/settings.ts';
import { readToday } from '../usecases/today.ts';
import type { Tools } from '../usecases/tools.ts';
import { personalDataHandlers } from './personalDataHandlers.ts';
import {
  describeWorkshop,
  listWorkshops,
  readWorkshop,
  setWorkshopState,
} from '../usecases/workshops.ts';

/** Calls that need an open workspace; opening, keys and backups are the keeper's own business. */
export type OpenCallName = Exclude<StoreCallName, AlwaysCallName | KeeperCallName>;

/** Which use case answers which call, given an open workspace. */
export function storeHandlers(tools: Tools): Handlers<OpenCallName> {
  const { store } = tools;
  /** For use cases that look at holidays. */
  const withHolidays =
    <Input, Result>(useCase: (given: Tools, input: Input) => Result) =>
    async (input: Input): Promise<Result> => {
      await tools.holidaysReady();
      return useCase(tools, input);
    };
  return {
    'settings.get': () => readSettings(store),
    'settings.save': (input) => changeSettings(tools, input),
    'draft.list': () => listDrafts(store),
    'draft.get': ({ entity, entityId }) => findDraft(store, entity, entityId),
    'draft.keep': (input) => keepDraft(tools, input),
    'draft.discard': ({ entity, entityId }) => discardDraft(tools, entity, entityId),
    'search.query': ({ text }) => search(tools, text),
    'bin.list': () => listBin(tools),
    'bin.remove': ({ entity, id }) => removeThing(tools, entity, id),
    'bin.restore': ({ entity, id }) => restoreThing(tools, entity, id),
    'today.get': () => readToday(tools),
    'program.get': () => readProgram(tools),
    'library.list': () => listLibraries(tools),
    'library.get': ({ id }) => readLibrary(tools, id),
    'library.save': (input) => saveLibrary(tools, input),
    'person.list': () => listPersons(tools),
    'person.save': (input) => savePerson(tools, input),
    'team.add': (input) => addToTeam(tools, input),
    'team.change': (input) => changeParticipant(tools, input),
    'team.changeMembership': (input) => changeMembership(tools, input),
    'edition.list': () => listEditions(tools),
    'workshop.list': () => listWorkshops(tools),
    'workshop.get': withHolidays((given, { id }) => readWorkshop(given, id)),
    'workshop.check': withHolidays(checkPlan),
    'workshop.plan': withHolidays(planWorkshop),
    'workshop.moveDays': withHolidays(moveDays),
    'workshop.setState': (input) => setWorkshopState(tools, input),
    'workshop.describe': (input) => describeWorkshop(tools, input),
    'attendance.mark': (input) => markAttendance(tools, input),
    'attendance.markRest': (input) => markRest(tools, input),
    'attendance.confirm': ({ dayId }) => confirmAttendance(tools, dayId),
    'attendance.reopen': ({ dayId }) => reopenAttendance(tools, dayId),
    'agenda.save': (input) => saveAgendaItem(tools, input),
    'agenda.reorder': (input) => reorderAgenda(tools, input),
    'calendar.events': withHolidays(calendarEvents),
    'engagement.list': () => listEngagements(tools),
    'engagement.get': ({ id }) => readEngagement(tools, id),
    'engagement.save': (input) => saveEngagement(tools, input),
    'agreement.record': (input) => recordAgreement(tools, input),
    'session.get': ({ id }) => readSession(tools, id),
    'session.save': (input) => saveSession(tools, input),
    'goal.save': (input) => saveGoal(tools, input),
    'goal.score': (input) => scoreGoal(tools, input),
    'resource.save': (input) => saveResource(tools, input),
    'step.save': (input) => saveStep(tools, input),
    'step.setState': (input) => setStepState(tools, input),
    'privateNote.get': ({ sessionId }) => readPrivateNote(tools, sessionId),
    'privateNote.save': (input) => savePrivateNote(tools, input),
    'participant.list': ({ libraryId }) => currentTeam(tools, libraryId),
    'report.list': () => listReports(tools),
    'report.get': ({ id }) => readReport(tools, id),
    'report.preview': (input) => previewReport(tools, input),
    'report.read': ({ id }) => ({ pdf: readReportPdf(tools, id) }),
    'report.close': (input) => closeReport(tools, input),
    'report.correct': (input) => correctReport(tools, input),
    'mail.mark': (input) => markMail(tools, input),
    ...personalDataHandlers(tools),
    'retention.get': () => readRetentionPeriods(tools),
    'retention.save': ({ years }) => saveRetention(tools, years),
    'retention.list': ({ kind }) => listPastRetention(tools, kind),
    'retention.clear': (input) => clearRetention(tools, input),
    'retention.reviewed': () => markReviewed(tools),
    'history.get': (input) => readHistory(tools, input),
    'history.undo': (input) => undoLast(tools, input),
    'history.redo': (input) => redoLast(tools, input),
    'diagnostics.run': () => runDiagnostics(tools, process.versions),
    'lostLaptop.read': () => readLostLaptop(tools, countPrivateNotes(tools)),
  };
}
