import type { Coverage } from './fontCoverage.ts';
import { NBSP } from './format.ts';

/** Stands for a character that the bundled fonts cannot print. */
export const REPLACEMENT = '□';

const graphemes = new Intl.Segmenter('pl', { granularity: 'grapheme' });

// Control characters, invisible format characters (bidirectional overrides among them) and
// variation selectors: nothing to print, and a reader could be misled by them.
const invisible = /[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
const whiteSpace = /[\t\n\v\f\r\u0085\u2028\u2029 ]+/gu;

// A short number does not leave the word it belongs to (ul. Kołłątaja 1, faza 2).
const numberAtEnd = /(?<=\p{L}) (\d{1,3}[a-z]?)(?=[,.;:)]|$)/gu;

// Polish typesetting leaves no one-letter word at the end of a line.
const oneLetterWord = /(?<=^|[\s(„"'–—\u00a0])([aiouwz])\s+(?=\S)/giu;

/**
 * Text as it can be printed: NFC, one line, without what is invisible, with □ for what no bundled
 * font has (those characters are added to `replaced`), and with one-letter words tied to the next.
 */
export function printText(text: string, covers: Coverage, replaced: Set<string>): string {
  const line = text.normalize('NFC').replace(whiteSpace, ' ').trim();
  return replaceUnprintable(line, covers, replaced)
    .trim()
    .replace(oneLetterWord, `$1${NBSP}`)
    .replace(numberAtEnd, `${NBSP}$1`);
}

function replaceUnprintable(text: string, covers: Coverage, replaced: Set<string>): string {
  const visible = (part: string) => part.replace(invisible, '');
  const printable = (part: string) =>
    Array.from(part).every((character) => covers(character.codePointAt(0) ?? 0));
  if (printable(visible(text))) return visible(text);
  // By what a reader sees as one character, so that a family of five code points becomes one □.
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const seen = visible(segment);
    if (printable(seen)) return seen;
    replaced.add(segment);
    return REPLACEMENT;
  }).join('');
}
