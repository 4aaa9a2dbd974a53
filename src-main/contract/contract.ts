import { z } from 'zod';
import type { CallDefinition } from './call.ts';
import { coachingCalls } from './coachingCalls.ts';
import { historyCalls } from './historyCalls.ts';
import { libraryCalls } from './libraryCalls.ts';
import { personalDataCalls } from './personalDataCalls.ts';
import { reportCalls } from './reportCalls.ts';
import { safetyCalls } from './safetyCalls.ts';
import { workshopCalls } from './workshopCalls.ts';
import { WorkspaceStatus, workspaceCalls } from './workspaceCalls.ts';

/** The one table of calls; the door, the preload, the renderer's types and the tests' fakes derive from it. */
export const contract = {
  ...workspaceCalls,
  ...libraryCalls,
  ...workshopCalls,
  ...coachingCalls,
  ...reportCalls,
  ...safetyCalls,
  ...historyCalls,
  ...personalDataCalls,
} as const satisfies Readonly<Record<string, CallDefinition>>;

/** What the main process tells the window without being asked. */
export const broadcasts = {
  /** Rows of these entities changed; views that show them read again. */
  changed: z.object({ entities: z.array(z.string()) }),
  /** The workspace was opened, locked or lost. */
  workspace: WorkspaceStatus,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;

type NamesAt<Place> = {
  [Name in CallName]: Contract[Name]['place'] extends Place ? Name : never;
}[CallName];
/** Calls answered by the store worker. */
export type StoreCallName = NamesAt<'store'>;
/** Calls answered at the desk. */
export type DeskCallName = NamesAt<'desk'>;

export type BroadcastName = keyof typeof broadcasts;
export type BroadcastValue<Name extends BroadcastName> = z.output<(typeof broadcasts)[Name]>;

/** Handlers of the calls of one place; a forgotten one does not compile. */
export type Handlers<Names extends CallName> = {
  readonly [Name in Names]: (
    input: ParsedInput<Name>,
  ) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

/** Is this text the name of a call? */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
