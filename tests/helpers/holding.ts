import type { StoreHarness } from './storeHarness.ts';

/** Bytes as the text that they are; the driver's Buffers would else become lists of numbers. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

/** Tables in which a text stands in any column, the shadow tables of full-text search included; case does not count. */
export function tablesHolding(harness: StoreHarness, text: string): string[] {
  const wanted = text.toLowerCase();
  return Object.entries(harness.dump())
    .filter(([, rows]) => JSON.stringify(plain(rows)).toLowerCase().includes(wanted))
    .map(([table]) => table);
}
