import { AttendanceId, type Attendance, type AttendanceMark } from '../domain/attendance.ts';
import type { Recorded } from '../domain/noun.ts';
import type { ParticipantId } from '../domain/participant.ts';
import type { TrainingDay, TrainingDayId } from '../domain/workshop.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { StoreFailure } from '../store/failures.ts';
import { attendances, trainingDays, workshops } from '../store/workshops.ts';
import { nameBook } from './names.ts';
import { attendancePeople } from './attendanceLines.ts';
import { nowOf, stampOf, type Tools } from './tools.ts';

/** A mark as the grid sends it. */
export interface MarkInput {
  readonly dayId: TrainingDayId;
  readonly participantId: ParticipantId;
  readonly mark: AttendanceMark;
  readonly hours: number | null;
  readonly reason: string;
}

function saveMark(tools: Tools, db: WritableDb, input: MarkInput): Recorded<Attendance> {
  const before = attendances.list(
    db,
    'day_id = ? and participant_id = ?',
    input.dayId,
    input.participantId,
  )[0];
  if (before === undefined) {
    return attendances.insert(db, stampOf(tools), {
      ...input,
      id: AttendanceId.parse(tools.newId()),
      substitutePersonId: null,
    });
  }
  const { id, substitutePersonId } = before;
  return attendances.update(
    db,
    stampOf(tools),
    { ...input, id, substitutePersonId },
    before.revision,
  );
}

/** A confirmed day is what the person signed off: it is opened again before its marks change. */
function refuseConfirmed(day: TrainingDay): void {
  if (day.attendanceConfirmedAt !== null) {
    throw new StoreFailure('changed-meanwhile', { entity: 'trainingDay' });
  }
}

/** Marks one participant on one day. Throws not-found, or changed-meanwhile once the day is confirmed. */
export function markAttendance(tools: Tools, input: MarkInput): Recorded<Attendance> {
  return tools.store.inTransaction((db) => {
    refuseConfirmed(trainingDays.get(db, input.dayId));
    return saveMark(tools, db, input);
  });
}

/** Who is expected on a day and still has no mark. */
function uncheckedOn(
  db: ReadableDb,
  day: TrainingDay,
): { participantId: ParticipantId; name: string }[] {
  const workshop = workshops.get(db, day.workshopId);
  return attendancePeople(db, workshop, [day], nameBook(db)).filter(
    (line) => (line.marks[day.id]?.mark ?? 'unchecked') === 'unchecked',
  );
}

/** Gives everybody who is still unchecked on a day the same mark; refused like `markAttendance`. */
export function markRest(
  tools: Tools,
  input: { dayId: TrainingDayId; mark: AttendanceMark },
): Recorded<Attendance>[] {
  return tools.store.inTransaction((db) => {
    const day = trainingDays.get(db, input.dayId);
    refuseConfirmed(day);
    return uncheckedOn(db, day).map(({ participantId }) =>
      saveMark(tools, db, { ...input, participantId, hours: null, reason: '' }),
    );
  });
}

/** Confirms a day's attendance, unless somebody is unchecked: only then does the day count. */
export function confirmAttendance(
  tools: Tools,
  dayId: TrainingDayId,
):
  | { outcome: 'confirmed'; day: Recorded<TrainingDay> }
  | { outcome: 'unchecked'; names: string[] } {
  return tools.store.inTransaction((db) => {
    const day = trainingDays.get(db, dayId);
    const unchecked = uncheckedOn(db, day);
    if (unchecked.length > 0) {
      return { outcome: 'unchecked', names: unchecked.map((line) => line.name) };
    }
    const confirmed = { ...day, attendanceConfirmedAt: nowOf(tools) };
    const saved = trainingDays.update(db, stampOf(tools), confirmed, day.revision);
    const workshop = workshops.get(db, day.workshopId);
    const open = trainingDays.list(
      db,
      'workshop_id = ? and attendance_confirmed_at is null',
      workshop.id,
    );
    if (open.length === 0 && workshop.state === 'planned') {
      // Every day confirmed: the workshop has been held.
      workshops.update(db, stampOf(tools), { ...workshop, state: 'held' }, workshop.revision);
    }
    return { outcome: 'confirmed', day: saved };
  });
}

/** Takes a confirmation back, to correct marks; the day stops counting until it is confirmed again. */
export function reopenAttendance(tools: Tools, dayId: TrainingDayId): Recorded<TrainingDay> {
  return tools.store.inTransaction((db) => {
    const day = trainingDays.get(db, dayId);
    return trainingDays.update(
      db,
      stampOf(tools),
      { ...day, attendanceConfirmedAt: null },
      day.revision,
    );
  });
}
