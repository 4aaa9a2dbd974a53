import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src-main/domain/calendar.ts';
import { recorded } from '../../../src-main/domain/noun.ts';
import { foldText } from '../../../src-main/domain/text.ts';
import type { WritableDb } from '../../../src-main/store/db.ts';
import { columnName, type Stamp } from '../../../src-main/store/nounTable.ts';
import { arbitraryOf } from '../../helpers/builders.ts';
import { nouns, type AnyThing, type Noun } from '../../helpers/nouns.ts';
import { codeOf, storeHarness } from '../../helpers/storeHarness.ts';
import { StoreFailure } from '../../../src-main/store/failures.ts';

const harness = storeHarness();
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

const FIRST: Stamp = { at: instantOf(1_790_000_000_000), workspaceId: 'first' };
const LATER: Stamp = { at: instantOf(1_790_000_100_000), workspaceId: 'second' };

class Undo extends Error {}

/** Work on the real database that is undone afterwards; references need not exist, since nothing commits. */
function trying(work: (db: WritableDb) => void): void {
  const { store } = harness.opened().workspace;
  try {
    store.inTransaction((db) => {
      store.connection.pragma('defer_foreign_keys = on');
      work(db);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
}

function things(noun: Noun): fc.Arbitrary<AnyThing> {
  return arbitraryOf(noun.schema).map((value) => {
    // The arbitrary of an object schema gives objects of that schema.
    return value as AnyThing;
  });
}

function failureCode(work: () => unknown): string {
  try {
    work();
    return 'ok';
  } catch (error) {
    if (error instanceof StoreFailure) return error.code;
    throw error;
  }
}

const columnsOf = (db: WritableDb, table: string) =>
  db.all(`select name from pragma_table_info(?)`, table).map((row) => row['name']);

const history = (db: WritableDb, entity: string, id: string) =>
  db
    .all('select * from change where entity = ? and entity_id = ? order by position', entity, id)
    .map(({ position: _position, fields, action, ...row }) => ({
      ...row,
      action,
      fields: JSON.parse(String(fields)) as unknown,
    }));

const RECORDED = ['id', 'revision', 'created_at', 'updated_at', 'origin_workspace', 'deleted_at'];

test('every table with a revision is a noun, but for the private notes', () => {
  const { store } = harness.opened().workspace;
  const tables = store
    .all(
      `select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'deleted_at' where m.type = 'table' order by m.name`,
    )
    .map((row) => String(row['name']));
  const known = nouns.map((noun) => noun.table.table);
  expect(tables).toEqual([...known, 'private_note'].toSorted());
});

describe.each(nouns)('$entity', (noun) => {
  const { table, schema, entity } = noun;

  test('has a column for every field, and no other', () => {
    const fields = Object.keys(schema.shape).filter((field) => field !== 'id');
    trying((db) => {
      expect(columnsOf(db, table.table)).toEqual(
        expect.arrayContaining([...RECORDED, ...fields.map(columnName)]),
      );
      expect(columnsOf(db, table.table)).toHaveLength(RECORDED.length + fields.length);
    });
  });

  test('comes back as it was saved, whatever is in it', () => {
    fc.assert(
      fc.property(things(noun), (thing) => {
        trying((db) => {
          const saved = table.insert(db, FIRST, thing);
          const expected = {
            ...thing,
            revision: 1,
            createdAt: FIRST.at,
            updatedAt: FIRST.at,
            originWorkspace: 'first',
            deletedAt: null,
          };
          expect(saved).toEqual(expected);
          expect(table.get(db, thing.id)).toEqual(expected);
          expect(recorded(schema).parse(table.get(db, thing.id))).toEqual(expected);
        });
      }),
      { numRuns: 15 },
    );
  });

  test('keeps what changed, from what to what, and refuses a stale revision', () => {
    fc.assert(
      fc.property(things(noun), things(noun), (thing, other) => {
        trying((db) => {
          const next: AnyThing = { ...other, id: thing.id };
          table.insert(db, FIRST, thing);
          const saved = table.update(db, LATER, next, 1);
          const changed = Object.keys(schema.shape).filter(
            (field) => JSON.stringify(thing[field]) !== JSON.stringify(next[field]),
          );
          expect(table.get(db, thing.id)).toEqual({
            ...next,
            revision: changed.length > 0 ? 2 : 1,
            createdAt: FIRST.at,
            updatedAt: changed.length > 0 ? LATER.at : FIRST.at,
            originWorkspace: 'first',
            deletedAt: null,
          });
          expect(saved).toEqual(table.get(db, thing.id));
          const made = {
            entity,
            entity_id: thing.id,
            revision: 1,
            parent_revision: 0,
            batch: expect.any(Number),
            undoes: null,
            origin_workspace: 'first',
            at: FIRST.at,
            action: 'made',
            fields: {},
          };
          const step = {
            entity,
            entity_id: thing.id,
            revision: 2,
            parent_revision: 1,
            batch: expect.any(Number),
            undoes: null,
            origin_workspace: 'second',
            at: LATER.at,
            action: 'changed',
            fields: Object.fromEntries(
              changed.map((field) => [field, [thing[field], next[field]]]),
            ),
          };
          expect(history(db, entity, thing.id)).toEqual(changed.length > 0 ? [made, step] : [made]);
          expect(failureCode(() => table.update(db, LATER, thing, saved.revision + 1))).toBe(
            'changed-meanwhile',
          );
          expect(table.get(db, thing.id)).toEqual(saved);
        });
      }),
      { numRuns: 10 },
    );
  });

  test('goes into the bin and comes back, in history, lists and search alike', () => {
    const [thing] = fc.sample(things(noun), { numRuns: 1, seed: 7 });
    if (thing === undefined) throw new Error('No sample');
    const indexed = (db: WritableDb) =>
      db.all('select words from search_entry where entity_id = ?', thing.id).length;
    trying((db) => {
      table.insert(db, FIRST, thing);
      const inSearch = indexed(db);
      table.remove(db, LATER, thing.id);
      expect(failureCode(() => table.get(db, thing.id))).toBe('not-found');
      expect(failureCode(() => table.update(db, LATER, thing, 2))).toBe('not-found');
      expect(table.list(db, 'id = ?', thing.id)).toEqual([]);
      expect(table.find(db, thing.id)).toMatchObject({ revision: 2, deletedAt: LATER.at });
      expect(indexed(db)).toBe(0);
      table.remove(db, LATER, thing.id);
      expect(table.find(db, thing.id)?.revision).toBe(2);
      table.restore(db, LATER, thing.id);
      expect(table.get(db, thing.id)).toMatchObject({ ...thing, revision: 3, deletedAt: null });
      expect(indexed(db)).toBe(inSearch);
      expect(history(db, entity, thing.id).map((step) => step.action)).toEqual([
        'made',
        'removed',
        'restored',
      ]);
    });
  });

  test('does not know what was never saved', () => {
    trying((db) => {
      const id = '00000000-0000-7000-8000-000000000000';
      expect(table.find(db, id)).toBeUndefined();
      expect(failureCode(() => table.get(db, id))).toBe('not-found');
      expect(failureCode(() => table.remove(db, FIRST, id))).toBe('not-found');
    });
  });
});

test('search follows every change of a name, with Polish letters folded', async () => {
  const form = { form: 'feminine', roles: ['trainer'], email: '', phone: '' } as const;
  const name = 'Świętosława Łąkowa';
  const saved = await harness.call('person.save', {
    ...form,
    roles: ['trainer'],
    id: null,
    revision: null,
    name,
  });
  const found = async (text: string) =>
    (await harness.call('search.query', { text })).filter((hit) => hit.id === saved.id).length;
  expect([await found('swietoslawa'), await found('ŁĄK'), await found('lakowa swie')]).toEqual([
    1, 1, 1,
  ]);
  await harness.call('person.save', {
    ...form,
    roles: ['trainer'],
    id: saved.id,
    revision: saved.revision,
    name: 'Żegota Bór',
  });
  expect([await found('swietoslawa'), await found('zegota bor')]).toEqual([0, 1]);
  await harness.call('bin.remove', { entity: 'person', id: saved.id });
  expect(await found('zegota')).toBe(0);
  await harness.call('bin.restore', { entity: 'person', id: saved.id });
  expect(await found('zegota')).toBe(1);
});

test('the full-text table never drifts from its entries', () => {
  const { store } = harness.opened().workspace;
  store.inTransaction((db) => {
    db.run(`insert into search_words (search_words, rank) values ('integrity-check', 1)`);
    db.run(`insert into private_words (private_words, rank) values ('integrity-check', 1)`);
  });
  const entries = store.all('select words from search_entry').map((row) => String(row['words']));
  expect(entries.length).toBeGreaterThan(20);
  expect(entries).toEqual(entries.map(foldText));
});

test('a reference to nothing is refused as not found, and nothing is written', async () => {
  const before = harness.dump();
  const nowhere = '00000000-0000-7000-8000-000000000001';
  const call = harness.call('engagement.save', {
    id: null,
    revision: null,
    libraryId: nowhere,
    editionId: null,
    coachId: nowhere,
    form: 'group',
    participantIds: [nowhere],
    title: 'Proces donikąd',
    startedOn: '2026-11-01',
    endedOn: null,
  });
  expect(await codeOf(call)).toBe('not-found');
  expect(harness.dump()).toEqual(before);
});
