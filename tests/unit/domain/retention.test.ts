import { expect, test } from 'vitest';
import { PlainDate, yearsBefore } from '../../../src-main/domain/calendar.ts';
import { keptFrom, nextReviewOn } from '../../../src-main/domain/retention.ts';

const day = (text: string) => PlainDate.parse(text);

test('whole years go by the calendar; 29 February has a day in every year', () => {
  expect([
    yearsBefore(day('2028-02-29'), 1),
    yearsBefore(day('2028-02-29'), 4),
    yearsBefore(day('2026-11-24'), 50),
    nextReviewOn(day('2028-02-29')),
    nextReviewOn(day('2026-12-31')),
  ]).toEqual(['2027-02-28', '2024-02-29', '1976-11-24', '2029-02-28', '2027-12-31']);
});

test('what is kept as long as the workspace has no day', () => {
  expect([keptFrom(day('2026-11-24'), 0), keptFrom(day('2026-11-24'), 1)]).toEqual([
    null,
    '2025-11-24',
  ]);
});
