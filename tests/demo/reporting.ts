import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerSaveDialog } from '../e2e/fixture.ts';
import type { Album } from './album.ts';
import { expect, type Hand } from './hand.ts';
import { recipient } from './story.ts';

/** What other programs were asked to open or show, instead of doing it. */
export interface OtherPrograms {
  opened(): Promise<readonly string[]>;
}

/** Puts a silent double in the place of the mail program and the file manager. */
export async function standInForOtherPrograms(app: ElectronApplication): Promise<OtherPrograms> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'demoOpened', opened);
    shell.openPath = (path) => {
      opened.push(path);
      return Promise.resolve('');
    };
    shell.showItemInFolder = (path) => void opened.push(path);
  });
  return {
    opened: async () => {
      const found = await app.evaluate((): unknown => Reflect.get(globalThis, 'demoOpened'));
      return Array.isArray(found) ? found.map(String) : [];
    },
  };
}

/** Where a report is closed from, and where its files go. */
export interface Reporting {
  readonly app: ElectronApplication;
  readonly others: OtherPrograms;
  /** The folder of the demonstration day. */
  readonly folder: string;
}

async function waitForPdf(page: Page): Promise<void> {
  await expect(page.locator('canvas').first()).toBeVisible();
}

/** From the open report to the prepared e-mail; at most three presses. */
async function closeAndPrepare(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.click(page.getByRole('button', { name: 'Zamknij raport' }));
  const question = page.getByRole('dialog', { name: 'Zamknąć raport?' });
  await hand.click(question.getByRole('button', { name: 'Zamknij raport' }));
  await expect(page.getByText(/^\S+ zamknięty$/).first()).toBeVisible();
  await expect(page.getByLabel('Do', { exact: true })).toHaveValue(recipient);
  await hand.click(page.getByRole('button', { name: 'Otwórz w programie pocztowym' }));
  await expect(page.getByText('Szkic przygotowany', { exact: false })).toBeVisible();
}

/** Closes the report that is open, prepares its e-mail, saves the PDF and marks it as sent. */
async function finishReport(
  hand: Hand,
  album: Album,
  name: string,
  { app, others, folder }: Reporting,
): Promise<void> {
  const { page } = hand;
  await waitForPdf(page);
  await album.picture(`${name}-przed-zamknieciem`);
  const effort = await hand.minute(
    `Od zamknięcia do gotowej wiadomości (${name.replaceAll('-', ' ')})`,
    () => closeAndPrepare(hand),
  );
  expect(effort.clicks).toBeLessThanOrEqual(3);
  await waitForPdf(page);

  const mail = (await others.opened()).findLast((path) => path.endsWith('.eml'));
  if (mail === undefined) throw new Error('No mail program was asked to open the draft');
  copyFileSync(mail, join(folder, basename(mail)));

  await answerSaveDialog(app, join(folder, `${name}.pdf`));
  await hand.click(page.getByRole('button', { name: 'Zapisz jako…' }));
  await expect(page.getByText('Kopia raportu zapisana')).toBeVisible();
  await album.picture(`${name}-zamkniety`);

  await hand.click(page.getByRole('button', { name: 'Oznacz jako wysłany' }));
  await expect(page.getByText(/^Oznaczony jako wysłany .*, na Twoje słowo\.$/)).toBeVisible();
}

/** The coaching report, from the page of its session. */
export async function finishCoachingReport(
  hand: Hand,
  album: Album,
  reporting: Reporting,
): Promise<void> {
  await hand.click(hand.page.getByRole('button', { name: 'Do raportu' }));
  await finishReport(hand, album, 'raport-z-coachingu', reporting);
}

/** The workshop's report, from its page. */
export async function finishWorkshopReport(
  hand: Hand,
  album: Album,
  reporting: Reporting,
): Promise<void> {
  await hand.click(hand.page.getByRole('button', { name: 'Zobacz raport' }));
  await finishReport(hand, album, 'raport-z-warsztatu', reporting);
}
