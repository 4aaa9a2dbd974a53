import { addDays, type PlainDate } from '../../domain/calendar.ts';
import type { CoachingSessionId } from '../../domain/coachingSession.ts';
import { dayConflicts } from '../../domain/conflict.ts';
import type { OverriddenConflict, WorkshopId } from '../../domain/workshop.ts';
import type { WritableDb } from '../../store/db.ts';
import { libraries } from '../../store/libraries.ts';
import { coachingSessions } from '../../store/coaching.ts';
import { dispatches } from '../../store/reports.ts';
import { byText } from '../../domain/order.ts';
import { DispatchId, type Report, type ReportKind } from '../../domain/report.ts';
import { closeReport } from '../reports.ts';
import { savePrivateNote } from '../privateNotes.ts';
import { changeSettings, readMe } from '../settings.ts';
import { nowOf, stampOf, todayOf, type Holidays, type Tools } from '../tools.ts';
import type { ProgrammeData } from '../programmeData.ts';
import { seedProgramme } from '../seedProgramme.ts';
import { randomFrom } from './random.ts';
import { makeCast, mondayFrom, type Cast, type SeasonTools } from './seasonBuild.ts';
import { makeProcess } from './seasonCoaching.ts';
import { makeWorkshop, type WorkshopToMake } from './seasonWorkshops.ts';
import { PRIVATE_NOTES } from './texts.ts';

const SEED = 2026;
/** Weeks of the season before and after today. */
const WEEKS_BEFORE = 17;
const WEEKS_AFTER = 12;
/** Reports of the latest work that are still to be closed, and closed ones still to be sent. */
const LEFT_OPEN = 3;
const LEFT_UNSENT = 2;
/** Every second library has coaching in the demonstration: enough to see, few enough PDFs to wait for. */
const COACHED_EVERY = 2;
const RECIPIENT = 'raporty@przyklad.invalid';

const HOURS = ['09:00', '11:00', '13:00', '15:00', '17:00'] as const;

/** Held work of the person whose workspace it is. */
interface Held {
  readonly workshops: readonly { id: WorkshopId; on: PlainDate }[];
  readonly sessions: readonly { id: CoachingSessionId; on: PlainDate }[];
}

/** Public holidays among a workshop's days, each with the reason for meeting nevertheless. */
function holidaysAmong(from: PlainDate, count: number, holidays: Holidays): OverriddenConflict[] {
  const days = Array.from({ length: count }, (_, index) => ({ date: addDays(from, index) }));
  return dayConflicts(days, (date) => holidays.nameOn(date)).map((conflict) => ({
    ...conflict,
    details: { ...conflict.details },
    reason: 'Jedyny termin, który pasował wszystkim zespołom',
  }));
}

/** Each week has one workshop: groups take turns, modules follow the curriculum. */
function seasonWorkshops(
  db: WritableDb,
  tools: SeasonTools,
  cast: Cast,
  holidays: Holidays,
): Held['workshops'] {
  const held: { id: WorkshopId; on: PlainDate }[] = [];
  const first = mondayFrom(addDays(tools.today, -7 * WEEKS_BEFORE));
  const rounds = cast.groups.length * cast.modules.length;
  for (let index = 0; index < rounds; index += 1) {
    const group = cast.groups[index % cast.groups.length];
    const module = cast.modules[Math.floor(index / cast.groups.length)];
    const planned = cast.edition.curriculum.find((part) => part.moduleId === module?.id);
    if (group === undefined || module === undefined || planned === undefined) continue;
    const from = addDays(first, 7 * index + 1); // Tuesdays
    const last = addDays(from, planned.plannedDays - 1);
    const recent = last < tools.today && addDays(last, 7) >= tools.today;
    const stage: WorkshopToMake['stage'] =
      last >= tools.today ? 'planned' : recent ? 'last-day-open' : 'done';
    // Every third is led by the person whose workspace it is, and so are the ones around today.
    const near = Math.abs(Date.parse(from) - Date.parse(tools.today)) < 15 * 86_400_000;
    const lead = near ? 0 : index % cast.trainers.length;
    const id = makeWorkshop(db, tools, cast, {
      group,
      module,
      from,
      days: planned.plannedDays,
      lead,
      stage,
      overridden: holidaysAmong(from, planned.plannedDays, holidays),
    });
    if (stage === 'done' && lead === 0) held.push({ id, on: last });
  }
  return held;
}

