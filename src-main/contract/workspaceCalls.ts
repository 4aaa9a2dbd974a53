import { z } from 'zod';
import { Instant, PlainDate } from '../domain/calendar.ts';
import { Draft, DraftEntity } from '../domain/draft.ts';
import { Line, recorded } from '../domain/noun.ts';
import { Person, Role, WordForm } from '../domain/person.ts';
import { SearchEntity } from '../domain/search.ts';
import { desk, storeRead, storeWrite } from './call.ts';
import { Failure } from './failure.ts';

/** Input of a call that needs none. */
export const Nothing = z.strictObject({});
/** Answer of a call that has nothing to tell. */
export const Done = z.strictObject({ done: z.literal(true) });

/** Where the workspace stands; the window shows the first run, the unlock page, a problem or the places. */
export const WorkspaceStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), folder: z.string() }),
  z.object({
    state: z.literal('locked'),
    folder: z.string(),
    demonstration: z.boolean(),
    /** Whether a recovery code can open it. */
    recoverable: z.boolean(),
    /** Whether the system's keychain can open it. */
    device: z.boolean(),
  }),
  z.object({
    state: z.literal('open'),
    folder: z.string(),
    demonstration: z.boolean(),
    me: recorded(Person),
  }),
  z.object({ state: z.literal('problem'), folder: z.string(), failure: Failure }),
]);
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

/** What a new workspace starts with. */
export const WorkspaceStart = z.enum(['programme', 'empty', 'demonstration']);
export type WorkspaceStart = z.infer<typeof WorkspaceStart>;

export const NewWorkspace = z.strictObject({
  start: WorkspaceStart,
  /** Not asked for in the demonstration. */
  passphrase: z.string().max(1000),
  me: z.strictObject({
    name: Line,
    form: WordForm,
    roles: z.array(Role).min(1, { message: 'no-role' }),
  }),
});
export type NewWorkspace = z.infer<typeof NewWorkspace>;

/** Choices of the person that travel with the workspace. */
export const Settings = z.object({
  /** Where reports go; a person's typed address is offered again. */
  reportRecipient: z.string().max(300),
  appearance: z.enum(['system', 'light', 'dark']),
});
export type Settings = z.infer<typeof Settings>;

/** A line of the palette; an empty title where an agreement keeps the words. */
export const SearchHit = z.object({
  entity: SearchEntity,
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  /** The place to open: a session's process, a resource's library. */
  libraryId: z.string().nullable(),
  engagementId: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** Things that can wait in the bin and come back. */
export const RemovableEntity = z.enum([
  'workshop',
  'agendaItem',
  'engagement',
  'coachingSession',
  'coachingGoal',
  'resource',
  'actionStep',
  'participant',
  'teamMembership',
  'person',
]);
export type RemovableEntity = z.infer<typeof RemovableEntity>;

/** Something in the bin (Kosz). */
export const BinRow = z.object({
  entity: RemovableEntity,
  id: z.string(),
  /** Empty where an agreement keeps the words between coach and team. */
  title: z.string(),
  removedAt: Instant,
  /** The day on which it goes for good. */
  expiresOn: PlainDate,
});
export type BinRow = z.infer<typeof BinRow>;

/** Calls about the workspace itself: opening, settings, drafts, search, bin. */
export const workspaceCalls = {
  'workspace.status': storeRead(Nothing, WorkspaceStatus),
  'workspace.create': storeWrite(NewWorkspace, WorkspaceStatus),
  'workspace.unlock': storeWrite(
    z.strictObject({ passphrase: z.string().max(1000) }),
    WorkspaceStatus,
  ),
  'workspace.lock': desk(Nothing, WorkspaceStatus),
  'workspace.showFolder': desk(Nothing, Done),
  'app.about': desk(
    Nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      folder: z.string(),
      outgoingFolder: z.string(),
    }),
  ),
  'settings.get': storeRead(Nothing, Settings),
  'settings.save': storeWrite(Settings.partial(), Settings),
  'appearance.apply': desk(z.strictObject({ appearance: Settings.shape.appearance }), Done),
  'clipboard.copy': desk(z.strictObject({ text: z.string().max(100_000) }), Done),
  /** Unsaved changes with their words, private ones excepted. */
  'draft.list': storeRead(Nothing, z.array(Draft)),
  'draft.get': storeRead(
    z.strictObject({ entity: DraftEntity, entityId: z.string().min(1).max(100) }),
    Draft.nullable(),
  ),
  'draft.keep': storeWrite(Draft.omit({ updatedAt: true }).strict(), Done),
  'draft.discard': storeWrite(
    z.strictObject({ entity: DraftEntity, entityId: z.string().min(1).max(100) }),
    Done,
  ),
  'search.query': storeRead(z.strictObject({ text: z.string().max(200) }), z.array(SearchHit)),
  'bin.list': storeRead(Nothing, z.array(BinRow)),
  'bin.remove': storeWrite(
    z.strictObject({ entity: RemovableEntity, id: z.string().max(100) }),
    Done,
  ),
  'bin.restore': storeWrite(
    z.strictObject({ entity: RemovableEntity, id: z.string().max(100) }),
    Done,
  ),
} as const;
