import { z } from 'zod';
import { PlainDate } from './calendar.ts';
import { EditionId } from './edition.ts';
import { idOf } from './id.ts';
import { LibraryId } from './library.ts';
import { Line, LongText } from './noun.ts';
import { ParticipantId } from './participant.ts';
import { PersonId } from './person.ts';
import { AgreementField } from './reportLayer.ts';

export const EngagementId = idOf('engagement');
export type EngagementId = z.infer<typeof EngagementId>;
export const AgreementId = idOf('agreement');
export type AgreementId = z.infer<typeof AgreementId>;

/** A coaching process of a library's team or of one person in it. */
export const Engagement = z.object({
  id: EngagementId,
  libraryId: LibraryId,
  editionId: EditionId.nullable(),
  coachId: PersonId,
  form: z.enum(['individual', 'group']),
  /** Who is coached: one person when individual, the team or a part of it when group. */
  participantIds: z.array(ParticipantId).min(1, { message: 'no-participant' }),
  title: Line,
  startedOn: PlainDate,
  endedOn: PlainDate.nullable(),
});
export type Engagement = z.infer<typeof Engagement>;

/** The agreement of a process: who agreed, when, and field by field what FRSI may see. */
export const Agreement = z.object({
  id: AgreementId,
  engagementId: EngagementId,
  agreedOn: PlainDate,
  /** Who agreed, one party a line. */
  parties: z.array(Line).min(1, { message: 'no-party' }),
  shared: z.array(AgreementField),
  /** Limits of confidentiality, safe disposal, rules of cancelling. */
  terms: LongText,
});
export type Agreement = z.infer<typeof Agreement>;
