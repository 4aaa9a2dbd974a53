import { linkSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { addDays, instantOf, type PlainDate } from '../../src-main/domain/calendar.ts';
import type { CoachingSessionId } from '../../src-main/domain/coachingSession.ts';
import {
  DispatchId,
  ReportId,
  reportNumber,
  StoredFileId,
  type ReportKind,
} from '../../src-main/domain/report.ts';
import type { PersonId } from '../../src-main/domain/person.ts';
import { writeEncrypted, type WrittenFile } from '../../src-main/files/encryptedFile.ts';
import type { WritableDb } from '../../src-main/store/db.ts';
import { libraries } from '../../src-main/store/libraries.ts';
import { editions, modules } from '../../src-main/store/modules.ts';
import { dispatches, reports, storedFiles } from '../../src-main/store/reports.ts';
import { randomFrom } from '../../src-main/usecases/season/random.ts';
import {
  inventLibrary,
  makeCast,
  mondayFrom,
  type Cast,
  type SeasonSize,
  type SeasonTools,
} from '../../src-main/usecases/season/seasonBuild.ts';
import { makeProcess } from '../../src-main/usecases/season/seasonCoaching.ts';
import { makeWorkshop } from '../../src-main/usecases/season/seasonWorkshops.ts';
import { readMe } from '../../src-main/usecases/settings.ts';
import { stampOf, todayOf, type Tools } from '../../src-main/usecases/tools.ts';

/** How much of ten years to make; 1 is all of it: 250 libraries, 6 000 workshops, 20 000 sessions. */
export interface TenYearsOptions {
  readonly seed: number;
  /** Share of each year's workshops and sessions, 0..1. */
  readonly size: number;
  /** PDFs that closed reports point at; each is stored once and linked, as backups share files too. */
  readonly pdfs: Readonly<Record<ReportKind, Uint8Array>>;
}

/** What was made. */
export interface TenYearsCounts {
  libraries: number;
  workshops: number;
  sessions: number;
  reports: number;
  files: number;
}

const YEARS = 10;
const LIBRARIES_A_YEAR = 25;
const LOOSE_FILES = 2_000;
const FULL_YEAR: SeasonSize = {
  librariesPerGroup: 5,
  workshopsPerGroup: 120,
  trainers: 7,
  coaches: 2,
  processesPerLibrary: 4,
  sessionsPerProcess: 20,
  stepsPerSession: 3,
};
/** One workshop in so many has a day more, so that the days come to twenty thousand. */
const LONGER_EVERY = 13;

interface Year {
  readonly workshops: { id: string; on: PlainDate }[];
  readonly sessions: { id: CoachingSessionId; on: PlainDate }[];
}

function makeYear(
  db: WritableDb,
  tools: SeasonTools,
  year: number,
  size: SeasonSize,
  me: PersonId,
): Year {
  const known = modules.list(db);
  const curriculum =
    editions.list(db).find((edition) => edition.curriculum.length > 0)?.curriculum ?? [];
  const from = mondayFrom(addDays(tools.today, -365 * (YEARS - year) + 20));
  const models = libraries.list(db, `id like 'library.%' order by town`);
  const own =
    year === 0
      ? models
      : models.map((model, index) =>
          inventLibrary(db, tools, model, year * LIBRARIES_A_YEAR + index),
        );
  const cast = makeCast(db, tools, {
    name: `Edycja ${from.slice(0, 4)}/${Number(from.slice(0, 4)) + 1}`,
    from,
    to: addDays(from, 364),
    modules: curriculum.flatMap(({ moduleId, plannedDays }) =>
      known
        .filter((module) => module.id === moduleId)
        .map((module) => ({ module, days: plannedDays })),
    ),
    libraries: own,
    size,
    me,
  });
  return {
    workshops: yearWorkshops(db, tools, cast, size),
    sessions: yearSessions(db, tools, cast, size),
  };
}

function yearWorkshops(
  db: WritableDb,
  tools: SeasonTools,
  cast: Cast,
  size: SeasonSize,
): Year['workshops'] {
  const made: Year['workshops'] = [];
  for (let index = 0; index < size.workshopsPerGroup * cast.groups.length; index += 1) {
    const group = cast.groups[index % cast.groups.length];
    const round = Math.floor(index / cast.groups.length);
    const module = cast.modules[round % cast.modules.length];
    if (group === undefined || module === undefined) continue;
    const planned = cast.edition.curriculum.find((part) => part.moduleId === module.id);
    const days = (planned?.plannedDays ?? 2) + (index % LONGER_EVERY === 0 ? 1 : 0);
    const week = Math.floor((round / size.workshopsPerGroup) * 48);
    const from = addDays(cast.edition.from, 7 * week + (index % 2));
    const id = makeWorkshop(db, tools, cast, {
      group,
      module,
      from,
      days,
      lead: index,
      stage: addDays(from, days) <= tools.today ? 'done' : 'planned',
    });
    made.push({ id, on: addDays(from, days - 1) });
  }
  return made;
}

function yearSessions(
  db: WritableDb,
  tools: SeasonTools,
  cast: Cast,
  size: SeasonSize,
): Year['sessions'] {
  const made: Year['sessions'] = [];
  const rhythm = Math.floor(330 / size.sessionsPerProcess);
  cast.groups.flat().forEach((team, index) => {
    for (let process = 0; process < size.processesPerLibrary; process += 1) {
      const coach = cast.coaches[(index + process) % cast.coaches.length];
      if (coach === undefined) throw new Error('A year needs coaches');
      const from = addDays(cast.edition.from, (index + process) % 7);
      const ids = makeProcess(db, tools, cast, {
        team,
        person: process === 0 ? null : (team.members[process - 1] ?? null),
        coach,
        from,
        start: '10:00',
        rhythm,
        sessions: size.sessionsPerProcess,
        stepsPerSession: size.stepsPerSession,
        withAgreement: true,
        lastWithoutNote: false,
      });
      ids.forEach((id, at) => made.push({ id, on: addDays(from, at * rhythm) }));
    }
  });
  return made;
}

/** A further path to an encrypted file that is there already; ext4 allows 65 000 links of one. */
function linked(folder: string, file: WrittenFile): string {
  const name = randomBytes(16).toString('hex');
  const path = `${name.slice(0, 2)}/${name}`;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  linkSync(join(folder, file.path), join(folder, path));
  return path;
}

function makeFileRow(db: WritableDb, tools: Tools, file: WrittenFile): StoredFileId {
  return storedFiles.insert(db, stampOf(tools), {
    id: StoredFileId.parse(tools.newId()),
    path: linked(tools.files.folder, file),
    mediaType: 'application/pdf',
    bytes: file.bytes,
    sha256: file.sha256,
  }).id;
}

function makeReport(
  db: WritableDb,
  tools: Tools,
  kind: ReportKind,
  subject: { id: string; on: PlainDate },
  file: WrittenFile,
  ordinal: number,
  me: PersonId,
): void {
  const closedAt = instantOf(Date.parse(`${subject.on}T18:00:00Z`));
  const number = reportNumber(kind, Number(subject.on.slice(0, 4)), ordinal);
  const report = reports.insert(db, stampOf(tools), {
    id: ReportId.parse(tools.newId()),
    kind,
    subjectId: subject.id,
    number,
    title: kind === 'workshop' ? 'Raport z warsztatu' : 'Sesja coachingowa',
    correctionOf: null,
    correctionNumber: 0,
    correctionReason: '',
    closedAt,
    closedBy: me,
    fileId: makeFileRow(db, tools, file),
    sha256: file.sha256,
    pages: kind === 'workshop' ? 3 : 1,
    replacedCharacters: [],
    redactedAt: null,
    originalSha256: null,
  });
  dispatches.insert(db, stampOf(tools), {
    id: DispatchId.parse(tools.newId()),
    reportId: report.id,
    recipient: 'raporty@przyklad.invalid',
    subject: `Raport ${number}`,
    body: 'W załączniku raport.',
    messageId: `<${report.id}@strefownik.invalid>`,
    state: 'marked',
    preparedAt: closedAt,
    markedAt: closedAt,
  });
}

/** Fills a new programme workspace with ten years of work, each year in one transaction. */
export function makeTenYears(tools: Tools, options: TenYearsOptions): TenYearsCounts {
  const { store, files } = tools;
  const me = readMe(store).id;
  const today = todayOf(tools);
  const seasonTools: SeasonTools = {
    random: randomFrom(options.seed),
    newId: tools.newId,
    stamp: stampOf(tools),
    today,
  };
  const scaled = (count: number) => Math.max(1, Math.round(count * options.size));
  const size: SeasonSize = {
    ...FULL_YEAR,
    workshopsPerGroup: scaled(FULL_YEAR.workshopsPerGroup),
    sessionsPerProcess: scaled(FULL_YEAR.sessionsPerProcess),
  };
  const stored = {
    workshop: writeEncrypted(files.folder, files.dataKey, options.pdfs.workshop),
    'coaching-session': writeEncrypted(
      files.folder,
      files.dataKey,
      options.pdfs['coaching-session'],
    ),
  };
  const ordinals = new Map<string, number>();
  const nextOrdinal = (key: string) => {
    const next = (ordinals.get(key) ?? 0) + 1;
    ordinals.set(key, next);
    return next;
  };
  const counts: TenYearsCounts = { libraries: 0, workshops: 0, sessions: 0, reports: 0, files: 0 };
  for (let year = 0; year < YEARS; year += 1) {
    store.inTransaction((db) => {
      const made = makeYear(db, seasonTools, year, size, me);
      counts.libraries += LIBRARIES_A_YEAR;
      counts.workshops += made.workshops.length;
      counts.sessions += made.sessions.length;
      for (const [kind, subjects] of [
        ['workshop', made.workshops],
        ['coaching-session', made.sessions],
      ] as const) {
        for (const subject of subjects.filter((one) => one.on < today)) {
          const ordinal = nextOrdinal(`${kind}${subject.on.slice(0, 4)}`);
          makeReport(db, tools, kind, subject, stored[kind], ordinal, me);
          counts.reports += 1;
        }
      }
      for (let file = 0; file < scaled(LOOSE_FILES) / YEARS; file += 1) {
        makeFileRow(db, tools, stored.workshop);
        counts.files += 1;
      }
    });
    store.connection.pragma('wal_checkpoint(TRUNCATE)');
  }
  return counts;
}
