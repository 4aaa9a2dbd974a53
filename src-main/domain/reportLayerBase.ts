import { z } from 'zod';
import { PlainDate } from './calendar.ts';

/*
 * The report layer is a wire format: PDFs closed with version 1 are read for ten years and more.
 * Its lists therefore stand here by themselves and not in the nouns' files, which may grow with the
 * application; a test says where the two have drifted, and a new value is a new schema version.
 * `''` is text that nobody wrote, `null` a date or number nobody gave; an absent key was not shared.
 */

/** Version of the layer's schema that this application writes. */
export const REPORT_SCHEMA_VERSION = 1;

/** Version of redacted editions: version 1 and the note of what they replace. */
export const REDACTED_SCHEMA_VERSION = 2;

/** Identifier of a noun, as it stands in its sender's workspace. */
export const LayerId = z.string().min(1).max(100);

/** A line that must say something. */
export const LayerLine = z.string().min(1).max(400);

/** A line that may be empty. */
export const LayerOptionalLine = z.string().max(400);

/** Several paragraphs, parted by line breaks; may be empty. */
export const LayerText = z.string().max(100_000);

/** A library as the report names it. */
export const LayerLibrary = z.strictObject({
  id: LayerId,
  name: LayerLine,
  town: LayerLine,
});
export type LayerLibrary = z.infer<typeof LayerLibrary>;

/** Somebody named in the report. */
export const LayerPerson = z.strictObject({ id: LayerId, name: LayerLine });
export type LayerPerson = z.infer<typeof LayerPerson>;

/** A trainer or coach, with the grammatical form of the word for what they do. */
export const LayerWorker = z.strictObject({
  id: LayerId,
  name: LayerLine,
  form: z.enum(['feminine', 'masculine']),
});
export type LayerWorker = z.infer<typeof LayerWorker>;

/** What every report carries, whatever it is about. */
export const layerBaseShape = {
  schemaVersion: z.literal([REPORT_SCHEMA_VERSION, REDACTED_SCHEMA_VERSION]),
  producer: z.strictObject({ name: LayerLine, version: LayerLine }),
  language: z.literal('pl'),
  reportId: LayerId,
  /** Null until the report is closed: numbers are given at closing. */
  number: LayerLine.max(40).nullable(),
  state: z.enum(['draft', 'closed']),
  closedOn: PlainDate.nullable(),
  /** Set on a correction (korekta nr n), which leaves the original as it was. */
  correction: z
    .strictObject({
      number: z.int().min(1),
      ofReportId: LayerId,
      ofNumber: LayerLine.max(40),
      reason: LayerLine,
    })
    .nullable(),
  author: z.strictObject({
    personId: LayerId,
    name: LayerLine,
    role: z.enum(['trainer', 'coach', 'advisor', 'coordinator']),
    form: z.enum(['feminine', 'masculine']),
  }),
  edition: z.strictObject({ id: LayerId, name: LayerLine }).nullable(),
  /** Only in a redacted edition, from which the erasure of a person took a name (domain rule 5). */
  redaction: z
    .strictObject({
      /** Number of the erasure's protocol. */
      protocol: LayerLine.max(40),
      on: PlainDate,
      /** Hash of the file that this edition replaces. */
      oldSha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .exactOptional(),
};

/** Something the person should know is not filled in; `blocking`: the report cannot be closed without it. */
export type MissingField<Field extends string> = {
  readonly field: Field;
  /** The day (`YYYY-MM-DD`) or the title it concerns, where there may be several. */
  readonly about: string | null;
  readonly blocking: boolean;
};

/** Has anybody written something here? */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
