import { z } from 'zod';

/**
 * Identifier of one noun, as text.
 * Seeded rows: `<noun>.<key>` (the same in every workspace); all others: UUIDv7 made in a use case.
 */
export type Id<Noun extends string> = string & z.$brand<`${Noun}Id`>;

const ID_PATTERN =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z][a-zA-Z]*\.[a-z0-9-]{1,60})$/;

/** Schema of an id of one noun. */
export function idOf<Noun extends string>(noun: Noun) {
  return z.string().regex(ID_PATTERN, `Not an id of ${noun}`).brand<`${Noun}Id`>();
}

/** Id of a seeded row, from its key in resources/programme/programme.json. */
export function seededId<Noun extends string>(noun: Noun, key: string): Id<Noun> {
  return idOf(noun).parse(`${noun}.${key}`) as Id<Noun>; // zod's inferred brand type and Id<Noun> are the same brand spelled twice
}
