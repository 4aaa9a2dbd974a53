/**
 * What to save when a thing was changed elsewhere while it was open here: the newer version, with the
 * fields over it that were changed here since `base`. Fields are compared by their JSON.
 */
export function mergeChanges<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
): Values {
  const merged = { ...theirs };
  for (const key of keysOf(mine)) {
    if (JSON.stringify(mine[key]) !== JSON.stringify(base[key])) merged[key] = mine[key];
  }
  return merged;
}

function keysOf<Values extends object>(values: Values): (keyof Values)[] {
  return Object.keys(values) as (keyof Values)[]; // plain values of a form: no other keys than its own
}
