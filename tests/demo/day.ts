import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launchStrefownik } from '../e2e/fixture.ts';
import { copyApplication } from './applicationCopy.ts';
import { refusedRequests } from '../e2e/steps.ts';
import { openAlbum, type AlbumSize } from './album.ts';
import { cardAfterTheDay, firstRun, libraries, settings } from './beginning.ts';
import { firstSession, openProcess, preview, secondSession } from './coachingPart.ts';
import { expect, handOn, type Minute } from './hand.ts';
import { calendar, checkMoved, planClash, planWorkshop } from './planning.ts';
import {
  finishCoachingReport,
  finishWorkshopReport,
  standInForOtherPrograms,
} from './reporting.ts';
import { lock, tour } from './tour.ts';
import {
  confirmAttendance,
  giveHomeTask,
  noteOutcomes,
  openHeldWorkshop,
  writeAgenda,
  writeWords,
} from './training.ts';

/** What a day is made of. */
export interface DayOptions {
  /** Where everything is left; must be empty. */
  readonly folder: string;
  readonly album: AlbumSize;
  /** Told at the beginning of each part. */
  readonly say: (part: string) => void;
}

/** The whole day in one window, from the first run to the locked screen. */
async function liveThroughDay(
  app: ElectronApplication,
  { folder, album: size, say }: DayOptions,
): Promise<readonly Minute[]> {
  const page = await app.firstWindow();
  const album = await openAlbum(app, page, join(folder, 'ekrany'), size);
  const hand = handOn(page);
  const others = await standInForOtherPrograms(app);
  const reporting = { app, others, folder };
  try {
    say('first run, people, libraries');
    await firstRun(hand, album);
    await settings(hand, album);
    await libraries(hand, album);
    say('workshops and calendar');
    await planWorkshop(hand, album);
    await planClash(hand, album);
    await calendar(hand, album);
    await checkMoved(hand);
    say('the two days of the workshop');
    await openHeldWorkshop(hand);
    await writeAgenda(hand, album);
    await confirmAttendance(hand, album);
    await noteOutcomes(hand, album);
    await giveHomeTask(hand, album);
    await writeWords(hand, album);
    say('the workshop’s report and e-mail');
    await finishWorkshopReport(hand, album, reporting);
    say('coaching');
    await openProcess(hand, album);
    await firstSession(hand, album);
    await secondSession(hand, album);
    await preview(hand, album);
    say('the coaching report and e-mail');
    await finishCoachingReport(hand, album, reporting);
    say('every screen');
    await cardAfterTheDay(hand, album);
    await tour(hand, album);
    await writeFigures(app, folder, hand.minutes);
    await lock(hand, album);
    expect(await refusedRequests(app)).toEqual([]); // nothing asked for the network all day
    return hand.minutes;
  } catch (error) {
    // What was on the screen says more than the message.
    await page.screenshot({ path: join(folder, 'gdzie-stanelo.png') }).catch(() => undefined);
    throw error;
  }
}

/** Numbers for other programs: the bench reads the memory. */
async function writeFigures(
  app: ElectronApplication,
  folder: string,
  minutes: readonly Minute[],
): Promise<void> {
  const mainMemoryMegabytes = (await app.evaluate(() => process.memoryUsage.rss())) / 1e6;
  const figures = { mainMemoryMegabytes, minutes };
  writeFileSync(join(folder, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
}

/**
 * Does the day in the built application.
 * @returns what each part of it took
 * @throws at the first thing that is not as it should be
 */
export async function demonstrateDay(options: DayOptions): Promise<readonly Minute[]> {
  const { folder } = options;
  const copy = mkdtempSync(join(tmpdir(), 'strefownik-demo-app-'));
  try {
    const app = await launchStrefownik({
      application: copyApplication(copy),
      userData: join(folder, 'profil'),
      args: [`--workspace=${join(folder, 'workspace')}`],
    });
    try {
      return await liveThroughDay(app, options);
    } finally {
      await app.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
