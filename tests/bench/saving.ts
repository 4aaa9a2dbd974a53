import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CoachingSession } from '../../src-main/domain/coachingSession.ts';
import type { Recorded } from '../../src-main/domain/noun.ts';
import { formOf, timeBareSaves } from './bareSaving.ts';
import { median, percentile, quietest, type Figure } from './figures.ts';
import { longestStall } from './mainStalls.ts';
import { ask, withApplication } from './road.ts';
import type { Surroundings, WorkspaceName } from './surroundings.ts';

const ROUNDS = 3;
const SAVES = 100;
/** Somebody who writes stops for longer than this; without it the page's own re-reading queues up. */
const PAUSE_MS = 40;

const QUIETEST = `the quietest of ${ROUNDS} rounds`;

const sentence =
  'Zespół wybrał trzy pytania do Kreatywnej Kawiarenki i podzielił się zadaniami na najbliższe dwa tygodnie. ';

/** Report notes as they grow while somebody writes, each text another one. */
const texts = Array.from(
  { length: SAVES },
  (_, index) => `${sentence.repeat(1 + (index % 12))}Zapis ${index}.`,
);

/** A session of mine that was held. */
async function someSession(page: Page): Promise<Recorded<CoachingSession>> {
  for (const { id } of await ask(page, 'engagement.list', {})) {
    const { sessions } = await ask(page, 'engagement.get', { id });
    const held = sessions.find((row) => row.state === 'held' && row.reportNumber === null);
    if (held) return (await ask(page, 'session.get', { id: held.id })).session;
  }
  // Ten years have closed every report; the notes of a closed one can still be changed.
  for (const { id } of await ask(page, 'engagement.list', {})) {
    const { sessions } = await ask(page, 'engagement.get', { id });
    const held = sessions.find((row) => row.state === 'held');
    if (held) return (await ask(page, 'session.get', { id: held.id })).session;
  }
  throw new Error('No session was held');
}

/** Saves a session over and over, each time with another text: milliseconds of each, whole road. */
async function timeSaves(page: Page, session: Recorded<CoachingSession>): Promise<number[]> {
  return page.evaluate(
    async ([form, notes, pause]) => {
      const times: number[] = [];
      let { revision } = form;
      for (const reportNotes of notes) {
        const input = { ...form, revision, reportNotes };
        const began = performance.now();
        const envelope: unknown = await window.strefownik?.call('session.save', input);
        times.push(performance.now() - began);
        const saved: unknown = Reflect.get(Object(envelope), 'value');
        const next: unknown = Reflect.get(Object(saved), 'revision');
        if (typeof next !== 'number') throw new Error(`session.save: ${JSON.stringify(envelope)}`);
        revision = next;
        await new Promise((settle) => setTimeout(settle, pause));
      }
      return times;
    },
    [formOf(session), texts, PAUSE_MS] as const,
  );
}

async function measureOn(
  surroundings: Surroundings,
  workspace: WorkspaceName,
): Promise<readonly Figure[]> {
  const userData = await surroundings.userData(workspace);
  const untouched = join(await surroundings.userData(workspace), 'workspace');
  return withApplication(surroundings, userData, async ({ app, page }) => {
    const session = await someSession(page);
    const { bare, own, plain } = await timeBareSaves(
      untouched,
      surroundings.folder('bare saving'),
      session,
      texts,
    );
    const rounds: number[][] = [];
    const stalls: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      stalls.push(
        await longestStall(app, async () => {
          const { session: fresh } = await ask(page, 'session.get', { id: session.id });
          rounds.push(await timeSaves(page, fresh));
        }),
      );
    }
    return [
      {
        title: `Saving a session, ${workspace}`,
        unit: 'ms',
        samples: quietest(rounds),
        judged: 'p95',
        target: { value: 25 },
        baseline: { title: 'the bare transaction', value: median(bare) },
        note: QUIETEST,
      },
      {
        title: `Saving a session in the store itself, p95, ${workspace}`,
        unit: 'ms',
        samples: [percentile(own, 0.95)],
        judged: 'max',
        target: { ratio: 2 },
        baseline: { title: 'the bare transaction, p95', value: percentile(bare, 0.95) },
      },
      {
        title: `Encryption’s cost: the bare transaction of a save, ${workspace}`,
        unit: 'ms',
        samples: bare,
        judged: 'median',
        baseline: { title: 'the same unencrypted', value: median(plain) },
      },
      {
        title: `Longest stall of the main process while saving, ${workspace}`,
        unit: 'ms',
        samples: [Math.min(...stalls)],
        judged: 'max',
        target: { value: 50 },
        note: QUIETEST,
      },
    ];
  });
}

/** Saving a coaching session over the real IPC door, and what the main process feels of it. */
export async function measureSaving(surroundings: Surroundings): Promise<Figure[]> {
  const season = await measureOn(surroundings, 'demonstration');
  const decade = await measureOn(surroundings, 'ten years');
  return [...season, ...decade];
}
