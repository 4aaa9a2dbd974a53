import type { RecordedFields } from '../../../src-main/domain/noun.ts';
import type { Day } from './day.ts';
import type { Fact, UnderWay } from './facts.ts';

/** One thing that a coach does; it chooses by the day's dice, and does nothing when it is not possible yet. */
export type Action = (day: Day) => Promise<unknown>;

/** A call that makes something, and touches nothing else. */
export const NEW: UnderWay = { touches: [], would: [] };

/** A call that changes one thing. */
export const on = (id: string, ...would: Fact[]): UnderWay => ({ touches: [id], would });

/** A call of which cannot be told before what it changes. */
export const ANYTHING: UnderWay = { touches: 'anything', would: [] };

/** A recorded thing as its form would send it: with its revision, without what the store itself writes. */
export function formOf<Thing extends RecordedFields>(
  thing: Thing,
): Omit<Thing, Exclude<keyof RecordedFields, 'revision'>> {
  const {
    createdAt: _made,
    updatedAt: _saved,
    originWorkspace: _origin,
    deletedAt: _gone,
    ...form
  } = thing;
  return form;
}

/** Something on the desk that does not lie in the bin; undefined: nothing does. */
export function some<Id extends string>({ dice, desk }: Day, ids: Iterable<Id>): Id | undefined {
  const binned = new Set(desk.bin.map(({ id }) => id));
  const there = [...ids].filter((id) => !binned.has(id));
  return there.length === 0 ? undefined : dice.oneOf(there);
}
