import { z } from 'zod';
import { CoachingSession, SessionState } from '../../../../src-main/domain/coachingSession.ts';
import { isDate } from '../../../ui/calendarDate.ts';

/** A session's own fields as its form holds them; what is not typed yet is `null`. */
export const SessionValues = z.object({
  date: z.string().nullable(),
  start: z.string().nullable(),
  minutes: z.number().nullable(),
  mode: CoachingSession.shape.mode,
  place: z.string(),
  state: SessionState,
  stateReason: z.string(),
  topic: z.string(),
  presentIds: z.array(z.string()),
  reportNotes: z.string(),
  grrow: CoachingSession.shape.grrow,
  nextSessionOn: z.string().nullable(),
});
export type SessionValues = z.infer<typeof SessionValues>;

/** The form of a saved session. */
export function valuesOfSession(session: CoachingSession): SessionValues {
  return SessionValues.parse(session);
}

/** Why a session cannot be saved yet. */
export type SessionProblem = 'noDate' | 'noMinutes' | 'minutesOff' | 'lineTooLong';

const LEAST_MINUTES = 5;
const MOST_MINUTES = 12 * 60;
const LONGEST_LINE = 300;

/** What keeps the session from being saved; `null` when nothing does. */
export function sessionProblem(values: SessionValues): SessionProblem | null {
  if (values.date === null || !isDate(values.date)) return 'noDate';
  if (values.minutes === null) return 'noMinutes';
  if (values.minutes < LEAST_MINUTES || values.minutes > MOST_MINUTES) return 'minutesOff';
  const lines = [values.topic, values.place, values.stateReason];
  return lines.some((line) => line.trim().length > LONGEST_LINE) ? 'lineTooLong' : null;
}

/** Values that may be saved: the day and the length are there. */
export type CompleteSession = SessionValues & { readonly date: string; readonly minutes: number };

/** Whether the form may be saved. */
export function isComplete(values: SessionValues): values is CompleteSession {
  return sessionProblem(values) === null;
}

/** Whether somebody could have been there, so that the rest of the form makes sense. */
export function tookPlace(state: SessionState): boolean {
  return state === 'held';
}
