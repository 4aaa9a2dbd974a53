import * as coaching from './coaching.ts';
import * as erasures from './erasures.ts';
import * as libraries from './libraries.ts';
import * as modules from './modules.ts';
import type { WritableDb } from './db.ts';
import * as people from './people.ts';
import * as reports from './reports.ts';
import * as workshops from './workshops.ts';

/** What all nouns' tables can do alike. */
interface AnyNoun {
  readonly entity: string;
  readonly table: string;
  reindex(db: WritableDb, id: string): void;
}

/** Every noun by its table. */
export const NOUN_BY_TABLE: ReadonlyMap<string, AnyNoun> = new Map(
  [coaching, erasures, libraries, modules, people, reports, workshops]
    .flatMap((file) => Object.values(file))
    // Beside their tables the files export conditions of SQL.
    .filter((value) => typeof value !== 'string')
    .map((noun) => [noun.table, noun as unknown as AnyNoun]), // ids differ only in their brands
);

/** Every entity that a view may show: the nouns, and what lies beside them. */
export function everyEntity(): string[] {
  const nouns = [...NOUN_BY_TABLE.values()].map(({ entity }) => entity);
  return [...nouns, 'privateNote', 'settings', 'retention', 'bin', 'backup'];
}
