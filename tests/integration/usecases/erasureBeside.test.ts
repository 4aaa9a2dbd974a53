import { afterEach, beforeEach, expect, test } from 'vitest';
import { eraseFrom, stages, ZYTA, type ErasureScene } from '../../helpers/erasureScene.ts';
import { everythingKept, placesNaming } from '../../helpers/erasureTraces.ts';
import type { StoreHarness } from '../../helpers/storeHarness.ts';

// Other work goes on while a big workspace is looked through, and nothing of it is missed.

const { stage, close } = stages();
let harness: StoreHarness;
let scene: ErasureScene;
beforeEach(async () => {
  [harness, scene] = await stage();
  harness
    .opened()
    .tools.store.inTransaction((db) =>
      db.run(
        'with recursive n (i) as (select 1 union all select i + 1 from n where i < 40000) ' +
          'insert into innovation (id, revision, created_at, updated_at, origin_workspace, title, problem, towns) ' +
          `select 'many' || i, 1, '2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z', 'w', 'Pomysł', 'Problem', '[]' from n`,
      ),
    );
});
afterEach(close);

/** Does work beside until it is stopped, at every pause there is. */
function beside(work: () => void): { stop: () => number } {
  let times = 0;
  let goesOn = true;
  const again = (): void => {
    if (!goesOn) return;
    work();
    times += 1;
    setImmediate(again);
  };
  setImmediate(again);
  return {
    stop: () => {
      goesOn = false;
      return times;
    },
  };
}

/** Keeps what somebody types. */
const keep = (name: string): void =>
  void harness.call('draft.keep', {
    entity: 'library',
    entityId: 'new',
    baseRevision: 0,
    body: JSON.stringify({ note: `${name} i reszta` }),
  });

test.each(['subject.show', 'erasure.preview'] as const)(
  'calls are answered while %s looks for somebody',
  async (call) => {
    const other = beside(() => keep('Ktoś'));
    await harness.call(call, { kind: 'participant', id: scene.participantId });
    expect(other.stop()).toBeGreaterThan(1);
  },
);

test('an erasure beside which somebody never stops to type her name takes it out all the same', async () => {
  keep(ZYTA.name); // the number of places stays the same, so nothing begins anew
  const other = beside(() => keep(ZYTA.name));
  let times = 0;
  Object.assign(harness.opened().tools, {
    step: (name: string) => {
      if (name === 'erasure.before-commit') times = other.stop();
    },
  });
  await eraseFrom(harness, scene);
  expect(times).toBeGreaterThan(5);
  expect(placesNaming(everythingKept(harness), ZYTA)).toEqual([]);
  const { store } = harness.opened().workspace;
  expect(store.get(`select body from draft where entity = 'library'`)).toEqual({
    body: JSON.stringify({ note: 'Osoba usunięta 1/2026 i reszta' }),
  });
});
