import { z } from 'zod';
import { Instant } from './calendar.ts';

/** What every stored noun carries besides its own fields (design.md, History). */
export const RecordedFields = z.object({
  /** Starts at 1 and grows by one at each save. */
  revision: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
  /** Id of the workspace in which the row was first made. */
  originWorkspace: z.string().min(1),
  /** Set while the thing waits in the bin (Kosz). */
  deletedAt: Instant.nullable(),
});
export type RecordedFields = z.infer<typeof RecordedFields>;

/** A noun as it is stored: its own fields and the recorded ones. */
export type Recorded<Thing> = Thing & RecordedFields;

/** Schema of a noun as it is stored. */
export function recorded<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  return schema.extend(RecordedFields.shape);
}

/** A short line a person typed: trimmed, not empty. */
export const Line = z
  .string()
  .trim()
  .min(1, { message: 'empty' })
  .max(300, { message: 'too-long' });

/** A line that may be left out. */
export const OptionalLine = z.string().trim().max(300, { message: 'too-long' });

/** Free text, several paragraphs; 100 000 characters at most. */
export const LongText = z.string().max(100_000, { message: 'too-long' });
