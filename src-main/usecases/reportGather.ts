import { assertNever } from '../domain/assertNever.ts';
import type { CoachingSessionId } from '../domain/coachingSession.ts';
import type { ReportKind } from '../domain/report.ts';
import { fieldsMissing, ReportLayer, type ReportMissing } from '../domain/reportLayer.ts';
import type { WorkshopId } from '../domain/workshop.ts';
import type { ReadableDb } from '../store/db.ts';
import { DRAFT_HEAD, type ReportHead } from './reportBase.ts';
import { coachingLayer } from './reportCoaching.ts';
import { workshopLayer } from './reportWorkshop.ts';
import type { Tools } from './tools.ts';

// Gathers a report's layer from what is saved. Private notes cannot get in: nothing here, and nothing that
// this file imports, knows their tables (a wall checks it).

/** The report layer of a subject as it is saved now. Throws not-found. */
export function gatherLayer(
  tools: Tools,
  db: ReadableDb,
  kind: ReportKind,
  subjectId: string,
  head: ReportHead,
): ReportLayer {
  switch (kind) {
    case 'coaching-session':
      return ReportLayer.parse(coachingLayer(tools, db, subjectId as CoachingSessionId, head)); // the store answers not-found for any other text
    case 'workshop':
      return ReportLayer.parse(workshopLayer(tools, db, subjectId as WorkshopId, head)); // as above
    default:
      return assertNever(kind);
  }
}

/** What is not filled in for a workshop's report. */
export function missingInWorkshop(tools: Tools, db: ReadableDb, id: WorkshopId): ReportMissing[] {
  return fieldsMissing(gatherLayer(tools, db, 'workshop', id, DRAFT_HEAD));
}

/** What is not filled in for a session's report. */
export function missingInSession(
  tools: Tools,
  db: ReadableDb,
  id: CoachingSessionId,
): ReportMissing[] {
  return fieldsMissing(gatherLayer(tools, db, 'coaching-session', id, DRAFT_HEAD));
}
