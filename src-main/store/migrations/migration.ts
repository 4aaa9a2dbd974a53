/** One numbered step of the schema; once released it is never edited. */
export interface Migration {
  /** The schema's version after it, from 1. */
  readonly version: number;
  readonly sql: string;
}
