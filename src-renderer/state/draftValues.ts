/** What a simple form holds: lines, choices and numbers, each by its name. */
export type FlatValues = Readonly<Record<string, string | number | boolean | null>>;

function fits(kept: unknown, pattern: FlatValues[string]): kept is FlatValues[string] {
  if (kept === null) return pattern === null || typeof pattern === 'number';
  if (pattern === null) return typeof kept === 'string' || typeof kept === 'number';
  return typeof kept === typeof pattern;
}

/**
 * The values of a form out of its draft's JSON. A field that is missing or of another kind (the draft of
 * an older version) keeps what `start` has; text that is no JSON gives `start`.
 */
export function draftValues<Values extends object>(body: string, start: Values): Values {
  let kept: unknown;
  try {
    kept = JSON.parse(body);
  } catch {
    return start;
  }
  if (typeof kept !== 'object' || kept === null) return start;
  const found = new Map<string, unknown>(Object.entries(kept));
  const pairs = Object.entries(start).map(([name, value]): [string, unknown] => {
    const other = found.get(name);
    return [name, found.has(name) && fits(other, value) ? other : value];
  });
  // The same names with values of the same kinds: still Values.
  return Object.fromEntries(pairs) as Values;
}
