import type { CallOutput } from '../../../../src-main/contract/contract.ts';
import { EMPTY_GRROW } from '../../../../src-main/domain/coachingSession.ts';
import { call } from '../../../bridge/bridge.ts';
import { text } from '../../../i18n/text.ts';
import { notifyWithUndo, reportFailure } from '../../../state/notices.ts';
import { goTo } from '../../../state/route.ts';
import { today } from '../../../ui/calendarDate.ts';

type EngagementPage = Pick<CallOutput<'engagement.get'>, 'engagement' | 'sessions'>;
type SessionRow = CallOutput<'engagement.get'>['sessions'][number];

const USUAL_MINUTES = 60;

/** A planned session whose day has come: that one is to be logged, not a second one beside it. */
export function sessionToLog(sessions: readonly SessionRow[], now: string): SessionRow | undefined {
  return sessions
    .filter((session) => session.state === 'planned' && session.date <= now)
    .toSorted((one, other) => (one.date < other.date ? 1 : -1))[0];
}

/** The length that was held last, since a coach and a team usually keep to it. */
export function usualMinutes(sessions: readonly SessionRow[]): number {
  const held = sessions.filter((session) => session.state === 'held');
  const last = held.toSorted((one, other) => (one.date < other.date ? 1 : -1))[0];
  return last?.minutes ?? USUAL_MINUTES;
}

/** Makes a session of a process; its id. */
export async function createSession(
  { engagement, sessions }: EngagementPage,
  date: string,
  state: 'held' | 'planned',
): Promise<string> {
  const session = await call('session.save', {
    id: null,
    revision: null,
    engagementId: engagement.id,
    date,
    start: null,
    minutes: usualMinutes(sessions),
    mode: 'in-person',
    place: '',
    state,
    stateReason: '',
    topic: '',
    presentIds: state === 'held' ? engagement.participantIds : [],
    reportNotes: '',
    grrow: EMPTY_GRROW,
    nextSessionOn: null,
  });
  return session.id;
}

function openSession(engagementId: string, sessionId: string): void {
  goTo({ place: 'coaching', engagementId, sessionId });
}

/** Opens today's session: the planned one when its day has come, else a new one, which can be taken back. */
export async function openNewSession(page: EngagementPage): Promise<void> {
  const engagementId = page.engagement.id;
  const planned = sessionToLog(page.sessions, today());
  if (planned !== undefined) {
    openSession(engagementId, planned.id);
    return;
  }
  try {
    const sessionId = await createSession(page, today(), 'held');
    openSession(engagementId, sessionId);
    notifyWithUndo(text('coaching.session.made'), async () => {
      goTo({ place: 'coaching', engagementId }, { replace: true });
      await call('bin.remove', { entity: 'coachingSession', id: sessionId });
    });
  } catch (error) {
    reportFailure(error, () => openNewSession(page));
  }
}
