import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { copyApplication } from '../../demo/applicationCopy.ts';
import { expect, goByKeys, handOn, settle } from '../../demo/hand.ts';
import { launchStrefownik } from '../../e2e/fixture.ts';
import { makeDemonstration } from '../../e2e/steps.ts';
import { ask } from '../../e2e/workspace.ts';
import { chooseRuntime } from '../../tools/runtime.ts';
import { repository } from '../../tools/places.mjs';
import { diceOf, type Dice } from '../dice.ts';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';

const KILLS = 20;
const SHORT_KILLS = 1;
/** What was typed longer than this before a kill is there, saved or offered. Milliseconds. */
const MAY_BE_LOST = 1_000;

/** What a person has seen saved or has typed in one session. */
interface Written {
  readonly sessionId: string;
  /** The topic that was on the screen as saved. */
  readonly topic: string;
  /** What stood in the notes a second before the kill. */
  readonly notes: string;
}

/** Starts the application over the same data again, and waits for the first place. */
async function start(
  folder: string,
  application: string,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await launchStrefownik({
    application,
    userData: join(folder, 'profile'),
    args: [`--workspace=${join(folder, 'workspace')}`, `--backups=${join(folder, 'backups')}`],
  });
  return { app, page: await app.firstWindow() };
}

/** The application with everything that it has started, as `kill -9` of its group ends it. */
async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  if (child.pid === undefined || child.exitCode !== null) throw new Error('It had ended by itself');
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL'); // Playwright starts it as the head of a group of its own
  await gone;
}

async function openNewSession(page: Page): Promise<string> {
  const hand = handOn(page);
  await goByKeys(hand, 'c', 'Coaching');
  await expect(page.getByRole('grid', { name: 'Procesy coachingowe' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('ciesz');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Zapisz sesję' })).toBeVisible();
  await settle(page);
  await page.keyboard.press('n');
  await expect(page.getByLabel('Temat sesji')).toBeVisible();
  const id = await page.evaluate((): unknown => {
    const state: unknown = history.state;
    return Reflect.get(Object(Reflect.get(Object(state), 'route')), 'sessionId');
  });
  if (typeof id !== 'string') throw new Error('No session is open');
  return id;
}

/** Sees a topic saved, and then types on for a while. */
async function writeUntil(page: Page, kills: number, dice: Dice): Promise<Written> {
  const sessionId = await openNewSession(page);
  const topic = `Temat ${kills} ${dice.below(2 ** 30).toString(36)}`;
  await page.getByLabel('Temat sesji').fill(topic);
  await page.keyboard.press('Tab');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /^zapisano \d/ })
      .first(),
  ).toBeVisible();
  await page.getByLabel('Notatki do raportu').click();
  const typed: { readonly at: number; readonly notes: string }[] = [];
  const until = performance.now() + 2 * MAY_BE_LOST + dice.below(2_000);
  for (let notes = ''; performance.now() < until; typed.push({ at: performance.now(), notes })) {
    const word = `${dice.below(2 ** 30).toString(36)} `;
    await page.keyboard.type(word, { delay: 15 });
    notes += word;
  }
  const old = typed.findLast(({ at }) => at < performance.now() - MAY_BE_LOST);
  return { sessionId, topic, notes: old?.notes ?? '' };
}

/** What is gone of what was written. */
async function missing(page: Page, { sessionId, topic, notes }: Written): Promise<string[]> {
  const { session } = await ask(page, 'session.get', { id: sessionId });
  const draft = await ask(page, 'draft.get', { entity: 'coachingSession', entityId: sessionId });
  const lost: string[] = [];
  if (session.topic !== topic)
    lost.push(`LOST „${topic}”, which was shown as saved: „${session.topic}”`);
  const words = notes.trim();
  if (!session.reportNotes.includes(words) && !(draft?.body.includes(words) ?? false))
    lost.push(`LOST „${words}”, typed a second before; saved is „${session.reportNotes}”`);
  return lost;
}

async function run({ short, seed, times, folder }: TortureOptions): Promise<Finding> {
  if (!existsSync(join(repository, 'out', 'main', 'main.js')))
    return {
      done: 'nothing',
      broken: [],
      notTried: ['the application is not built: npm run build'],
    };
  const { description } = await chooseRuntime();
  const application = join(folder, 'application');
  mkdirSync(application);
  copyApplication(application); // a build meanwhile would change it half-way
  const kills = times ?? (short ? SHORT_KILLS : KILLS);
  const dice = diceOf(seed);
  const broken: string[] = [];
  const written: Written[] = [];
  for (let number = 0; number <= kills; number += 1) {
    const { app, page } = await start(folder, application);
    try {
      if (number === 0) {
        await expect(page.getByRole('heading').first()).toBeVisible();
        await makeDemonstration(page);
        await page.reload();
      }
      await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
      const looked = number === kills ? written : written.slice(-1);
      for (const one of looked)
        broken.push(...(await missing(page, one)).map((lost) => `kill ${number}: ${lost}`));
      if (number < kills) written.push(await writeUntil(page, number + 1, dice));
    } finally {
      await kill(app);
    }
  }
  const words = written.reduce((sum, { notes }) => sum + notes.split(' ').length - 1, 0);
  return {
    done: `${kills} kills on ${description}, ${words} words older than a second`,
    broken,
    notTried: [],
  };
}

/** `kill -9` of the whole application while somebody types. */
export const appKills: Scenario = {
  name: 'app-kills',
  title: 'what was shown as saved is there, what was typed is offered after kill -9',
  run,
};
