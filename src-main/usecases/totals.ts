import type { Edition, EditionId } from '../domain/edition.ts';
import {
  numberIn,
  textIn,
  textOrNullIn,
  type ReadableDb,
  type SqlRow,
  type SqlValue,
} from '../store/db.ts';

// A training day counts as delivered once its attendance is confirmed; before that it is planned.
// Cancelled workshops count nowhere. Days are counted once, library-days and trainer-days apart (rule 1).

/** Counted and planned ahead. */
export interface DeliveredAndPlanned {
  readonly delivered: number;
  readonly planned: number;
}

/** What was done and planned in an edition, or (null) in all of them, beside the targets. */
export interface ProgrammeTotals {
  readonly editionId: EditionId | null;
  readonly editionName: string;
  readonly libraries: { readonly counted: number; readonly target: number | null };
  readonly people: { readonly counted: number; readonly target: number | null };
  readonly trainingDays: DeliveredAndPlanned;
  readonly libraryDays: DeliveredAndPlanned & { readonly target: number | null };
  readonly trainerDays: DeliveredAndPlanned;
  readonly trainingHours: number;
  readonly hourUnitMinutes: number;
  readonly heldSessions: number;
  readonly sessionMinutes: number;
}

/** A measure for each edition; work outside any edition is under null. */
type ByEdition = ReadonlyMap<string | null, SqlRow>;

function byEdition(db: ReadableDb, sql: string, values: readonly SqlValue[]): ByEdition {
  return new Map(db.all(sql, ...values).map((row) => [textOrNullIn(row, 'edition_id'), row]));
}

function sumOver(rows: ByEdition, editionId: EditionId | null, column: string): number {
  if (editionId !== null) {
    const row = rows.get(editionId);
    return row === undefined ? 0 : numberIn(row, column);
  }
  return [...rows.values()].reduce((sum, row) => sum + numberIn(row, column), 0);
}

const DELIVERED = 'case when d.attendance_confirmed_at is not null then d.value else 0 end';
const PLANNED = 'case when d.attendance_confirmed_at is null then d.value else 0 end';

/** The measures of one edition (`values` holds its id) or of all (`values` is empty). */
function measures(db: ReadableDb, values: readonly SqlValue[]) {
  const only = (column: string) => (values.length === 0 ? '' : `and ${column} = ?`);
  const weighted = (weight: string, name: string) =>
    `sum(${DELIVERED} * ${weight}) as ${name}_delivered, sum(${PLANNED} * ${weight}) as ${name}_planned`;
  return {
    days: byEdition(
      db,
      `select w.edition_id, ${weighted('1', 'days')}, ` +
        `${weighted('json_array_length(w.library_ids)', 'library')}, ` +
        `${weighted('(1 + json_array_length(w.trainer_ids))', 'trainer')} ` +
        'from workshop w join training_day d on d.workshop_id = w.id and d.deleted_at is null ' +
        `where w.deleted_at is null and w.state <> 'cancelled' ${only('w.edition_id')} group by w.edition_id`,
      values,
    ),
    blocks: byEdition(
      db,
      'select w.edition_id, sum(coalesce(a.done_minutes, a.planned_minutes)) as minutes ' +
        'from workshop w join training_day d on d.workshop_id = w.id and d.deleted_at is null ' +
        'and d.attendance_confirmed_at is not null join agenda_item a on a.day_id = d.id ' +
        `where a.deleted_at is null and a.is_break = 0 and a.outcome in ('done', 'shortened', 'changed') ` +
        `and w.deleted_at is null and w.state <> 'cancelled' ${only('w.edition_id')} group by w.edition_id`,
      values,
    ),
    sessions: byEdition(
      db,
      'select e.edition_id, count(*) as held, sum(s.minutes) as minutes from engagement e ' +
        `join coaching_session s on s.engagement_id = e.id and s.state = 'held' and s.deleted_at is null ` +
        `where e.deleted_at is null ${only('e.edition_id')} group by e.edition_id`,
      values,
    ),
  };
}

const TRAINING = `deleted_at is null and state in ('accepted', 'finished')`;

