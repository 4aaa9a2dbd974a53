import { z } from 'zod';

/** What shared search finds; private notes are never in it. */
export const SearchEntity = z.enum([
  'library',
  'participant',
  'person',
  'workshop',
  'coachingSession',
  'coachingGoal',
  'resource',
  'actionStep',
  'report',
]);
export type SearchEntity = z.infer<typeof SearchEntity>;
