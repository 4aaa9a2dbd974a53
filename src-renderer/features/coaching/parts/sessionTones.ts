import type { SessionState } from '../../../../src-main/domain/coachingSession.ts';
import type { Tone } from '../../../ui/StatusPill.tsx';

/** The tone of each state of a session. */
export const SESSION_TONES: Readonly<Record<SessionState, Tone>> = {
  planned: 'info',
  held: 'ok',
  moved: 'waiting',
  cancelled: 'neutral',
  'no-show': 'danger',
};
