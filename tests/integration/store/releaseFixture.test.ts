import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SCHEMA_VERSION } from '../../../src-main/store/migrate.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

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

describe.each(releases)('%s', (release) => {
  test('opens in this version with everything that was in it', async () => {
    const folder = join(base, release);
    cpSync(join(fixtures, release), folder, { recursive: true });
    const facts = Facts.parse(JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')));
    const harness = storeHarness({ folder });
    await harness.call('workspace.unlock', { passphrase: facts.passphrase });
    const { sessionId } = facts;
    const page = await harness.call('session.get', { id: sessionId });
    const { pdf } = await harness.call('report.read', { id: facts.report.id });
    const { report } = await harness.call('report.get', { id: facts.report.id });
    const draft = { entity: 'library', entityId: 'library.lapy' } as const;
    expect({
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
    }).toEqual(facts);
    expect(Buffer.from(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const { store } = harness.opened().workspace;
    expect(store.get('pragma integrity_check')).toEqual({ integrity_check: 'ok' });
    expect((await harness.call('search.query', { text: 'kawiarenk' })).map(({ id }) => id)).toEqual(
      [sessionId],
    );
    await harness.server.close();
  });
});
