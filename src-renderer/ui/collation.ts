const polish = new Intl.Collator('pl', { numeric: true, sensitivity: 'base' });

/** Orders texts as Poles do (Lublin, Łomża, Sopot), numbers inside them by value. */
export function compareText(one: string, other: string): number {
  return polish.compare(one, other);
}

/** A text without case and diacritics, `ł` included: what typed searches compare. */
export function foldText(source: string): string {
  return source.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether every word of a query begins a word of one of the texts. */
export function matchesText(
  query: string,
  ...sources: readonly (string | null | undefined)[]
): boolean {
  const words = foldText(sources.filter((one) => one != null).join(' ')).split(/[^\p{L}\p{N}]+/u);
  return foldText(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}
