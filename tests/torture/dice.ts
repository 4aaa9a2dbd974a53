/** Chance that can be repeated: the same seed throws the same numbers. */
export interface Dice {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  /** One of several; throws where there is none. */
  oneOf<Item>(items: readonly Item[]): Item;
  /** Dice of their own for a part, whatever was thrown before. */
  part(number: number): Dice;
}

/** Makes dice from a seed (mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    oneOf(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from');
      return item;
    },
    part: (number) => diceOf(Math.imul(seed ^ Math.imul(number + 1, 0x9e3779b1), 0x85ebca6b)),
  };
}
