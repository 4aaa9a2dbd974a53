import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract, type CallName } from '../../../src-main/contract/contract.ts';
import { fuzzCall } from '../../helpers/fuzz.ts';
import { meOf, openProcess, planForm, sessionForm } from '../../helpers/scene.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
let ids: string[] = [];

beforeAll(async () => {
  await harness.createQuickly();
  const me = await meOf(harness);
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const session = await harness.call('session.save', sessionForm(engagement.id));
  const plan = await harness.call('workshop.plan', planForm(me, ['library.goldap']));
  if (plan.outcome !== 'saved') throw new Error('The plan has no conflicts');
  const backup = await harness.call('backup.make', {});
  ids = [me, engagement.id, session.id, plan.workshop.id, backup.id, 'library.goldap'];
  ids.push(...team.map(({ id }) => id), ...plan.days.map(({ id }) => id));
});
afterAll(() => harness.dispose());

const asked = Object.keys(contract).filter(
  (name) => contract[name as CallName].place === 'store',
) as CallName[];

/** Each try derives a key from a passphrase, which takes a third of a second. */
const SLOW: ReadonlySet<CallName> = new Set(['passphrase.change']);

test.each(asked)('%s answers or refuses whatever is thrown at it', async (name) => {
  const numRuns = SLOW.has(name) ? 2 : 25;
  expect(await fuzzCall(harness, name, { ids }, { numRuns })).toBeNull();
});

test('and the database is whole after all that', async () => {
  const status = await harness.call('workspace.status', {});
  expect(status.state).toBe('open');
  const { store } = harness.opened().workspace;
  expect(store.get('pragma integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(store.all('pragma foreign_key_check')).toEqual([]);
});
