import { z } from 'zod';
import { PlainDate } from '../domain/calendar.ts';
import { EditionId, ModuleId, PhaseKind, type Edition, type Module } from '../domain/edition.ts';
import { seededId } from '../domain/id.ts';
import { InnovationId, type Innovation } from '../domain/innovation.ts';
import {
  LibraryId,
  ParticipationId,
  ParticipationState,
  type Library,
  type Participation,
} from '../domain/library.ts';

const ProgrammeFile = z.object({
  programme: z.object({
    targets: z.object({
      libraries: z.int(),
      teamMembers: z.int(),
      trainingDaysPerLibrary: z.int(),
      trainingDaysTotal: z.int(),
    }),
  }),
  modules: z.array(
    z.object({ key: z.string(), name: z.string(), topic: z.string(), plannedDays: z.number() }),
  ),
  editions: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      from: PlainDate,
      to: PlainDate,
      schedule: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          from: PlainDate,
          to: PlainDate,
          kind: PhaseKind.optional(),
        }),
      ),
      modules: z.array(z.string()),
    }),
  ),
  libraries: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      town: z.string(),
      voivodeship: z.string(),
      lat: z.number(),
      lon: z.number(),
      participations: z.array(z.object({ edition: z.string(), state: ParticipationState })),
    }),
  ),
  innovations: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      problem: z.string(),
      towns: z.array(z.string()),
    }),
  ),
});
type ProgrammeFile = z.infer<typeof ProgrammeFile>;

/** The programme's facts as nouns with fixed ids. */
export interface ProgrammeData {
  readonly modules: readonly Module[];
  readonly editions: readonly Edition[];
  readonly libraries: readonly Library[];
  readonly participations: readonly Participation[];
  readonly innovations: readonly Innovation[];
  /** What the source states for the whole programme. */
  readonly stated: { readonly trainingDays: number; readonly libraries: number };
}

const editionId = (key: string) => EditionId.parse(seededId('edition', key));
const moduleId = (key: string) => ModuleId.parse(seededId('module', key));
const libraryId = (key: string) => LibraryId.parse(seededId('library', key));

function editionsOf(file: ProgrammeFile): Edition[] {
  const { targets } = file.programme;
  return file.editions.map((edition) => {
    const accepted = file.libraries.filter((library) =>
      library.participations.some((one) => one.edition === edition.key && one.state === 'accepted'),
    ).length;
    return {
      id: editionId(edition.key),
      name: edition.name,
      from: edition.from,
      to: edition.to,
      phases: edition.schedule.map(({ kind, ...phase }) => ({ ...phase, kind: kind ?? null })),
      curriculum: file.modules
        .filter((module) => edition.modules.includes(module.key))
        .map((module) => ({ moduleId: moduleId(module.key), plannedDays: module.plannedDays })),
      targets: {
        libraries: accepted,
        teamMembers: edition.modules.length > 0 ? accepted * 3 : null,
        trainingDaysPerLibrary: edition.modules.length > 0 ? targets.trainingDaysPerLibrary : null,
        trainingDaysTotal:
          edition.modules.length > 0 ? accepted * targets.trainingDaysPerLibrary : null,
      },
      hourUnitMinutes: 60,
    };
  });
}

function librariesOf(file: ProgrammeFile): Library[] {
  return file.libraries.map((library) => ({
    id: libraryId(library.key),
    name: library.name,
    town: library.town,
    voivodeship: library.voivodeship,
    latitude: library.lat,
    longitude: library.lon,
    population: null,
    populationYear: null,
    address: '',
    email: '',
    phone: '',
    note: '',
  }));
}

/** Reads resources/programme/programme.json. Throws when the shipped file is not what it should be. */
export function readProgramme(json: string): ProgrammeData {
  const file = ProgrammeFile.parse(JSON.parse(json));
  return {
    modules: file.modules.map(({ key, name, topic }) => ({ id: moduleId(key), name, topic })),
    editions: editionsOf(file),
    libraries: librariesOf(file),
    participations: file.libraries.flatMap((library) =>
      library.participations.map(({ edition, state }) => ({
        id: ParticipationId.parse(seededId('participation', `${library.key}-${edition}`)),
        libraryId: libraryId(library.key),
        editionId: editionId(edition),
        state,
        from: null,
        to: null,
      })),
    ),
    innovations: file.innovations.map(({ key, title, problem, towns }) => ({
      id: InnovationId.parse(seededId('innovation', key)),
      title,
      problem,
      towns: towns.filter((town) => !town.startsWith('(')),
    })),
    stated: {
      trainingDays: file.programme.targets.trainingDaysTotal,
      libraries: file.programme.targets.libraries,
    },
  };
}
