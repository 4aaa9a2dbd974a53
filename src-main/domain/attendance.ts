import { z } from 'zod';
import { idOf } from './id.ts';
import { OptionalLine } from './noun.ts';
import { ParticipantId } from './participant.ts';
import { TrainingDayId } from './workshop.ts';

export const AttendanceId = idOf('attendance');
export type AttendanceId = z.infer<typeof AttendanceId>;

/** A participant's mark on a day; `unchecked` is the absence of a decision, not of a person. */
export const AttendanceMark = z.enum(['unchecked', 'present', 'absent', 'excused']);
export type AttendanceMark = z.infer<typeof AttendanceMark>;

/** Participant × day. Hours are kept only where they differ from the whole day. */
export const Attendance = z.object({
  id: AttendanceId,
  dayId: TrainingDayId,
  participantId: ParticipantId,
  mark: AttendanceMark,
  /** Clock hours present, where they differ from the day's. */
  hours: z.number().min(0).max(24).nullable(),
  /** Came late, left early: why. */
  reason: OptionalLine,
  substitutePersonId: ParticipantId.nullable(),
});
export type Attendance = z.infer<typeof Attendance>;
