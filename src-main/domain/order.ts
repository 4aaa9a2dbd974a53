/** Order of dates, times and ids as text: by code unit, so that it is quick and the same everywhere. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
