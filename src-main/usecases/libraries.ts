import type { z } from 'zod';
import { ledgerOf, type LedgerDay } from '../domain/ledger.ts';
import type { Library, LibraryId } from '../domain/library.ts';
import type { Recorded } from '../domain/noun.ts';
import { foldText } from '../domain/text.ts';
import { LIVE_STEP } from '../store/coaching.ts';
import { numberIn, textIn, textOrNullIn, type ReadableDb } from '../store/db.ts';
import { libraries, participations } from '../store/libraries.ts';
import { editions } from '../store/modules.ts';
import { processesSharing } from './agreements.ts';
import type { NameBook } from './names.ts';
import { saveForm, todayOf, type FormOf, type Tools } from './tools.ts';
import type { LibraryDay } from './totals.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { ModuleId, Edition } from '../domain/edition.ts';
import type { ParticipationState } from '../domain/library.ts';

/** A line of the list of libraries. */
export interface LibraryLine {
  readonly id: LibraryId;
  readonly name: string;
  readonly town: string;
  readonly voivodeship: string;
  readonly folded: string;
  readonly editions: {
    id: Edition['id'];
    name: string;
    state: z.infer<typeof ParticipationState>;
  }[];
  readonly teamCount: number;
  readonly delivered: number;
  readonly scheduled: number;
  readonly target: number;
  readonly openSteps: number;
  readonly heldSessions: number;
  readonly nextOn: PlainDate | null;
}

type Counted = ReadonlyMap<string, number>;

function counts(db: ReadableDb, sql: string, ...values: string[]): Counted {
  return new Map(
    db.all(sql, ...values).map((row) => [textIn(row, 'library_id'), numberIn(row, 'counted')]),
  );
}

/** Delivered and scheduled days of each library, summed over its workshops. */
function dayCounts(db: ReadableDb): { delivered: Counted; scheduled: Counted } {
  // By workshop first, from an index alone; ten years have 30 000 pairs of workshop and library.
  const workshopDays = db.all(
    'select d.workshop_id, sum(case when d.attendance_confirmed_at is not null then d.value else 0 end) as delivered, ' +
      'sum(case when d.attendance_confirmed_at is null then d.value else 0 end) as scheduled ' +
      'from training_day d where d.deleted_at is null group by d.workshop_id',
  );
  const byWorkshop = new Map(workshopDays.map((row) => [textIn(row, 'workshop_id'), row]));
  const delivered = new Map<string, number>();
  const scheduled = new Map<string, number>();
  const notCounted = db.all(
    `select id from workshop where deleted_at is not null or state = 'cancelled'`,
  );
  for (const row of notCounted) byWorkshop.delete(textIn(row, 'id'));
  const pairs = db.all('select workshop_id, library_id from workshop_library');
  for (const pair of pairs) {
    const days = byWorkshop.get(textIn(pair, 'workshop_id'));
    if (days === undefined) continue;
    const library = textIn(pair, 'library_id');
    delivered.set(library, (delivered.get(library) ?? 0) + numberIn(days, 'delivered'));
    scheduled.set(library, (scheduled.get(library) ?? 0) + numberIn(days, 'scheduled'));
  }
  return { delivered, scheduled };
}

/** Open steps of each library, as far as agreements share them: a sum tells of single people too (rule 4). */
function openSteps(db: ReadableDb): Counted {
  const rows = db.all(
    // Counted from an index alone; only what was counted is then looked up in processes and workshops.
    'select library_id, engagement_id, sum(steps) as counted from (' +
      'select library_id, engagement_id, workshop_id, count(*) as steps from action_step ' +
      `where state = 'open' and deleted_at is null group by library_id, engagement_id, workshop_id) ` +
      `where ${LIVE_STEP} group by library_id, engagement_id`,
  );
  const sharing = processesSharing(db, 'steps');
  const open = new Map<string, number>();
  for (const row of rows) {
    const process = textOrNullIn(row, 'engagement_id');
    if (process !== null && !sharing.has(process)) continue;
    const library = textIn(row, 'library_id');
    open.set(library, (open.get(library) ?? 0) + numberIn(row, 'counted'));
  }
  return open;
}

