import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../../src-main/contract/contract.ts';
import {
  COLLEAGUE,
  eraseFrom,
  LIBRARY,
  stages,
  ZYTA,
  type ErasureScene,
} from '../../helpers/erasureScene.ts';
import { everythingKept, placesNaming } from '../../helpers/erasureTraces.ts';
import { codeOf, type StoreHarness } from '../../helpers/storeHarness.ts';

// Windows that were open before an erasure still hold words of before, and go on keeping them.

const { stage, also, close } = stages();
let harness: StoreHarness;
let scene: ErasureScene;
beforeEach(async () => {
  [harness, scene] = await stage();
});
afterEach(close);

type Kept = Omit<CallInput<'draft.keep'>, 'body'>;

const words = JSON.stringify({
  title: `Rozmowa z ${ZYTA.name}`,
  lines: JSON.stringify([ZYTA.email, ZYTA.phone]),
});
const NEUTRAL = JSON.stringify({
  title: 'Rozmowa z Osoba usunięta 1/2026',
  lines: JSON.stringify(['adres usunięty', 'numer usunięty']),
});
const bodyOf = async (on: StoreHarness, { entity, entityId }: Kept) =>
  (await on.call('draft.get', { entity, entityId }))?.body ?? null;
const named = () => placesNaming(everythingKept(harness), ZYTA);

describe('after an erasure a form of before', () => {
  test('keeps its words without the person: of a saved thing, a new one, a private one', async () => {
    const places: Kept[] = [
      { entity: 'coachingSession', entityId: scene.sessionId, baseRevision: 1 },
      { entity: 'coachingSession', entityId: `new:${scene.engagementId}`, baseRevision: 0 },
      { entity: 'library', entityId: 'library.lapy', baseRevision: 1 },
      { entity: 'privateNote', entityId: scene.sessionId, baseRevision: 2 },
      { entity: 'participant', entityId: 'new', baseRevision: 0 },
    ];
    await eraseFrom(harness, scene);
    for (const place of places) await harness.call('draft.keep', { ...place, body: words });
    expect(named()).toEqual([]);
    for (const place of places) expect(await bodyOf(harness, place)).toBe(NEUTRAL);
  });

  test('of the person’s own keeps what is left of the person; a colleague’s stays whole', async () => {
    const own = { entity: 'participant', entityId: scene.participantId, baseRevision: 2 } as const;
    const form = { name: 'Zyta W.', email: 'zw@przyklad.invalid', phone: '5', position: 'gość' };
    const other = { entity: 'participant', entityId: scene.colleagueId, baseRevision: 1 } as const;
    const namesake = JSON.stringify({ name: ZYTA.name, position: `po ${ZYTA.name}` });
    await eraseFrom(harness, scene);
    await harness.call('draft.keep', { ...own, body: JSON.stringify(form) });
    await harness.call('draft.keep', { ...other, body: namesake });
    expect(await bodyOf(harness, own)).toBe(
      JSON.stringify({ name: 'Osoba usunięta 1/2026', email: '', phone: '', position: 'gość' }),
    );
    expect(await bodyOf(harness, other)).toBe(
      JSON.stringify({ name: ZYTA.name, position: 'po Osoba usunięta 1/2026' }),
    );
  });

  test('that is no JSON is kept without the person too', async () => {
    const own = { entity: 'participant', entityId: scene.participantId, baseRevision: 2 } as const;
    await eraseFrom(harness, scene);
    await harness.call('draft.keep', { ...own, body: `Notatka: ${ZYTA.name}` });
    expect(await bodyOf(harness, own)).toBe('Notatka: Osoba usunięta 1/2026');
  });

  test('is refused after a restart, when nobody knows any more whom to take out of it', async () => {
    const session = { entity: 'coachingSession', entityId: scene.sessionId } as const;
    const own = { entity: 'participant', entityId: scene.participantId } as const;
    const { session: read } = await harness.call('session.get', { id: scene.sessionId });
    await eraseFrom(harness, scene);
    await harness.server.close();
    harness = harness.again();
    also(harness);
    await harness.call('workspace.status', {});
    const keep = (place: Omit<Kept, 'baseRevision'>, baseRevision: number, body = words) =>
      codeOf(harness.call('draft.keep', { ...place, baseRevision, body }));
    expect(await keep(session, read.revision)).toBe('draft-outdated');
    expect(await keep(own, 2)).toBe('draft-outdated');
    expect(named()).toEqual([]);
    const { session: now } = await harness.call('session.get', { id: scene.sessionId });
    expect(await keep(session, now.revision, '{"topic":"Nowy"}')).toBe('ok');
    // Read again and changed once more by an ordinary save: nothing to refuse.
    const { createdAt: _c, updatedAt: _u, originWorkspace: _o, deletedAt: _d, ...form } = now;
    await harness.call('session.save', { ...form, topic: 'Zapisany' });
    expect(await keep(session, now.revision, '{"topic":"Starszy"}')).toBe('ok');
  });
});

test('a draft kept between looking and erasing loses the person with everything else', async () => {
  const subject = { kind: 'participant', id: scene.participantId } as const;
  const place = { entity: 'library', entityId: LIBRARY, baseRevision: 2 } as const;
  const { records } = await harness.call('erasure.preview', subject);
  await harness.call('draft.keep', { ...place, body: words });
  expect((await harness.call('erasure.preview', subject)).records).toBe(records + 1);
  await eraseFrom(harness, scene);
  expect(named()).toEqual([]);
  expect(await bodyOf(harness, place)).toBe(NEUTRAL);
});

test('an erasure that did not come about leaves drafts as they are', async () => {
  Object.assign(harness.opened().tools, {
    step: (name: string) => {
      if (name === 'erasure.before-commit') throw new Error('cut');
    },
  });
  await expect(eraseFrom(harness, scene)).rejects.toThrow('unexpected');
  const place = { entity: 'library', entityId: 'new', baseRevision: 0 } as const;
  await harness.call('draft.keep', { ...place, body: `${ZYTA.name} i ${COLLEAGUE}` });
  expect(await bodyOf(harness, place)).toBe(`${ZYTA.name} i ${COLLEAGUE}`);
});
