import type { CallInput, CallOutput, StoreCallName } from '../../../src-main/contract/contract.ts';
import type { EngagementPage } from '../../../src-main/contract/coachingCalls.ts';
import type { WorkshopPage } from '../../../src-main/contract/workshopCalls.ts';
import type { RunningStore } from '../../helpers/storeThread.ts';
import type { Dice } from '../dice.ts';
import { lineOf, type AnyRecorded, type Fact, type UnderWay } from './facts.ts';

/** What a coach has on the desk: things saved before or today, by id. */
export interface Desk {
  readonly process: EngagementPage;
  readonly workshop: WorkshopPage;
  readonly goals: Map<string, EngagementPage['goals'][number]['goal']>;
  readonly resources: Map<string, EngagementPage['resources'][number]>;
  readonly steps: Map<string, EngagementPage['steps'][number]>;
  readonly agenda: Map<string, WorkshopPage['agenda'][number]>;
  readonly sessions: Set<string>;
  /** What lies in the bin today, by entity and id. */
  readonly bin: { entity: CallInput<'bin.restore'>['entity']; id: string }[];
  readonly drafts: { entity: CallInput<'draft.discard'>['entity']; entityId: string }[];
}

/** A day of work on the store, which tells everything that it does. */
export interface Day {
  readonly dice: Dice;
  readonly desk: Desk;
  /** A word that nobody wrote before. */
  word(): string;
  /** Asks without telling; for what only reads. */
  read<Name extends StoreCallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Does something and tells before and after what that promises; answers null when it was refused. */
  work<Name extends StoreCallName>(
    name: Name,
    input: CallInput<Name>,
    underWay: UnderWay,
    factsOf: (answer: CallOutput<Name>) => readonly Fact[],
  ): Promise<CallOutput<Name> | null>;
}

async function readDesk(read: Day['read']): Promise<Desk> {
  const [engagement] = await read('engagement.list', {});
  const [workshop] = await read('workshop.list', {});
  if (engagement === undefined || workshop === undefined)
    throw new Error('The workspace was not prepared for a working day');
  const process = await read('engagement.get', { id: engagement.id });
  const course = await read('workshop.get', { id: workshop.id });
  const byId = <Thing extends { id: string }>(things: readonly Thing[]) =>
    new Map(things.map((thing): [string, Thing] => [thing.id, thing]));
  return {
    process,
    workshop: course,
    goals: byId(process.goals.map(({ goal }) => goal)),
    resources: byId(process.resources),
    steps: byId(process.steps),
    agenda: byId(course.agenda),
    sessions: new Set(process.sessions.map(({ id }) => id)),
    bin: [],
    drafts: [],
  };
}

/** Begins a day on an open workspace. `tell` has written a line once it resolves. */
export async function beginDay(
  store: RunningStore,
  dice: Dice,
  tell: (line: string) => Promise<void>,
): Promise<Day> {
  let asked = 0;
  let words = 0;
  const beginning = dice.below(2 ** 30).toString(36);
  const read: Day['read'] = async (name, input) =>
    (await store.valueOf(name, input)) as CallOutput<typeof name>; // the use case answers what the contract says
  return {
    dice,
    desk: await readDesk(read),
    read,
    word: () => `słowo${beginning}${(words += 1)}`,
    async work(name, input, underWay, factsOf) {
      asked += 1;
      await tell(lineOf({ kind: 'ask', number: asked, name, underWay }));
      const envelope = await store.ask(name, input);
      if (!envelope.ok) {
        await tell(lineOf({ kind: 'refused', number: asked, name, code: envelope.failure.code }));
        return null;
      }
      const answer = envelope.value as CallOutput<typeof name>; // the use case answers what the contract says
      await tell(lineOf({ kind: 'done', number: asked, name, facts: factsOf(answer) }));
      return answer;
    },
  };
}

/** What a saved row promises. */
export function thingFact(entity: string, thing: AnyRecorded): Fact {
  return { kind: 'thing', entity, thing };
}

/** What a form that was saved leaves of its draft. */
export function noDraft(entity: string, entityId: string): Fact {
  return { kind: 'draft', entity, entityId, body: null };
}
