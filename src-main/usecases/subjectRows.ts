import type { PlainDate } from '../domain/calendar.ts';
import type { Recorded } from '../domain/noun.ts';
import type { Steps } from '../domain/steps.ts';
import type { ReadableDb, SqlValue } from '../store/db.ts';
import type { NounTable } from '../store/nounTable.ts';

/** What is held, one thing a row. */
export interface SubjectRow {
  readonly on: PlainDate | null;
  readonly what: string;
  readonly detail: string;
}

/** Parts that are there, in one line. */
export const joined = (parts: readonly (string | null | false)[]) =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');

/** Things read between two pauses. */
const THINGS_A_STEP = 50;

/** Things that fulfil a condition, read in steps; those in the bin too: they are held until it is emptied. */
export function* every<Thing extends { id: string }>(
  db: ReadableDb,
  noun: NounTable<Thing>,
  condition: string,
  ...values: readonly SqlValue[]
): Steps<Recorded<Thing>[]> {
  const ids = db.all(`select id from ${noun.table} where ${condition}`, ...values);
  const things: Recorded<Thing>[] = [];
  for (const [index, { id }] of ids.entries()) {
    if (index % THINGS_A_STEP === 0) yield;
    const row = db.get(`select * from ${noun.table} where id = ?`, id ?? null);
    if (row !== undefined) things.push(noun.fromRow(row));
  }
  return things;
}

/** Says of a thing that it lies in the bin. */
export const bin = ({ deletedAt }: Recorded<object>) => deletedAt !== null && 'w Koszu';
