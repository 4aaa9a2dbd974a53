import type { ReactNode } from 'react';
import { subjectOfRoute } from '../../state/reportSubject.ts';
import { useRouteOf } from '../../state/route.ts';
import { ClosedReportPage } from './closed/ClosedReportPage.tsx';
import { ReportListPage } from './list/ReportListPage.tsx';
import { OpenReportPage } from './open/OpenReportPage.tsx';

/** Reports: the list, one to be closed (named by its subject), or a closed one (named by its id). */
export default function ReportsPlace(): ReactNode {
  const reportId = useRouteOf('reports')?.reportId;
  if (reportId === undefined) return <ReportListPage />;
  const subject = subjectOfRoute(reportId);
  return subject === null ? (
    <ClosedReportPage key={reportId} reportId={reportId} />
  ) : (
    <OpenReportPage key={reportId} subject={subject} />
  );
}
