import { z } from 'zod';
import { CoachingGoalId } from './coachingGoal.ts';
import { CoachingSessionId } from './coachingSession.ts';
import { EngagementId } from './engagement.ts';
import { idOf } from './id.ts';
import { LibraryId } from './library.ts';
import { Line, OptionalLine } from './noun.ts';
import { ParticipantId } from './participant.ts';

export const ResourceId = idOf('resource');
export type ResourceId = z.infer<typeof ResourceId>;

/** What a resource is; never a file. */
export const ResourceKind = z.enum([
  'strengths',
  'people',
  'knowledge',
  'relations',
  'place',
  'equipment',
  'money',
  'time',
  'other',
]);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** Something that a team or a person has, or seeks. */
export const Resource = z.object({
  id: ResourceId,
  libraryId: LibraryId,
  /** The process it came up in; a person's resource follows that process's agreement. */
  engagementId: EngagementId.nullable(),
  sessionId: CoachingSessionId.nullable(),
  /** Null: the team's. */
  ownerParticipantId: ParticipantId.nullable(),
  kind: ResourceKind,
  direction: z.enum(['have', 'seek']),
  name: Line,
  note: OptionalLine,
  goalIds: z.array(CoachingGoalId),
});
export type Resource = z.infer<typeof Resource>;
