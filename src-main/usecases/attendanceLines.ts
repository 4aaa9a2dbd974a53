import { minutesOf } from '../domain/calendar.ts';
import type { Attendance } from '../domain/attendance.ts';
import type { LibraryId } from '../domain/library.ts';
import type { Recorded } from '../domain/noun.ts';
import { isMemberOn, type ParticipantId } from '../domain/participant.ts';
import type { TrainingDay, Workshop, WorkshopId } from '../domain/workshop.ts';
import type { ReadableDb } from '../store/db.ts';
import { participants, teamMemberships } from '../store/people.ts';
import { attendances, trainingDays } from '../store/workshops.ts';
import type { NameBook } from './names.ts';

/** A member of an attending team, with the marks of every day. */
export interface AttendanceLine {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly libraryId: LibraryId;
  readonly libraryTown: string;
  readonly marks: Record<string, Recorded<Attendance>>;
}

/**
 * Everybody who was in an attending team on one of the days, or has a mark: by town, then by name.
 * People who left stay with the days they were there.
 */
export function attendancePeople(
  db: ReadableDb,
  workshop: Workshop,
  days: readonly TrainingDay[],
  names: NameBook,
): AttendanceLine[] {
  const lines = new Map<string, AttendanceLine>();
  const add = (participantId: ParticipantId, libraryId: LibraryId) => {
    const line: AttendanceLine = {
      participantId,
      name: names.participant(participantId),
      libraryId,
      libraryTown: names.town(libraryId),
      marks: {},
    };
    lines.set(participantId, line);
    return line;
  };
  for (const libraryId of workshop.libraryIds) {
    for (const membership of teamMemberships.list(db, 'library_id = ?', libraryId)) {
      if (!days.some((day) => isMemberOn(membership, day.date))) continue;
      const participant = participants.find(db, membership.participantId);
      if (participant === undefined || participant.deletedAt !== null) continue;
      add(participant.id, libraryId);
    }
  }
  for (const day of days) {
    for (const mark of attendances.list(db, 'day_id = ?', day.id)) {
      const known = lines.get(mark.participantId);
      if (known === undefined && mark.mark === 'unchecked') continue;
      const line = known ?? add(mark.participantId, teamOfLeaver(db, mark.participantId, workshop));
      line.marks[day.id] = mark;
    }
  }
  const polish = new Intl.Collator('pl');
  return [...lines.values()].sort(
    (a, b) => polish.compare(a.libraryTown, b.libraryTown) || polish.compare(a.name, b.name),
  );
}

/** The library that somebody with a mark came from, though no membership covers the day any more. */
function teamOfLeaver(db: ReadableDb, id: ParticipantId, workshop: Workshop): LibraryId {
  const teams = teamMemberships
    .list(db, 'participant_id = ? order by created_at desc', id)
    .map((membership) => membership.libraryId);
  const team = teams.find((one) => workshop.libraryIds.includes(one)) ?? teams[0];
  const [first] = workshop.libraryIds;
  if (first === undefined) throw new Error('A workshop has at least one library');
  return team ?? first;
}

/** Days of a workshop in order. */
export function daysOf(db: ReadableDb, id: WorkshopId): Recorded<TrainingDay>[] {
  return trainingDays.list(db, 'workshop_id = ? order by date, start', id);
}

/** Clock hours of a whole day. */
export function hoursOfDay(day: Pick<TrainingDay, 'start' | 'end'>): number {
  return Math.round(((minutesOf(day.end) - minutesOf(day.start)) / 60) * 10) / 10;
}