/** The next day or session of each library that is still to be held. */
function nextDays(db: ReadableDb, today: string): ReadonlyMap<string, string> {
  const rows = db.all(
    'select library_id, min(date) as date from (' +
      'select l.library_id, d.date from training_day d join workshop w on w.id = d.workshop_id ' +
      'join workshop_library l on l.workshop_id = w.id ' +
      'where d.date >= ? and d.attendance_confirmed_at is null and d.deleted_at is null ' +
      `and w.deleted_at is null and w.state <> 'cancelled' ` +
      'union all select e.library_id, s.date from coaching_session s join engagement e on e.id = s.engagement_id ' +
      `where s.date >= ? and s.state = 'planned' and s.deleted_at is null and e.deleted_at is null` +
      ') group by library_id',
    today,
    today,
  );
  return new Map(rows.map((row) => [textIn(row, 'library_id'), textIn(row, 'date')]));
}

/** All libraries with what is counted about them. */
export function listLibraries(tools: Tools): LibraryLine[] {
  const db = tools.store;
  const today = todayOf(tools);
  const editionsById = new Map(editions.list(db).map((edition) => [edition.id, edition]));
  const byLibrary = Map.groupBy(participations.list(db), (one) => one.libraryId);
  const team = counts(
    db,
    'select library_id, count(*) as counted from team_membership where deleted_at is null ' +
      'and ("from" is null or "from" <= ?) and ("to" is null or "to" >= ?) group by library_id',
    today,
    today,
  );
  const steps = openSteps(db);
  const sessions = counts(
    db,
    'select e.library_id, count(*) as counted from coaching_session s join engagement e on e.id = s.engagement_id ' +
      `where s.state = 'held' and s.deleted_at is null and e.deleted_at is null group by e.library_id`,
  );
  const { delivered, scheduled } = dayCounts(db);
  const next = nextDays(db, today);
  return libraries.list(db).map((library) => {
    const parts = (byLibrary.get(library.id) ?? []).flatMap((part) => {
      const edition = editionsById.get(part.editionId);
      return edition === undefined ? [] : [{ edition, state: part.state }];
    });
    return {
      id: library.id,
      name: library.name,
      town: library.town,
      voivodeship: library.voivodeship,
      folded: foldText(`${library.town} ${library.name} ${library.voivodeship}`),
      editions: parts.map(({ edition, state }) => ({ id: edition.id, name: edition.name, state })),
      teamCount: team.get(library.id) ?? 0,
      delivered: delivered.get(library.id) ?? 0,
      scheduled: scheduled.get(library.id) ?? 0,
      target: parts
        .filter(({ state }) => takesPartInTraining(state))
        .reduce((sum, { edition }) => sum + plannedDaysOf(edition), 0),
      openSteps: steps.get(library.id) ?? 0,
      heldSessions: sessions.get(library.id) ?? 0,
      nextOn: (next.get(library.id) ?? null) as PlainDate | null, // a date column of our own
    };
  });
}

/** Libraries that only come to network meetings, or left, have no training days to take. */
export function takesPartInTraining(state: z.infer<typeof ParticipationState>): boolean {
  return state === 'accepted' || state === 'finished';
}

function plannedDaysOf(edition: Edition): number {
  return edition.curriculum.reduce((sum, part) => sum + part.plannedDays, 0);
}

/** Ledgers of a library: one for each edition with a curriculum in which it trains. */
export function ledgersOf(
  db: ReadableDb,
  libraryId: LibraryId,
  days: readonly LibraryDay[],
  names: NameBook,
) {
  const parts = participations.list(db, 'library_id = ?', libraryId);
  return editions
    .list(db, 'true order by "from"')
    .filter((edition) => edition.curriculum.length > 0)
    .filter((edition) =>
      parts.some((part) => part.editionId === edition.id && takesPartInTraining(part.state)),
    )
    .map((edition) => {
      const own = days.filter((day) => day.editionId === edition.id).map(asLedgerDay);
      const ledger = ledgerOf(edition.curriculum, own);
      return {
        editionId: edition.id,
        editionName: edition.name,
        ...ledger,
        cells: ledger.cells.map((cell) => ({ ...cell, moduleName: names.module(cell.moduleId) })),
      };
    });
}

function asLedgerDay(day: LibraryDay): LedgerDay {
  return {
    ...day,
    moduleId: day.moduleId as ModuleId | null, // columns of our own tables, read as plain text
    date: day.date as PlainDate,
  };
}

/** Makes or changes a library. Throws not-found or changed-meanwhile. */
export function saveLibrary(tools: Tools, form: FormOf<Library>): Recorded<Library> {
  return tools.store.inTransaction((db) =>
    saveForm(tools, db, libraries, form, { entity: 'library' }),
  );
}
