import { addDays, PlainTime, weekday, type PlainDate } from '../../domain/calendar.ts';
import { EditionId, type Edition, type Module } from '../../domain/edition.ts';
import { LibraryId, ParticipationId, type Library } from '../../domain/library.ts';
import { ParticipantId, TeamMembershipId, type Participant } from '../../domain/participant.ts';
import { PersonId, type Person, type Role } from '../../domain/person.ts';
import type { WritableDb } from '../../store/db.ts';
import { libraries, participations } from '../../store/libraries.ts';
import { editions } from '../../store/modules.ts';
import type { Stamp } from '../../store/nounTable.ts';
import { participants, persons, teamMemberships } from '../../store/people.ts';
import { inventPeople } from './people.ts';
import type { Random } from './random.ts';

/** How large a season is; the demonstration is one small season, ten years are ten large ones. */
export interface SeasonSize {
  readonly librariesPerGroup: number;
  /** Workshops of each group; their modules follow the curriculum round and round. */
  readonly workshopsPerGroup: number;
  readonly trainers: number;
  readonly coaches: number;
  /** Coaching processes of each library: the first is the team's, the others are persons'. */
  readonly processesPerLibrary: number;
  readonly sessionsPerProcess: number;
  readonly stepsPerSession: number;
}

/** Tools of the generator: where it writes, what it draws from. */
export interface SeasonTools {
  readonly random: Random;
  readonly newId: () => string;
  readonly stamp: Stamp;
  readonly today: PlainDate;
}

/** A library with its team. */
export interface Team {
  readonly library: Library;
  readonly members: readonly Participant[];
}

/** Everybody and everything that a season's work happens among. */
export interface Cast {
  readonly edition: Edition;
  readonly modules: readonly Module[];
  readonly trainers: readonly PersonId[];
  readonly coaches: readonly PersonId[];
  readonly groups: readonly (readonly Team[])[];
}

/** A time of day that is known to exist. */
export const clock = (text: string): PlainTime => PlainTime.parse(text);

/** The first Monday on or after a day. */
export function mondayFrom(date: PlainDate): PlainDate {
  return addDays(date, (8 - weekday(date)) % 7);
}

function address(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
    .replace(/\s+/g, '.');
  return `${plain}@przyklad.invalid`;
}

/** Invented trainers or coaches. */
function inventStaff(db: WritableDb, tools: SeasonTools, count: number, role: Role): PersonId[] {
  return inventPeople(tools.random, count).map(({ name, form }) => {
    const person: Person = {
      id: PersonId.parse(tools.newId()),
      name,
      form,
      roles: [role],
      email: address(name),
      phone: '',
    };
    return persons.insert(db, tools.stamp, person).id;
  });
}

function makeTeam(db: WritableDb, tools: SeasonTools, library: Library, from: PlainDate): Team {
  const members = inventPeople(tools.random, 3).map(({ name }, index) => {
    const participant = participants.insert(db, tools.stamp, {
      id: ParticipantId.parse(tools.newId()),
      name,
      email: address(name),
      phone: '',
    });
    teamMemberships.insert(db, tools.stamp, {
      id: TeamMembershipId.parse(tools.newId()),
      participantId: participant.id,
      libraryId: library.id,
      position: index === 0 ? 'koordynacja Strefy' : '',
      from,
      to: null,
    });
    return participant;
  });
  return { library, members };
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += size)
    groups.push(items.slice(start, start + size));
  return groups;
}

/** What a season is made from. */
export interface SeasonPlan {
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly modules: readonly { readonly module: Module; readonly days: number }[];
  readonly libraries: readonly Library[];
  readonly size: SeasonSize;
  /** The person whose workspace it is: the first trainer and the first coach. */
  readonly me: PersonId | null;
}

/** Makes the edition, its libraries' parts and teams, its trainers and coaches. */
export function makeCast(db: WritableDb, tools: SeasonTools, plan: SeasonPlan): Cast {
  const { from, to, size } = plan;
  const days = plan.modules.reduce((sum, part) => sum + part.days, 0);
  const edition = editions.insert(db, tools.stamp, {
    id: EditionId.parse(tools.newId()),
    name: plan.name,
    from,
    to,
    phases: [
      {
        key: 'start',
        name: 'Rekrutacja i spotkanie otwierające',
        from,
        to: addDays(from, 13),
        kind: null,
      },
      { key: 'workshops', name: 'Warsztaty dla Strefowiczów', from, to, kind: 'workshops' },
      {
        key: 'coaching',
        name: 'Coachingi dla Stref Innowacji',
        from: addDays(from, 28),
        to,
        kind: 'coaching',
      },
      { key: 'grants', name: 'Konkurs grantowy', from: addDays(to, -42), to, kind: 'grants' },
    ],
    curriculum: plan.modules.map((part) => ({ moduleId: part.module.id, plannedDays: part.days })),
    targets: {
      libraries: plan.libraries.length,
      teamMembers: plan.libraries.length * 3,
      trainingDaysPerLibrary: days,
      trainingDaysTotal: days * plan.libraries.length,
    },
    hourUnitMinutes: 60,
  });
  const teams = plan.libraries.map((library) => {
    participations.insert(db, tools.stamp, {
      id: ParticipationId.parse(tools.newId()),
      libraryId: library.id,
      editionId: edition.id,
      state: 'accepted',
      from,
      to: null,
    });
    return makeTeam(db, tools, library, from);
  });
  const mine = plan.me === null ? [] : [plan.me];
  return {
    edition,
    modules: plan.modules.map((part) => part.module),
    trainers: [...mine, ...inventStaff(db, tools, size.trainers - mine.length, 'trainer')],
    coaches: [...mine, ...inventStaff(db, tools, size.coaches - mine.length, 'coach')],
    groups: inGroups(teams, size.librariesPerGroup),
  };
}

/** An invented library, for seasons larger than the programme was. */
export function inventLibrary(
  db: WritableDb,
  tools: SeasonTools,
  model: Library,
  number: number,
): Library {
  return libraries.insert(db, tools.stamp, {
    ...model,
    id: LibraryId.parse(tools.newId()),
    name: `Biblioteka Publiczna nr ${number}, ${model.town}`,
    town: `${model.town} ${number}`,
  });
}
