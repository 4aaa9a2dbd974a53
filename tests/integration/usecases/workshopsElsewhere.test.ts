import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallInput, CallOutput } from '../../../src-main/contract/contract.ts';
import { day, meOf, planForm, standingClock } from '../../helpers/scene.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness({ now: standingClock().now });
let me: string;

beforeAll(async () => {
  await harness.createQuickly();
  me = await meOf(harness);
});
afterAll(() => harness.dispose());

async function planned(
  form: CallInput<'workshop.plan'>,
): Promise<Extract<CallOutput<'workshop.plan'>, { outcome: 'saved' }>> {
  const outcome = await harness.call('workshop.plan', form);
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome.conflicts));
  return outcome;
}

test('search tells the first day that a workshop still has', async () => {
  const { workshop, days } = await planned(
    planForm(me, ['library.goldap'], {
      title: 'Ostrokrzew',
      days: [day('2026-12-08'), day('2026-12-09')],
    }),
  );
  const last = days[1];
  if (last === undefined) throw new Error('It has two days');
  const { id, date, start, end, value } = last;
  const form = planForm(me, ['library.goldap'], { title: 'Ostrokrzew' });
  await planned({ ...form, id: workshop.id, revision: 1, days: [{ id, date, start, end, value }] });
  const hits = await harness.call('search.query', { text: 'ostrok' });
  expect(hits.map(({ detail }) => detail)).toEqual(['2026-12-09']);
});

test('what comes next is not hidden behind cancelled days', async () => {
  for (let hour = 0; hour < 21; hour += 1) {
    const start = `${String(hour).padStart(2, '0')}:00`;
    const end = `${String(hour).padStart(2, '0')}:30`;
    const { workshop } = await planned(
      planForm(me, ['library.lapy'], { days: [day('2026-12-02', start, end)] }),
    );
    const { id, revision } = workshop;
    await harness.call('workshop.setState', { id, revision, state: 'cancelled' });
  }
  await planned(
    planForm(me, ['library.goldap'], { title: 'Prawdziwy', days: [day('2026-12-03')] }),
  );
  const { next } = await harness.call('today.get', {});
  expect(next.map(({ title }) => title)).toContain('Prawdziwy');
});