function countOf(db: ReadableDb, sql: string, values: readonly SqlValue[]): number {
  const row = db.get(sql, ...values);
  return row === undefined ? 0 : numberIn(row, 'counted');
}

/** Libraries that train, and people of their teams, each counted once. */
function headcount(db: ReadableDb, values: readonly SqlValue[]) {
  const only = values.length === 0 ? '' : 'and edition_id = ?';
  const training = `select library_id from participation where ${TRAINING} ${only}`;
  return {
    libraries: countOf(
      db,
      `select count(distinct library_id) as counted from (${training})`,
      values,
    ),
    people: countOf(
      db,
      'select count(distinct participant_id) as counted from team_membership ' +
        `where deleted_at is null and library_id in (${training})`,
      values,
    ),
  };
}

function totalsFrom(
  db: ReadableDb,
  counted: ReturnType<typeof measures>,
  edition: Edition | null,
): ProgrammeTotals {
  const editionId = edition?.id ?? null;
  const days = (column: string) => sumOver(counted.days, editionId, column);
  const of = (name: string) => ({
    delivered: days(`${name}_delivered`),
    planned: days(`${name}_planned`),
  });
  const people = headcount(db, edition === null ? [] : [edition.id]);
  const hourUnitMinutes = edition?.hourUnitMinutes ?? 60;
  const hours = sumOver(counted.blocks, editionId, 'minutes') / hourUnitMinutes;
  return {
    editionId,
    editionName: edition?.name ?? '',
    libraries: { counted: people.libraries, target: edition?.targets.libraries ?? null },
    people: { counted: people.people, target: edition?.targets.teamMembers ?? null },
    trainingDays: of('days'),
    libraryDays: { ...of('library'), target: edition?.targets.trainingDaysTotal ?? null },
    trainerDays: of('trainer'),
    trainingHours: Math.round(hours * 10) / 10,
    hourUnitMinutes,
    heldSessions: sumOver(counted.sessions, editionId, 'held'),
    sessionMinutes: sumOver(counted.sessions, editionId, 'minutes'),
  };
}

/** Counts one edition's work. */
export function totalsOf(db: ReadableDb, edition: Edition): ProgrammeTotals {
  return totalsFrom(db, measures(db, [edition.id]), edition);
}

/** Counts every edition's work, and the whole, in one look. */
export function totalsOfAll(
  db: ReadableDb,
  all: readonly Edition[],
): { readonly whole: ProgrammeTotals; readonly each: ReadonlyMap<EditionId, ProgrammeTotals> } {
  const counted = measures(db, []);
  return {
    whole: totalsFrom(db, counted, null),
    each: new Map(all.map((edition) => [edition.id, totalsFrom(db, counted, edition)])),
  };
}

/** A training day of a library, as the ledger and the list of libraries read it. */
export interface LibraryDay {
  readonly dayId: string;
  readonly workshopId: string;
  readonly editionId: string | null;
  readonly moduleId: string | null;
  readonly date: string;
  readonly value: number;
  readonly confirmed: boolean;
}

/** Training days of one library, by date. */
export function daysOfLibrary(db: ReadableDb, libraryId: string): LibraryDay[] {
  return db
    .all(
      'select d.id, d.workshop_id, w.edition_id, w.module_id, d.date, d.value, d.attendance_confirmed_at ' +
        'from workshop_library l join workshop w on w.id = l.workshop_id join training_day d on d.workshop_id = w.id ' +
        `where l.library_id = ? and d.deleted_at is null and w.deleted_at is null and w.state <> 'cancelled' ` +
        'order by d.date',
      libraryId,
    )
    .map((row) => ({
      dayId: textIn(row, 'id'),
      workshopId: textIn(row, 'workshop_id'),
      editionId: textOrNullIn(row, 'edition_id'),
      moduleId: textOrNullIn(row, 'module_id'),
      date: textIn(row, 'date'),
      value: numberIn(row, 'value'),
      confirmed: textOrNullIn(row, 'attendance_confirmed_at') !== null,
    }));
}