function seasonProcesses(db: WritableDb, tools: SeasonTools, cast: Cast): Held['sessions'] {
  const teams = cast.groups.flat();
  const [mine, other] = cast.coaches;
  if (mine === undefined) throw new Error('A season needs a coach');
  const held: { id: CoachingSessionId; on: PlainDate }[] = [];
  const coached = teams.filter((_, index) => index % COACHED_EVERY === 0);
  coached.forEach((team, index) => {
    const person = index % 4 === 3 ? (team.members[1] ?? null) : null;
    // Workshops begin on Tuesdays, sessions are on Mondays: three weeks in turn, two coaches, five hours.
    const inWeek = Math.floor(index / 3);
    const isMine = inWeek % 2 === 0;
    const from = addDays(mondayFrom(addDays(tools.today, -6)), -7 * (12 - (index % 3)));
    const rhythm = 21;
    // One process has no agreement yet, so that the gate can be seen.
    const withAgreement = index !== 1;
    const ids = makeProcess(db, tools, cast, {
      team,
      person,
      coach: isMine ? mine : (other ?? mine),
      from,
      start: HOURS[Math.floor(inWeek / 2) % HOURS.length] ?? HOURS[0],
      rhythm,
      sessions: 6,
      stepsPerSession: 2,
      withAgreement,
      lastWithoutNote: index % 5 === 0,
    });
    if (!isMine || !withAgreement) return;
    ids.forEach((id, at) => held.push({ id, on: addDays(from, at * rhythm) }));
  });
  return held;
}

interface Subject {
  readonly kind: ReportKind;
  readonly subjectId: string;
  readonly on: PlainDate;
}

/** Notes that a report was sent, on the person's word. */
function markSent(tools: Tools, report: Report): void {
  tools.store.inTransaction((db) =>
    dispatches.insert(db, stampOf(tools), {
      id: DispatchId.parse(tools.newId()),
      reportId: report.id,
      recipient: RECIPIENT,
      subject: `Raport ${report.number}: ${report.title}`,
      body: 'Dzień dobry,\n\nw załączniku raport.\n',
      messageId: `<${tools.newId()}@strefownik.invalid>`,
      state: 'marked',
      preparedAt: nowOf(tools),
      markedAt: nowOf(tools),
    }),
  );
}

/** Closes the reports of all but the latest work, each the day after, and sends all but the last of them. */
async function closeReports(tools: Tools, held: Held): Promise<void> {
  const subjects: Subject[] = [
    ...held.workshops.map(({ id, on }) => ({ kind: 'workshop' as const, subjectId: id, on })),
    ...held.sessions.map(({ id, on }) => ({
      kind: 'coaching-session' as const,
      subjectId: id,
      on,
    })),
  ].sort((a, b) => byText(a.on, b.on));
  const toClose = subjects.slice(0, -LEFT_OPEN);
  for (const [index, { kind, subjectId, on }] of toClose.entries()) {
    const evening = Date.parse(`${addDays(on, 1)}T17:30:00Z`);
    const then: Tools = { ...tools, now: () => Math.min(evening, tools.now()) };
    const result = await closeReport(then, { kind, subjectId });
    if (result.outcome === 'closed' && index < toClose.length - LEFT_UNSENT) {
      markSent(then, result.report);
    }
  }
}

/**
 * Fills a new workspace with the programme's libraries and an invented season around today.
 * The real editions stay out: nothing is invented about them.
 */
export async function seedDemonstration(tools: Tools, facts: ProgrammeData): Promise<void> {
  await tools.holidaysReady();
  const { store } = tools;
  const today = todayOf(tools);
  const me = readMe(store);
  const seasonTools: SeasonTools = {
    random: randomFrom(SEED),
    newId: tools.newId,
    stamp: stampOf(tools),
    today,
  };
  const held = store.inTransaction((db): Held => {
    seedProgramme(db, seasonTools.stamp, { ...facts, editions: [], participations: [] });
    const curriculum =
      facts.editions.find((edition) => edition.curriculum.length > 0)?.curriculum ?? [];
    const year = Number(today.slice(0, 4));
    const cast = makeCast(db, seasonTools, {
      name: `Strefy Innowacji ${year} (pokaz)`,
      from: mondayFrom(addDays(today, -7 * WEEKS_BEFORE)),
      to: addDays(today, 7 * WEEKS_AFTER),
      modules: curriculum.flatMap(({ moduleId, plannedDays }) =>
        facts.modules
          .filter((module) => module.id === moduleId)
          .map((module) => ({ module, days: plannedDays })),
      ),
      libraries: libraries.list(db, 'true order by town'),
      size: {
        librariesPerGroup: 5,
        workshopsPerGroup: 4,
        trainers: 7,
        coaches: 2,
        processesPerLibrary: 1,
        sessionsPerProcess: 6,
        stepsPerSession: 2,
      },
      me: me.id,
    });
    return {
      workshops: seasonWorkshops(db, seasonTools, cast, tools.holidays),
      sessions: seasonProcesses(db, seasonTools, cast),
    };
  });
  const noted = held.sessions.filter(
    ({ id }) => coachingSessions.get(store, id).reportNotes !== '',
  );
  for (const [index, body] of PRIVATE_NOTES.entries()) {
    const session = noted[index * 3];
    if (session === undefined) continue;
    savePrivateNote(tools, { sessionId: session.id, revision: null, body });
  }
  await closeReports(tools, { workshops: held.workshops, sessions: noted });
  changeSettings(tools, { reportRecipient: RECIPIENT });
}
