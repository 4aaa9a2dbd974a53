import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKeyed } from '../../../src-main/store/openKeyed.ts';
import { workspacePaths } from '../../../src-main/store/workspacePaths.ts';
import { eraseAgain } from '../../../src-main/usecases/privateNotesSubject.ts';
import { finishErasures } from '../../../src-main/usecases/erasureLeftovers.ts';
import {
  eraseFrom,
  layerPrinter,
  stages,
  sumsOf,
  ZYTA,
  type ErasureScene,
} from '../../helpers/erasureScene.ts';
import { everythingKept, placesNaming } from '../../helpers/erasureTraces.ts';
import { standingClock } from '../../helpers/scene.ts';
import { storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

// Erasures that are cut off, repeated after a restore, and looked for where nobody looks.

const { stage, also, close } = stages();
let harness: StoreHarness;
let scene: ErasureScene;
beforeEach(async () => {
  [harness, scene] = await stage();
});
afterEach(close);
const elsewhere = mkdtempSync(join(tmpdir(), 'strefownik-rodo-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

describe('an erasure that is cut off', () => {
  class Cut extends Error {}

  /** Runs it with everything after a stage gone, then opens the workspace anew. */
  async function cutAt(at: string): Promise<StoreHarness> {
    const { tools } = harness.opened();
    Object.assign(tools, {
      step: (name: string) => {
        if (name === at) throw new Cut();
      },
    });
    await expect(eraseFrom(harness, scene)).rejects.toThrow('erasure.run: unexpected');
    await harness.server.close();
    const again = harness.again();
    also(again);
    await again.call('workspace.status', {});
    finishErasures(again.opened().tools);
    return again;
  }

  test.each(['erasure.files-written', 'erasure.before-commit'])(
    'at %s has changed nothing, and works when it is repeated',
    async (at) => {
      const before = harness.dump();
      const again = await cutAt(at);
      expect(again.dump()).toEqual(before);
      await eraseFrom(again, scene);
      expect(placesNaming(everythingKept(again), ZYTA)).toEqual([]);
    },
  );

  test.each(['erasure.committed', 'erasure.finished'])(
    'at %s is done at the next opening',
    async (at) => {
      const again = await cutAt(at);
      const kept = everythingKept(again);
      expect(placesNaming(kept, ZYTA)).toEqual([]);
      expect([...kept.keys()].filter((one) => /^(?:orphan|outgoing)/.test(one))).toEqual([]);
      expect(await again.call('erasure.list', {})).toHaveLength(1);
      const before = again.dump();
      finishErasures(again.opened().tools);
      expect(again.dump()).toEqual(before);
    },
  );

  test('begins anew when somebody works meanwhile', async () => {
    const { tools } = harness.opened();
    let once = true;
    Object.assign(tools, {
      step: (name: string) => {
        if (name !== 'erasure.files-written' || !once) return;
        once = false;
        tools.store.inTransaction(
          (db) =>
            db.run(`update agreement set terms = terms || ' ' || ? `, ZYTA.name) +
            db.run(`update library set note = ? where id = 'library.lapy'`, `Pyta ${ZYTA.name}`),
        );
      },
    });
    await eraseFrom(harness, scene);
    const kept = everythingKept(harness);
    expect(placesNaming(kept, ZYTA)).toEqual([]);
    expect([...kept.keys()].filter((one) => one.startsWith('orphan'))).toEqual([]);
  });
});

test('after a restore of an older copy the same people are erased again, under the same names', async () => {
  const copy = join(elsewhere, 'older');
  await harness.server.close();
  cpSync(dirname(harness.folder), copy, { recursive: true });
  const newer = harness.again();
  also(newer);
  await newer.call('workspace.status', {});
  await eraseFrom(newer, scene);
  const erasures = await newer.call('erasure.list', {});
  const older = storeHarness({ now: standingClock().now, printer: layerPrinter, folder: copy });
  also(older);
  await older.call('workspace.status', {});
  expect(placesNaming(everythingKept(older), ZYTA).length).toBeGreaterThan(20);
  const counted = await sumsOf(older);
  const { tools } = older.opened();
  await eraseAgain(tools, erasures);
  expect(placesNaming(everythingKept(older), ZYTA)).toEqual([]);
  expect(await sumsOf(older)).toEqual(counted);
  const [first] = erasures;
  expect(await older.call('erasure.list', {})).toMatchObject([{ id: first?.id, fileId: null }]);
  const read = (from: StoreHarness) => from.call('session.get', { id: scene.sessionId });
  expect((await read(older)).session.topic).toBe((await read(newer)).session.topic);
  const before = older.dump();
  await eraseAgain(tools, erasures);
  expect(older.dump()).toEqual(before);
  const path = join(elsewhere, 'again.pdf');
  await older.ask('desk.writeErasureProtocol', { id: first?.id, path });
  expect(readFileSync(path, 'utf8')).toContain('RODO/2026/001');
});

test('a table of a later schema is not forgotten', async () => {
  const { store } = harness.opened().workspace;
  store.connection.exec(
    'create table later (id text primary key not null, words text not null, details text not null) strict',
  );
  const details = JSON.stringify({ who: { "name's": [ZYTA.name] }, line: `a\n${ZYTA.email}` });
  store.inTransaction((db) =>
    db.run('insert into later values (?, ?, ?)', 'x', ZYTA.name, details),
  );
  await eraseFrom(harness, scene);
  expect(store.all('select * from later')).toEqual([
    {
      id: 'x',
      words: 'Osoba usunięta 1/2026',
      details: JSON.stringify({
        who: { "name's": ['Osoba usunięta 1/2026'] },
        line: 'a\nadres usunięty',
      }),
    },
  ]);
});

test('no page of the database or its log holds the name, unused ones included', async () => {
  /** The database with everything that its log holds, decrypted page by page. */
  const clearPages = (): string => {
    const { database } = workspacePaths(harness.folder);
    const copy = join(elsewhere, 'pages.db');
    for (const suffix of ['', '-wal']) copyFileSync(database + suffix, copy + suffix);
    const db = openKeyed(copy, harness.opened().workspace.dataKey, { mustExist: true });
    db.pragma('journal_mode = delete');
    db.pragma(`rekey = ''`);
    db.close();
    return readFileSync(copy, 'utf8').toLowerCase();
  };
  const log = () => statSync(`${workspacePaths(harness.folder).database}-wal`).size;
  expect(clearPages()).toContain('wręźbąk');
  expect(log()).toBeGreaterThan(0);
  await eraseFrom(harness, scene);
  expect(log()).toBe(0);
  const pages = clearPages();
  expect(
    ['wręźbąk', 'wrezbak', 'zyta.w@', '601 102 203'].filter((one) => pages.includes(one)),
  ).toEqual([]);
  expect(pages).toContain('osoba usunięta 1/2026');
});

test('nobody, whatever they are called, is found anywhere afterwards', async () => {
  const letters = fc.constantFrom(...'aąbcćeęgiklłmnńoóprsśtuwyzźż');
  const part = fc
    .string({ unit: letters, minLength: 4, maxLength: 8 })
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
  const somebody = fc.record({
    // Letters that no other word of the scene has, so that what is left can only be hers.
    name: fc.tuple(part, part).map(([first, last]) => `${first} Qx${last.toLowerCase()}vq`),
    email: fc.integer({ min: 1000, max: 9999 }).map((n) => `qx${n}@poczta.przyklad`),
    phone: fc
      .tuple(fc.constantFrom('', '+48 ', '0048'), fc.integer({ min: 5e8, max: 8.9e8 }))
      .map(([country, number]) => `${country}${number}`),
  });
  await fc.assert(
    fc.asyncProperty(somebody, async (who) => {
      const [on, at] = await stage(who);
      const counted = await sumsOf(on);
      expect(placesNaming(everythingKept(on), who).length).toBeGreaterThan(20);
      await eraseFrom(on, at, who);
      expect(placesNaming(everythingKept(on), who)).toEqual([]);
      expect(await sumsOf(on)).toEqual(counted);
      await on.dispose();
    }),
    { numRuns: 8 },
  );
});
