import { z } from 'zod';
import { PlainDate, type PlainDate as Day } from './calendar.ts';
import { idOf } from './id.ts';
import { LibraryId } from './library.ts';
import { Line, OptionalLine } from './noun.ts';

export const ParticipantId = idOf('participant');
export type ParticipantId = z.infer<typeof ParticipantId>;
export const TeamMembershipId = idOf('teamMembership');
export type TeamMembershipId = z.infer<typeof TeamMembershipId>;

/** A member of a library's team: Strefowiczka or Strefowicz. */
export const Participant = z.object({
  id: ParticipantId,
  name: Line,
  email: OptionalLine,
  phone: OptionalLine,
});
export type Participant = z.infer<typeof Participant>;

/** A participant's dated place in a library's team; history stays with who was there. */
export const TeamMembership = z.object({
  id: TeamMembershipId,
  participantId: ParticipantId,
  libraryId: LibraryId,
  position: OptionalLine,
  from: PlainDate.nullable(),
  to: PlainDate.nullable(),
});
export type TeamMembership = z.infer<typeof TeamMembership>;

/** Did the membership cover this day? Open ends cover everything on their side. */
export function isMemberOn(membership: Pick<TeamMembership, 'from' | 'to'>, day: Day): boolean {
  return (
    (membership.from === null || membership.from <= day) &&
    (membership.to === null || day <= membership.to)
  );
}
