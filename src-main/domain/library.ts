import { z } from 'zod';
import { PlainDate } from './calendar.ts';
import { EditionId } from './edition.ts';
import { idOf } from './id.ts';
import { Line, LongText, OptionalLine } from './noun.ts';

export const LibraryId = idOf('library');
export type LibraryId = z.infer<typeof LibraryId>;
export const ParticipationId = idOf('participation');
export type ParticipationId = z.infer<typeof ParticipationId>;

/** A public library; its Zone (Strefa) is the thread through everything else. */
export const Library = z.object({
  id: LibraryId,
  name: Line,
  town: Line,
  voivodeship: OptionalLine,
  /** Degrees north and east of the town. */
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  population: z.int().nonnegative().nullable(),
  populationYear: z.int().min(1900).max(2200).nullable(),
  address: OptionalLine,
  email: OptionalLine,
  phone: OptionalLine,
  note: LongText,
});
export type Library = z.infer<typeof Library>;

/** Where a library stands in an edition. */
export const ParticipationState = z.enum([
  'applied',
  'accepted',
  'network-meetings-only',
  'withdrawn',
  'finished',
]);
export type ParticipationState = z.infer<typeof ParticipationState>;

/** A library's dated part in one edition. */
export const Participation = z.object({
  id: ParticipationId,
  libraryId: LibraryId,
  editionId: EditionId,
  state: ParticipationState,
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
});
export type Participation = z.infer<typeof Participation>;
