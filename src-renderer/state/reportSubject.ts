import { ReportKind } from '../../src-main/domain/report.ts';
import type { RouteOf } from './route.ts';

/** What a report is about: a workshop, or a coaching session. */
export interface ReportSubject {
  readonly kind: ReportKind;
  readonly subjectId: string;
}

const SEPARATOR = ':';

/** The route of a report that is not closed yet, or of the latest closed one of this subject. */
export function routeOfSubject({ kind, subjectId }: ReportSubject): RouteOf<'reports'> {
  return { place: 'reports', reportId: `${kind}${SEPARATOR}${subjectId}` };
}

/** The subject that a report's route names, or `null` when it names a closed report by its id. */
export function subjectOfRoute(reportId: string): ReportSubject | null {
  const at = reportId.indexOf(SEPARATOR);
  const kind = ReportKind.safeParse(reportId.slice(0, Math.max(0, at)));
  return kind.success ? { kind: kind.data, subjectId: reportId.slice(at + 1) } : null;
}
