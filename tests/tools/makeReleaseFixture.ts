/**
 * Makes the fixture of a release: a small workspace with a backup, as this version writes them, that every later
 * version's tests open and restore. Run once for a release; a fixture that is there is never made again.
 *
 *   node tests/tools/makeReleaseFixture.ts
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrinter } from '../../src-main/reports/printer.ts';
import { SCHEMA_VERSION } from '../../src-main/store/migrate.ts';
import { goalForm, openProcess, sessionForm, standingClock, stepForm } from '../helpers/scene.ts';
import { PASSPHRASE, RESOURCES, storeHarness } from '../helpers/storeHarness.ts';
import { repository } from './places.mjs';

const folder = join(repository, 'tests', 'fixtures', `release-${SCHEMA_VERSION}`);

async function makeFixture(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const printer = createPrinter({
    workerUrl: new URL('../../src-main/reports/reportWorker.ts', import.meta.url),
    resourcesDir: RESOURCES,
  });
  const harness = storeHarness({ folder, printer, now: standingClock().now });
  await harness.create();
  const { engagement, team } = await openProcess(harness, 'library.goldap');
  const goal = await harness.call('goal.save', goalForm(engagement.id));
  const session = await harness.call(
    'session.save',
    sessionForm(engagement.id, {
      topic: 'Kogo zaprosić do kawiarenki',
      presentIds: team.map(({ id }) => id),
      reportNotes: 'Zespół wybrał trzy grupy mieszkańców.',
    }),
  );
  const scored = { goalId: goal.id, sessionId: session.id, value: 4, note: '' };
  await harness.call('goal.score', scored);
  const of = { engagementId: engagement.id, sessionId: session.id };
  const step = await harness.call('step.save', stepForm('library.goldap', of));
  await harness.call('privateNote.save', {
    sessionId: session.id,
    revision: null,
    body: 'Wrócić do tematu zmęczenia.',
  });
  const draft = { entity: 'library', entityId: 'library.lapy', baseRevision: 1 } as const;
  await harness.call('draft.keep', { ...draft, body: '{"note":"Niedokończone"}' });
  const subject = { kind: 'coaching-session', subjectId: session.id } as const;
  const closed = await harness.call('report.close', subject);
  if (closed.outcome !== 'closed') throw new Error(`The report was not closed: ${closed.outcome}`);
  await harness.call('backup.make', {});
  await harness.server.close();
  await printer.close();
  rmSync(join(harness.folder, 'lock.db'), { force: true });
  const facts = {
    passphrase: PASSPHRASE,
    libraries: 25,
    engagementId: engagement.id,
    sessionId: session.id,
    topic: session.topic,
    goal: goal.title,
    score: scored.value,
    step: step.what,
    privateNote: 'Wrócić do tematu zmęczenia.',
    draft: '{"note":"Niedokończone"}',
    report: { id: closed.report.id, number: closed.report.number, sha256: closed.report.sha256 },
  };
  writeFileSync(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

if (existsSync(folder)) {
  console.error(`${folder} is there already: fixtures of a release are never made again.`);
  process.exitCode = 1;
} else {
  await makeFixture();
  console.log(`Made ${folder}`);
}
