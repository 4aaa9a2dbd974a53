/** Scores that wait for their number are kept under the session, beside the goals' own forms. */
export function scoresDraftId(sessionId: string): string {
  return `scores:${sessionId}`;
}
