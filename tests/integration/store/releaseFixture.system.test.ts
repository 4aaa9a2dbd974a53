import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SCHEMA_VERSION } from '../../../src-main/store/migrate.ts';
import { codeOf, storeHarness, type StoreHarness } from '../../helpers/storeHarness.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const releases = readdirSync(fixtures).filter((name) => name.startsWith('release-'));
const base = mkdtempSync(join(tmpdir(), 'strefownik-release-'));
afterAll(() => rmSync(base, { recursive: true }));

const Facts = z.object({
  passphrase: z.string(),
  libraries: z.int(),
  engagementId: z.string(),
  sessionId: z.string(),
  topic: z.string(),
  goal: z.string(),
  score: z.int(),
  step: z.string(),
  privateNote: z.string(),
  draft: z.string(),
  report: z.object({ id: z.string(), number: z.string(), sha256: z.string() }),
});

test('every schema that was released has its fixture', () => {
  const expected = Array.from({ length: SCHEMA_VERSION }, (_, index) => `release-${index + 1}`);
  expect(releases).toEqual(expected);
});

/** A copy of a release's fixture that a test may write into, with what must be in it. */
function copyOf(release: string, name: string) {
  const folder = join(base, `${release}-${name}`);
  cpSync(join(fixtures, release), folder, { recursive: true });
  return {
    harness: storeHarness({ folder }),
    facts: Facts.parse(JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'))),
  };
}

/** What is found of the facts in the open workspace. */
async function found(harness: StoreHarness, facts: z.infer<typeof Facts>) {
  const { sessionId } = facts;
  const page = await harness.call('session.get', { id: sessionId });
  const { pdf } = await harness.call('report.read', { id: facts.report.id });
  const { report } = await harness.call('report.get', { id: facts.report.id });
  const draft = { entity: 'library', entityId: 'library.lapy' } as const;
  expect(Buffer.from(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const { store } = harness.opened().workspace;
  expect(store.get('pragma integrity_check')).toEqual({ integrity_check: 'ok' });
  expect((await harness.call('search.query', { text: 'kawiarenk' })).map(({ id }) => id)).toEqual([
    sessionId,
  ]);
  return {
    passphrase: facts.passphrase,
    libraries: (await harness.call('library.list', {})).length,
    engagementId: page.engagement.id,
    sessionId: page.session.id,
    topic: page.session.topic,
    goal: page.goals[0]?.goal.title,
    score: page.goals[0]?.scores[0]?.value,
    step: page.steps[0]?.what,
    privateNote: (await harness.call('privateNote.get', { sessionId }))?.body,
    draft: (await harness.call('draft.get', draft))?.body,
    report: {
      id: report.id,
      number: report.number,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    },
  };
}

describe.each(releases)('%s', (release) => {
  test('opens in this version with everything that was in it', async () => {
    const { harness, facts } = copyOf(release, 'opened');
    await harness.call('workspace.unlock', { passphrase: facts.passphrase });
    expect(await found(harness, facts)).toEqual(facts);
    await harness.server.close();
  });

  test('its backup is restored in this version with everything that was in it', async () => {
    const { harness, facts } = copyOf(release, 'restored');
    // The first release made none by itself: opening it makes one of it as it was.
    await harness.call('workspace.unlock', { passphrase: facts.passphrase });
    const oldest = (await harness.call('backup.list', {})).at(-1);
    expect(oldest).toMatchObject({ state: 'verified', contents: { libraries: facts.libraries } });
    await harness.call('draft.discard', { entity: 'library', entityId: 'library.lapy' });
    await harness.server.close();
    const elsewhere = storeHarness();
    const key = { kind: 'passphrase', passphrase: facts.passphrase } as const;
    await elsewhere.ask('desk.lookAtBackups', { path: harness.backups });
    const backup = { place: 'other', id: oldest?.id ?? '' } as const;
    await elsewhere.call('restore.run', { backup, key });
    expect(await found(elsewhere, facts)).toEqual(facts);
    await elsewhere.dispose();
  });
});

test('an older schema is copied before it is changed, and not at every opening', async () => {
  const { harness, facts } = copyOf('release-1', 'twice');
  for (let opening = 0; opening < 2; opening += 1) {
    await harness.call('workspace.unlock', { passphrase: facts.passphrase });
    expect((await harness.call('backup.list', {})).map(({ reason }) => reason)).toEqual([
      'before-migration',
    ]);
    await harness.server.close();
  }
});

test('where the copy cannot be made, the older schema is left as it is', async () => {
  const { harness, facts } = copyOf('release-1', 'no-room');
  const database = join(harness.folder, 'strefownik.db');
  const before = readFileSync(database);
  writeFileSync(harness.backups, 'a file where the folder belongs');
  const opening = harness.call('workspace.unlock', { passphrase: facts.passphrase });
  expect(await codeOf(opening)).toBe('backup-first');
  expect(readFileSync(database).equals(before)).toBe(true);
  rmSync(harness.backups);
  await harness.call('workspace.unlock', { passphrase: facts.passphrase });
  expect(await found(harness, facts)).toEqual(facts);
  await harness.server.close();
});
