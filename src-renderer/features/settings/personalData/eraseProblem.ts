/** Why somebody cannot be erased yet. */
export type EraseProblem = 'reason' | 'mismatch';

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What is missing before somebody is erased; spaces and letters' case do not count, as in the store. */
export function eraseProblem(
  values: { readonly reason: string; readonly typedName: string },
  name: string,
): EraseProblem | null {
  if (values.reason.trim() === '') return 'reason';
  const same = (one: string, other: string): boolean =>
    plain(one).toLocaleLowerCase('pl') === plain(other).toLocaleLowerCase('pl');
  return same(values.typedName, name) ? null : 'mismatch';
}
