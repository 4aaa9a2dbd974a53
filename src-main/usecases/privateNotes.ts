import { PrivateNoteId, type PrivateNote } from '../domain/privateNote.ts';
import type { CoachingSessionId } from '../domain/coachingSession.ts';
import type { Recorded } from '../domain/noun.ts';
import { coachingSessions } from '../store/coaching.ts';
import { privateNoteOf, savePrivateNote as save } from '../store/private/privateNotes.ts';
import { stampOf, type Tools } from './tools.ts';

/** The coach's own note to a session, if there is one. */
export function readPrivateNote(
  tools: Tools,
  sessionId: CoachingSessionId,
): Recorded<PrivateNote> | null {
  return privateNoteOf(tools.store, sessionId);
}

/** Saves the coach's own note. Throws not-found (no such session) or changed-meanwhile. */
export function savePrivateNote(
  tools: Tools,
  input: { sessionId: CoachingSessionId; revision: number | null; body: string },
): Recorded<PrivateNote> {
  return tools.store.inTransaction((db) => {
    const session = coachingSessions.get(db, input.sessionId);
    const note: PrivateNote = {
      id: PrivateNoteId.parse(tools.newId()),
      engagementId: session.engagementId,
      sessionId: session.id,
      body: input.body,
    };
    return save(db, stampOf(tools), note, input.revision);
  });
}
