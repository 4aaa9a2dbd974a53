import { dayInWarsaw, type PlainDate } from '../domain/calendar.ts';
import type { ParticipantId } from '../domain/participant.ts';
import type { Steps } from '../domain/steps.ts';
import type { WorkshopId } from '../domain/workshop.ts';
import { roleWords } from '../reports/labels.ts';
import type { ReadableDb } from '../store/db.ts';
import { persons, teamMemberships } from '../store/people.ts';
import { attendances, trainingDays, workshops } from '../store/workshops.ts';
import { nameBook } from './names.ts';
import type { Subject } from './subject.ts';
import { bin, every, joined, type SubjectRow } from './subjectRows.ts';

// What is held about somebody in the programme: who they are, their teams, roles, workshops and days.

/** Name, contacts and when they were entered. */
export function identityRows(subject: Subject): SubjectRow[] {
  const row = (what: string, detail: string): SubjectRow[] =>
    detail === '' ? [] : [{ on: null, what, detail }];
  const former = subject.words.names.filter((name) => name !== subject.name);
  return [
    ...row('Imię i nazwisko', subject.name),
    ...row('Wcześniejsze imię i nazwisko', former.join(', ')),
    ...row('E-mail', subject.email),
    ...row('Telefon', subject.phone),
    {
      on: dayInWarsaw(Date.parse(subject.createdAt)),
      what: 'Dzień wpisania',
      detail: subject.kind === 'participant' ? 'w zespole biblioteki' : 'wśród osób prowadzących',
    },
    { on: null, what: 'Identyfikator', detail: subject.id },
  ];
}

/** Teams that a participant is or was in. */
export function* teamRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const names = nameBook(db);
  return (yield* every(db, teamMemberships, 'participant_id = ? order by created_at, id', id)).map(
    (membership) => ({
      on: membership.from,
      what: names.town(membership.libraryId),
      detail: joined([
        membership.position,
        membership.to !== null && `do ${membership.to}`,
        bin(membership),
      ]),
    }),
  );
}

/** What a trainer, coach, advisor or coordinator does. */
export function* roleRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  return (yield* every(db, persons, 'id = ?', id)).flatMap((person) =>
    person.roles.map((role) => ({
      on: null,
      what: roleWords[role][person.form],
      detail: '',
    })),
  );
}

/** Workshops that they led or helped to lead. */
export function* workshopRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const firstDay = (workshopId: string) =>
    db.get('select min(date) as first from training_day where workshop_id = ?', workshopId);
  return (yield* every(
    db,
    workshops,
    'id in (select id from workshop where lead_trainer_id = ? union ' +
      'select workshop_id from workshop_trainer where person_id = ?) order by created_at, id',
    id,
    id,
  )).map((workshop) => ({
    on: (firstDay(workshop.id)?.['first'] ?? null) as PlainDate | null, // a date column of our own
    what: workshop.title,
    detail: joined([workshop.leadTrainerId === id ? 'prowadzi' : 'współprowadzi', bin(workshop)]),
  }));
}

const MARK_WORDS = {
  unchecked: 'nie odnotowano',
  present: 'obecność',
  absent: 'nieobecność',
  excused: 'nieobecność usprawiedliwiona',
} as const;

/** Days at workshops. */
export function* attendanceRows(db: ReadableDb, { id }: Subject): Steps<SubjectRow[]> {
  const titles = new Map<string, string>();
  const titleOf = (workshopId: WorkshopId) => {
    const title = titles.get(workshopId) ?? workshops.find(db, workshopId)?.title ?? '';
    titles.set(workshopId, title);
    return title;
  };
  const participant = id as ParticipantId; // only compared
  const marks = yield* every(
    db,
    attendances,
    'id in (select id from attendance where participant_id = ? union ' +
      'select id from attendance where substitute_person_id = ?) order by created_at, id',
    id,
    id,
  );
  return marks.map((mark) => {
    const day = trainingDays.find(db, mark.dayId);
    return {
      on: day?.date ?? null,
      what: day === undefined ? '' : titleOf(day.workshopId),
      detail: joined([
        mark.participantId === participant ? MARK_WORDS[mark.mark] : 'zastępstwo za inną osobę',
        mark.hours !== null && `${mark.hours} h`,
        mark.reason,
        bin(mark),
      ]),
    };
  });
}
