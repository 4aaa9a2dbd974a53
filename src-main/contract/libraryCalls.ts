import { z } from 'zod';
import { ActionStep } from '../domain/actionStep.ts';
import { PlainDate } from '../domain/calendar.ts';
import { Edition, EditionId, Module } from '../domain/edition.ts';
import { Innovation } from '../domain/innovation.ts';
import { Library, LibraryId, Participation, ParticipationState } from '../domain/library.ts';
import { recorded } from '../domain/noun.ts';
import {
  Participant,
  ParticipantId,
  TeamMembership,
  TeamMembershipId,
} from '../domain/participant.ts';
import { Person, PersonId } from '../domain/person.ts';
import { Resource } from '../domain/resource.ts';
import { orNew, storeRead, storeWrite } from './call.ts';
import { Nothing } from './workspaceCalls.ts';

/** Training days of a library in one edition, cell by cell: delivered, planned, missing. */
export const LedgerView = z.object({
  editionId: EditionId.nullable(),
  editionName: z.string(),
  cells: z.array(
    z.object({
      moduleId: z.string().nullable(),
      moduleName: z.string(),
      state: z.enum(['delivered', 'planned', 'missing']),
      value: z.number(),
      date: PlainDate.nullable(),
      workshopId: z.string().nullable(),
      beyondPlan: z.boolean(),
    }),
  ),
  delivered: z.number(),
  scheduled: z.number(),
  target: z.number(),
});
export type LedgerView = z.infer<typeof LedgerView>;

/** A line of the list of libraries. */
export const LibraryRow = z.object({
  id: LibraryId,
  name: z.string(),
  town: z.string(),
  voivodeship: z.string(),
  /** Name, town and voivodeship as search sees them (foldText). */
  folded: z.string(),
  editions: z.array(z.object({ id: EditionId, name: z.string(), state: ParticipationState })),
  teamCount: z.int(),
  /** Training days delivered and planned ahead, in an edition or outside any. */
  delivered: z.number(),
  scheduled: z.number(),
  /** Training days of the curriculum, over the editions in which the library trains. */
  target: z.number(),
  /** Open steps of workshops, and of coaching as far as its agreements share steps. */
  openSteps: z.int(),
  heldSessions: z.int(),
  /** Next planned day or session. */
  nextOn: PlainDate.nullable(),
});
export type LibraryRow = z.infer<typeof LibraryRow>;

/** Something on the library's one time line; reads like a line of a diary. */
export const TimelineEntry = z.object({
  kind: z.enum(['workshop', 'session', 'report', 'step', 'joined']),
  id: z.string(),
  /** The workshop, process or report to open. */
  openId: z.string().nullable(),
  on: PlainDate,
  title: z.string(),
  detail: z.string(),
  state: z.string(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const TeamMember = z.object({
  participant: recorded(Participant),
  membership: recorded(TeamMembership),
  current: z.boolean(),
});
export type TeamMember = z.infer<typeof TeamMember>;

/** Everything on the Karta Strefy. Coaching content of persons is left out unless the agreement shares it. */
export const LibraryPage = z.object({
  library: recorded(Library),
  participations: z.array(
    z.object({ participation: recorded(Participation), editionName: z.string() }),
  ),
  ledgers: z.array(LedgerView),
  team: z.array(TeamMember),
  workshops: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      moduleName: z.string(),
      from: PlainDate.nullable(),
      to: PlainDate.nullable(),
      state: z.string(),
      otherLibraries: z.int(),
      reportNumber: z.string().nullable(),
    }),
  ),
  engagements: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      form: z.enum(['individual', 'group']),
      coachName: z.string(),
      hasAgreement: z.boolean(),
      heldSessions: z.int(),
      lastOn: PlainDate.nullable(),
    }),
  ),
  goals: z.array(
    z.object({
      id: z.string(),
      engagementId: z.string(),
      title: z.string(),
      ownerName: z.string().nullable(),
      state: z.string(),
      scale: z.enum(['0-10', 'gas']),
      scores: z.array(z.object({ on: PlainDate, value: z.int() })),
    }),
  ),
  resources: z.array(recorded(Resource).extend({ ownerName: z.string().nullable() })),
  steps: z.array(recorded(ActionStep).extend({ who: z.string(), overdue: z.boolean() })),
  timeline: z.array(TimelineEntry),
  /** How many goals, resources and steps of persons are not shown, because their agreement keeps them. */
  keptByAgreement: z.int(),
});
export type LibraryPage = z.infer<typeof LibraryPage>;

