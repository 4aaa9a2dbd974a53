import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreFailure } from '../../../src-main/store/failures.ts';
import {
  migrate,
  MIGRATIONS,
  schemaVersion,
  SCHEMA_VERSION,
} from '../../../src-main/store/migrate.ts';
import { day, meOf, openProcess, planForm } from '../../helpers/scene.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

/** A fingerprint of each released migration: history is never edited. */
const RELEASED: Readonly<Record<number, string>> = {
  1: 'efbe136898a9c486',
  2: '8a9357e1a4cb460a',
};

const harness = storeHarness();
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

/** The whole schema as text, each object once, with plain spaces. */
function schemaOf(db: Database.Database): string {
  const rows = db
    .prepare<[], { sql: string }>(
      'select sql from sqlite_master where sql is not null order by type desc, name',
    )
    .all();
  return `${rows.map(({ sql }) => `${sql.replace(/\s+/g, ' ')};`).join('\n')}\n`;
}

test.each(MIGRATIONS.map(({ version }) => version))(
  'the schema of version %i is the recorded one',
  async (version) => {
    const db = new Database(':memory:');
    migrate(db, MIGRATIONS.slice(0, version));
    await expect(schemaOf(db)).toMatchFileSnapshot(`../../fixtures/schema-${version}.sql`);
  },
);

test('a new workspace has the newest schema', () => {
  const { connection } = harness.opened().workspace.store;
  const newest = new Database(':memory:');
  migrate(newest);
  expect(schemaVersion(connection)).toBe(SCHEMA_VERSION);
  expect(schemaOf(connection)).toBe(schemaOf(newest));
});

test('released migrations are frozen and numbered without a gap', () => {
  expect(MIGRATIONS.map((one) => one.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  const prints = MIGRATIONS.map(({ version, sql }) => [
    version,
    createHash('sha256').update(sql.replace(/\s+/g, ' ')).digest('hex').slice(0, 16),
  ]);
  expect(Object.fromEntries(prints)).toEqual(RELEASED);
});

describe('migrating', () => {
  const step = (version: number, sql: string) => ({ version, sql });

  test('applies what is missing, once', () => {
    const db = new Database(':memory:');
    migrate(db, [step(1, 'create table one (a)')]);
    migrate(db, [step(1, 'create table one (a)'), step(2, 'create table two (a)')]);
    expect([schemaVersion(db), schemaOf(db)]).toEqual([
      2,
      'CREATE TABLE one (a);\nCREATE TABLE two (a);\n',
    ]);
  });

  test('leaves nothing of a step that fails', () => {
    const db = new Database(':memory:');
    const failing = [step(1, 'create table one (a)'), step(2, 'create table two (a); nonsense')];
    expect(() => migrate(db, failing)).toThrow('nonsense');
    expect([schemaVersion(db), schemaOf(db)]).toEqual([1, 'CREATE TABLE one (a);\n']);
  });

  test('refuses a newer database', () => {
    const db = new Database(':memory:');
    db.pragma('user_version = 3');
    expect(() => migrate(db, [step(1, 'create table one (a)')])).toThrow(StoreFailure);
    expect(schemaOf(db)).toBe('\n');
  });
});

test('every table is STRICT, but for the full-text ones', () => {
  const { store } = harness.opened().workspace;
  const loose = store
    .all(`select name from pragma_table_list where schema = 'main' and strict = 0 order by name`)
    .map((row) => String(row['name']))
    .filter((name) => !/^(?:search|private)_words|^sqlite_/.test(name));
  expect(loose).toEqual([]);
});

describe('tables that mirror a list', () => {
  const mirrored = (sql: string, id: string) =>
    harness
      .opened()
      .workspace.store.all(sql, id)
      .map((row) => String(row['id']))
      .toSorted();

  test('hold what the lists of a workshop hold, after any edits', async () => {
    const me = await meOf(harness);
    const people = [me];
    for (const name of ['Ala Bór', 'Ola Lin', 'Ula Sum']) {
      const form = { form: 'feminine', roles: ['trainer' as const], email: '', phone: '' } as const;
      const saved = await harness.call('person.save', {
        ...form,
        roles: ['trainer'],
        id: null,
        revision: null,
        name,
      });
      people.push(saved.id);
    }
    const all = (await harness.call('library.list', {})).map((line) => line.id);
    const edits = fc.record({
      libraryIds: fc.array(fc.constantFrom(...all.slice(0, 6)), { minLength: 1, maxLength: 8 }),
      leadTrainerId: fc.constantFrom(...people),
      trainerIds: fc.array(fc.constantFrom(...people), { maxLength: 6 }),
    });
    let known = await harness.call('workshop.plan', planForm(me, [all[0] ?? '']));
    await fc.assert(
      fc.asyncProperty(edits, async ({ libraryIds, leadTrainerId, trainerIds }) => {
        if (known.outcome !== 'saved') throw new Error('The plan has no conflicts');
        const { id, revision } = known.workshop;
        known = await harness.call(
          'workshop.plan',
          planForm(leadTrainerId, libraryIds, {
            id,
            revision,
            trainerIds,
            days: [{ ...day('2026-12-01'), id: known.days[0]?.id ?? null }],
          }),
        );
        if (known.outcome !== 'saved') throw new Error('The plan has no conflicts');
        const { workshop } = known;
        expect(new Set(workshop.libraryIds)).toEqual(new Set(libraryIds));
        expect(workshop.trainerIds).not.toContain(leadTrainerId);
        expect(
          mirrored('select library_id as id from workshop_library where workshop_id = ?', id),
        ).toEqual(workshop.libraryIds.toSorted());
        expect(
          mirrored('select person_id as id from workshop_trainer where workshop_id = ?', id),
        ).toEqual(workshop.trainerIds.toSorted());
      }),
      { numRuns: 20 },
    );
  });

  test('hold who takes part in a process', async () => {
    const { engagement } = await openProcess(harness, 'library.goldap');
    const sql = 'select participant_id as id from engagement_participant where engagement_id = ?';
    expect(mirrored(sql, engagement.id)).toEqual(engagement.participantIds.toSorted());
    const [first] = engagement.participantIds;
    if (first === undefined) throw new Error('The process has participants');
    const {
      createdAt: _c,
      updatedAt: _u,
      originWorkspace: _o,
      deletedAt: _d,
      ...form
    } = engagement;
    await harness.call('engagement.save', { ...form, participantIds: [first] });
    expect(mirrored(sql, engagement.id)).toEqual([first]);
  });
});
