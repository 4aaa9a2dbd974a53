import { expect, test } from 'vitest';
import { isRoute, PLACES, sameRoute } from '../../../src-renderer/state/route.ts';

test('every place is a route by itself', () => {
  expect(PLACES.every((place) => isRoute({ place }))).toBe(true);
});

test('what an older version left in the history is not a route', () => {
  expect([null, 'today', {}, { place: 'plans' }, { place: 'today', step: 1 }].some(isRoute)).toBe(
    false,
  );
});

test('routes are compared by what they show', () => {
  const one = { place: 'coaching', engagementId: 'a', sessionId: 'b' } as const;
  const other = { sessionId: 'b', engagementId: 'a', place: 'coaching' } as const;
  expect(sameRoute(one, other)).toBe(true);
  expect(sameRoute(one, { place: 'coaching', engagementId: 'a' })).toBe(false);
});