/** Something waiting for the person, with the place where it is finished. */
export const UnfinishedItem = z.object({
  kind: z.enum([
    'session-without-note',
    'session-to-hold',
    'attendance-to-confirm',
    'report-to-close',
    'report-to-send',
    'draft',
  ]),
  id: z.string(),
  openId: z.string(),
  title: z.string(),
  detail: z.string(),
  on: PlainDate.nullable(),
});
export type UnfinishedItem = z.infer<typeof UnfinishedItem>;

/** Counted, planned and target, side by side. */
export const Totals = z.object({
  editionId: EditionId.nullable(),
  editionName: z.string(),
  libraries: z.object({ counted: z.int(), target: z.int().nullable() }),
  people: z.object({ counted: z.int(), target: z.int().nullable() }),
  /** Days of training as held once, however many libraries took part. */
  trainingDays: z.object({ delivered: z.number(), planned: z.number() }),
  /** Days summed over libraries. */
  libraryDays: z.object({
    delivered: z.number(),
    planned: z.number(),
    target: z.number().nullable(),
  }),
  /** Days summed over trainers. */
  trainerDays: z.object({ delivered: z.number(), planned: z.number() }),
  trainingHours: z.number(),
  hourUnitMinutes: z.int(),
  heldSessions: z.int(),
  sessionMinutes: z.int(),
});
export type Totals = z.infer<typeof Totals>;

/** What is next, what is unfinished, how far the programme is (Dziś). */
export const TodayView = z.object({
  today: PlainDate,
  now: z.string(),
  next: z.array(
    z.object({
      kind: z.enum(['workshop', 'session']),
      id: z.string(),
      openId: z.string(),
      date: PlainDate,
      start: z.string().nullable(),
      end: z.string().nullable(),
      title: z.string(),
      /** Empty when remote or not known yet. */
      place: z.string(),
      remote: z.boolean(),
      libraries: z.array(z.string()),
      people: z.array(z.string()),
      /** Materials of the day's blocks and what the venue lacks: the packing list. */
      packing: z.array(z.string()),
    }),
  ),
  unfinished: z.array(UnfinishedItem),
  /** How many wait beyond those listed. */
  unfinishedMore: z.int(),
  /** How many wait in each place. */
  waiting: z.object({ attendance: z.int(), reports: z.int() }),
  totals: Totals.nullable(),
});
export type TodayView = z.infer<typeof TodayView>;

/** The programme as a whole: editions, numbers beside targets, map, innovations. */
export const ProgramView = z.object({
  editions: z.array(
    recorded(Edition).extend({ totals: Totals, acceptedLibraries: z.array(LibraryId) }),
  ),
  modules: z.array(recorded(Module)),
  whole: Totals,
  /** What the source states for the whole programme. */
  stated: z.object({ trainingDays: z.number().nullable(), libraries: z.number().nullable() }),
  libraries: z.array(
    z.object({
      id: LibraryId,
      town: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      delivered: z.number(),
      target: z.number(),
    }),
  ),
  innovations: z.array(recorded(Innovation)),
});
export type ProgramView = z.infer<typeof ProgramView>;

/** Calls about the programme, its libraries and people. */
export const libraryCalls = {
  'today.get': storeRead(Nothing, TodayView),
  'program.get': storeRead(Nothing, ProgramView),
  'library.list': storeRead(Nothing, z.array(LibraryRow)),
  'library.get': storeRead(z.strictObject({ id: LibraryId }), LibraryPage),
  /** Makes (id null) or changes a library. */
  'library.save': storeWrite(
    Library.omit({ id: true }).extend(orNew(LibraryId)).strict(),
    recorded(Library),
  ),
  'person.list': storeRead(Nothing, z.array(recorded(Person))),
  'person.save': storeWrite(
    Person.omit({ id: true }).extend(orNew(PersonId)).strict(),
    recorded(Person),
  ),
  /** Adds somebody to a library's team: a new participant with a dated membership. */
  'team.add': storeWrite(
    Participant.omit({ id: true })
      .extend({
        libraryId: LibraryId,
        position: TeamMembership.shape.position,
        from: TeamMembership.shape.from,
      })
      .strict(),
    TeamMember,
  ),
  'team.change': storeWrite(
    Participant.omit({ id: true }).extend({ id: ParticipantId, revision: z.int() }).strict(),
    recorded(Participant),
  ),
  'team.changeMembership': storeWrite(
    z.strictObject({
      id: TeamMembershipId,
      revision: z.int(),
      position: TeamMembership.shape.position,
      from: TeamMembership.shape.from,
      to: TeamMembership.shape.to,
    }),
    recorded(TeamMembership),
  ),
  'edition.list': storeRead(
    Nothing,
    z.object({ editions: z.array(recorded(Edition)), modules: z.array(recorded(Module)) }),
  ),
} as const;
