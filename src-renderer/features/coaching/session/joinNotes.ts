/** Both texts, when a note was written in two places: nobody's words are dropped. */
export function joinNotes(mine: string, theirs: string): string {
  if (theirs.trim() === '' || mine.includes(theirs)) return mine;
  return mine.trim() === '' || theirs.includes(mine) ? theirs : `${theirs}\n\n${mine}`;
}
