import type { ReactNode } from 'react';
import { NEW_ENGAGEMENT } from '../../state/newEngagement.ts';
import { useRouteOf } from '../../state/route.ts';
import { NewEngagementPage } from './create/NewEngagementPage.tsx';
import { EngagementListPage } from './list/EngagementListPage.tsx';
import { ProcessPage } from './process/ProcessPage.tsx';
import { SessionPage } from './session/SessionPage.tsx';

/** Coaching: the list of processes, one process, one session, or a new process with its agreement. */
export default function CoachingPlace(): ReactNode {
  const route = useRouteOf('coaching');
  if (route?.sessionId !== undefined) {
    return <SessionPage key={route.sessionId} sessionId={route.sessionId} />;
  }
  if (route?.engagementId === NEW_ENGAGEMENT) return <NewEngagementPage />;
  if (route?.engagementId !== undefined) {
    return <ProcessPage key={route.engagementId} engagementId={route.engagementId} />;
  }
  return <EngagementListPage />;
}
