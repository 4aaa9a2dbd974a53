import { SearchEntity } from '../domain/search.ts';
import { textIn, type ReadableDb, type WritableDb } from './db.ts';

/** Most hits that a search answers. */
export const MOST_HITS = 20;

/** Puts (or puts again) a thing's folded words into shared search. */
export function putInSearch(
  db: WritableDb,
  entity: SearchEntity,
  id: string,
  foldedWords: string,
): void {
  // The triggers on search_entry keep the full-text table in step.
  db.run(
    'insert into search_entry (entity, entity_id, words) values (?, ?, ?) ' +
      'on conflict (entity, entity_id) do update set words = excluded.words where words <> excluded.words',
    entity,
    id,
    foldedWords,
  );
}

/** Takes a thing out of shared search. */
export function forgetInSearch(db: WritableDb, entity: SearchEntity, id: string): void {
  db.run('delete from search_entry where entity = ? and entity_id = ?', entity, id);
}

/** A full-text query in which each word may go on: `"gold"* "map"*`. */
export function prefixQuery(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' ');
}

/**
 * Things whose words begin with all of the given folded words, newest first, 20 at most.
 * Not ranked: `order by rank` reads every match (38-211 ms on ten years), this stops at twenty.
 */
export function findInSearch(
  db: ReadableDb,
  words: readonly string[],
): { entity: SearchEntity; id: string }[] {
  if (words.length === 0 || words.join('').length < 2) return [];
  return db
    .all(
      'select e.entity, e.entity_id from search_words w join search_entry e on e.rowid = w.rowid ' +
        `where search_words match ? order by w.rowid desc limit ${MOST_HITS}`,
      prefixQuery(words),
    )
    .map((row) => ({ entity: SearchEntity.parse(row['entity']), id: textIn(row, 'entity_id') }));
}
