import { afterEach, beforeEach, expect, test } from 'vitest';
import { RetentionKind } from '../../../src-main/domain/retention.ts';
import { emptyExpired, retentionDue } from '../../../src-main/usecases/privateUpkeep.ts';
import { tablesHolding } from '../../helpers/holding.ts';
import { openProcess, sessionForm, standingClock } from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

// Retention by a clock that may be wrong: nothing is proposed, and nothing goes.

let clock: ReturnType<typeof standingClock>;
let harness: StoreHarness;
let sessionId: string;

beforeEach(async () => {
  clock = standingClock();
  harness = storeHarness({ now: clock.now });
  await harness.createQuickly();
  const { engagement } = await openProcess(harness, 'library.goldap');
  const form = sessionForm(engagement.id, { reportNotes: 'Zastrzyżonka' });
  sessionId = (await harness.call('session.save', form)).id;
});
afterEach(() => harness.dispose());

const listed = () => harness.call('retention.list', { kind: 'coachingNotes' });
const clear = () => harness.call('retention.clear', { kind: 'coachingNotes', ids: [sessionId] });
const due = () => retentionDue(harness.opened().tools);

/** What the hourly round does with the clock. */
const round = () => emptyExpired(harness.opened().tools);

test('a clock that jumped ahead: nothing is past its time, listed, cleared or told of, until it has run on for a day', async () => {
  round();
  clock.set('2026-12-24T09:00:00.000Z');
  round();
  expect(await harness.call('retention.get', {})).toMatchObject({ clockSeenOn: null });
  clock.set('2036-12-24T09:00:00.000Z');
  const nothing = async () => {
    const { rows, due: isDue, clockSeenOn } = await harness.call('retention.get', {});
    expect([isDue, due(), clockSeenOn]).toEqual([false, false, '2026-12-24']);
    expect(rows.map(({ past, oldestOn }) => [past, oldestOn])).toEqual(
      RetentionKind.options.map(() => [0, null]),
    );
    expect(await listed()).toEqual([]);
    expect(await clear()).toEqual({ cleared: 0 });
    expect(tablesHolding(harness, 'zastrzyżonka')).toContain('coaching_session');
  };
  const before = harness.dump();
  await nothing();
  expect(harness.dump()).toEqual(before);
  round();
  await nothing();
  clock.set('2036-12-25T09:00:00.000Z');
  expect(await listed()).toMatchObject([{ id: sessionId }]);
  expect([due(), (await harness.call('retention.get', {})).clockSeenOn]).toEqual([true, null]);
});

test('a clock that was set back: nothing is either; a review of the future is none when it is right again', async () => {
  clock.set('2040-01-01T09:00:00.000Z');
  await harness.call('retention.reviewed', {});
  clock.set('2030-01-01T09:00:00.000Z');
  expect(await harness.call('retention.get', {})).toMatchObject({
    reviewedAt: null,
    nextReviewOn: '2027-11-24',
    due: true,
  });
  round();
  clock.set('2029-12-31T09:00:00.000Z');
  expect(await harness.call('retention.get', {})).toMatchObject({
    clockSeenOn: '2030-01-01',
    due: false,
  });
  expect(await listed()).toEqual([]);
});
