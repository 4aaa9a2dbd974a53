const LETTERS_WITHOUT_MARK: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Text as search sees it: lower case, without diacritics, one space between words.
 * The one folding function for both sides (domain rule 12): Unicode does not decompose `ł`, so SQLite's own folding misses it.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łđøßæœ]/g, (letter) => LETTERS_WITHOUT_MARK[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of a query as search sees them; empty when nothing searchable was typed. */
export function searchWords(query: string): readonly string[] {
  const folded = foldText(query);
  return folded === '' ? [] : folded.split(' ');
}

/** One line of text, as people type it: trimmed, inner runs of white space kept as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
