import { z } from 'zod';
import { PlainDate } from './calendar.ts';
import { idOf } from './id.ts';
import { Line } from './noun.ts';
import { StoredFileId } from './report.ts';

export const ErasureId = idOf('erasure');
export type ErasureId = z.infer<typeof ErasureId>;

/** The protocol of an erasure: what was done, never about whom. */
export const Erasure = z.object({
  id: ErasureId,
  subjectKind: z.enum(['participant', 'person']),
  /** Id of the row whose name is gone: a restored older copy is erased again by it. */
  subjectId: z.string().min(1),
  number: Line,
  erasedOn: PlainDate,
  reason: Line,
  /** How many things of each kind lost the name, and how many private notes there were. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** Reports that were replaced by a redacted edition, with the hash of the old one and who holds it. */
  reports: z.array(
    z.object({ number: z.string(), oldSha256: z.string(), recipients: z.array(z.string()) }),
  ),
  /** The protocol as a PDF. */
  fileId: StoredFileId.nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

/** Letters that start a protocol's number: RODO/2026/001. */
export const ERASURE_PREFIX = 'RODO';

/** A protocol's number, e.g. `RODO/2026/001`. */
export function erasureNumber(year: number, ordinal: number): string {
  return `${ERASURE_PREFIX}/${year}/${String(ordinal).padStart(3, '0')}`;
}

/** What stands where the name stood, e.g. `Osoba usunięta 1/2026`: one for each erasure, so that lists stay apart. */
export function neutralName(number: string): string {
  const [, year = '', ordinal = ''] = number.split('/');
  return `Osoba usunięta ${Number(ordinal)}/${year}`;
}

/** Stand where an address or a phone number of an erased person stood. */
export const NEUTRAL_EMAIL = 'adres usunięty';
export const NEUTRAL_PHONE = 'numer usunięty';
