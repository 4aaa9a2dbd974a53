import type { ReadableDb, WritableDb } from './db.ts';
import { textIn } from './db.ts';

/** A setting's value as it was saved, or undefined. The caller parses it. */
export function readSetting(db: ReadableDb, key: string): unknown {
  const row = db.get('select value from setting where key = ?', key);
  return row === undefined ? undefined : (JSON.parse(textIn(row, 'value')) as unknown);
}

/** Saves a setting as JSON. */
export function saveSetting(db: WritableDb, key: string, value: unknown): void {
  db.run(
    'insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    key,
    JSON.stringify(value),
  );
}
