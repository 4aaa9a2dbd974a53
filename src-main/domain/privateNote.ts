import { z } from 'zod';
import { CoachingSessionId } from './coachingSession.ts';
import { EngagementId } from './engagement.ts';
import { idOf } from './id.ts';
import { LongText } from './noun.ts';

export const PrivateNoteId = idOf('privateNote');
export type PrivateNoteId = z.infer<typeof PrivateNoteId>;

/** A coach's own note to a session; it never leaves the unlocked application (domain rule 4). */
export const PrivateNote = z.object({
  id: PrivateNoteId,
  engagementId: EngagementId,
  sessionId: CoachingSessionId,
  body: LongText,
});
export type PrivateNote = z.infer<typeof PrivateNote>;
