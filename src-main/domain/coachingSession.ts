import { byText } from './order.ts';
import { z } from 'zod';
import { PlainDate, PlainTime } from './calendar.ts';
import { EngagementId } from './engagement.ts';
import { idOf } from './id.ts';
import { LongText, OptionalLine } from './noun.ts';
import { ParticipantId } from './participant.ts';

export const CoachingSessionId = idOf('coachingSession');
export type CoachingSessionId = z.infer<typeof CoachingSessionId>;

/** What became of a session; only held ones count. */
export const SessionState = z.enum(['planned', 'held', 'moved', 'cancelled', 'no-show']);
export type SessionState = z.infer<typeof SessionState>;

/** Optional GRROW prompts: Cel, Rzeczywistość, Zasoby, Opcje, Wola. */
export const Grrow = z.object({
  goal: LongText,
  reality: LongText,
  resources: LongText,
  options: LongText,
  will: LongText,
});
export type Grrow = z.infer<typeof Grrow>;

/** One coaching session of a process. */
export const CoachingSession = z.object({
  id: CoachingSessionId,
  engagementId: EngagementId,
  date: PlainDate,
  start: PlainTime.nullable(),
  minutes: z
    .int()
    .min(5, { message: 'too-short' })
    .max(12 * 60, { message: 'too-long' }),
  mode: z.enum(['in-person', 'remote']),
  place: OptionalLine,
  state: SessionState,
  /** Why it was moved or cancelled, and by whom. */
  stateReason: OptionalLine,
  topic: OptionalLine,
  presentIds: z.array(ParticipantId),
  /** Notes that go into the report when the agreement shares them. */
  reportNotes: LongText,
  grrow: Grrow,
  nextSessionOn: PlainDate.nullable(),
});
export type CoachingSession = z.infer<typeof CoachingSession>;

/** GRROW prompts with nothing written. */
export const EMPTY_GRROW: Grrow = { goal: '', reality: '', resources: '', options: '', will: '' };

type InTime = Pick<CoachingSession, 'id' | 'date' | 'start'>;

/** Order of a process's sessions: by day and hour; those without an hour come last on their day. */
export function bySessionTime(a: InTime, b: InTime): number {
  return byText(`${a.date} ${a.start ?? '99'} ${a.id}`, `${b.date} ${b.start ?? '99'} ${b.id}`);
}

/**
 * Number of each held session in its process, from 1, in order of date and time.
 * Sessions that were not held have no number.
 */
export function numbersInProcess(
  sessions: readonly Pick<CoachingSession, 'id' | 'date' | 'start' | 'state'>[],
): ReadonlyMap<CoachingSessionId, number> {
  const held = sessions.filter((session) => session.state === 'held').toSorted(bySessionTime);
  return new Map(held.map((session, index) => [session.id, index + 1]));
}
