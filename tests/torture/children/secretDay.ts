import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { readKeyFile, unwrapDataKey } from '../../../src-main/store/keyFile.ts';
import type { Album } from '../../demo/album.ts';
import { copyApplication } from '../../demo/applicationCopy.ts';
import { libraries, settings } from '../../demo/beginning.ts';
import { firstSession, openProcess, preview, secondSession } from '../../demo/coachingPart.ts';
import { expect, handOn } from '../../demo/hand.ts';
import { finishCoachingReport, standInForOtherPrograms } from '../../demo/reporting.ts';
import { coaching, me } from '../../demo/story.ts';
import { lock } from '../../demo/tour.ts';
import { askedGroups, isAtWork, readGroups, tryPassphrase } from '../../e2e/firstRunSteps.ts';
import { answerSaveDialog, launchStrefownik } from '../../e2e/fixture.ts';
import { key, toJson, words, type Secret } from '../secrets/secret.ts';

// argv: an empty folder. Does the coach's part of the demonstration day in the built application, types secrets right
// and wrong, and tells them.

const [base = ''] = process.argv.slice(2);
const typedWrong = 'cztery mokre rowery nad morzem';
const next = 'siedem suchych kajakow na lace';
const application = join(base, 'application');
mkdirSync(application);
copyApplication(application); // a build meanwhile would change it half-way
const noAlbum: Album = { picture: () => Promise.resolve() };

function start(): Promise<ElectronApplication> {
  return launchStrefownik({
    application,
    userData: join(base, 'profile'),
    args: [`--workspace=${join(base, 'workspace')}`, `--backups=${join(base, 'backups')}`],
  });
}

async function firstRun(app: ElectronApplication, page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: 'Zaczynamy' })).toBeVisible();
  const hand = handOn(page);
  await hand.click(page.getByText('Dane programu', { exact: true }));
  await hand.type(page.getByLabel('Imię i nazwisko'), me.name);
  await hand.tick(page.getByRole('checkbox', { name: 'trenerka' }));
  await hand.tick(page.getByRole('checkbox', { name: 'coachka' }));
  await hand.type(page.getByLabel('Hasło', { exact: true }), me.passphrase);
  await hand.type(page.getByLabel('Hasło jeszcze raz'), me.passphrase);
  await hand.click(page.getByRole('button', { name: 'Utwórz i zacznij' }));
  const groups = await readGroups(page);
  await answerSaveDialog(app, join(base, 'karta.pdf'));
  await hand.click(page.getByRole('button', { name: 'Zapisz PDF…' }));
  await expect(page.getByText('Zapisano:', { exact: false })).toBeVisible();
  const [first, ...others] = await askedGroups(page);
  if (first === undefined) throw new Error('No group is asked for');
  await first.field.fill('WRNG');
  for (const { number, field } of others) await field.fill(groups[number - 1] ?? '');
  await hand.press('Enter');
  await expect(page.getByText(`To nie jest grupa ${first.number}.`)).toBeVisible();
  await first.field.fill(groups[first.number - 1] ?? '');
  await hand.press('Enter');
  await isAtWork(page);
  return groups;
}

async function work(app: ElectronApplication, page: Page): Promise<void> {
  const hand = handOn(page);
  const others = await standInForOtherPrograms(app);
  await settings(hand, noAlbum);
  await libraries(hand, noAlbum);
  await openProcess(hand, noAlbum);
  await firstSession(hand, noAlbum);
  await secondSession(hand, noAlbum);
  await preview(hand, noAlbum);
  await finishCoachingReport(hand, noAlbum, { app, others, folder: base });
}

/** The places are there again, whichever of them was open last. */
const isOpen = (page: Page): Promise<void> =>
  expect(page.getByRole('navigation', { name: 'Miejsca' })).toBeVisible();

/** Locked, a wrong passphrase, then a new one by the recovery code. */
async function lockAndRecover(page: Page, groups: readonly string[]): Promise<void> {
  await lock(handOn(page), noAlbum);
  await tryPassphrase(page, typedWrong);
  await expect(page.getByText('hasło', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Nie pamiętam hasła' }).click();
  await page.getByLabel('Kod odzyskiwania').fill(groups.join(' ').toLowerCase());
  await page.getByLabel('Nowe hasło', { exact: true }).fill(next);
  await page.getByLabel('Nowe hasło jeszcze raz').fill(next);
  await page.getByRole('button', { name: 'Ustaw nowe hasło i otwórz' }).click();
  await isOpen(page);
}

const app = await start();
let groups: string[];
try {
  const page = await app.firstWindow();
  groups = await firstRun(app, page);
  await work(app, page);
  await lockAndRecover(page, groups);
} finally {
  await app.close();
}
const again = await start();
try {
  const page = await again.firstWindow();
  await tryPassphrase(page, next);
  await isOpen(page);
} finally {
  await again.close();
}

const file = readKeyFile(join(base, 'workspace', 'key.json'));
const dataKey = await unwrapDataKey(file, { kind: 'passphrase', passphrase: next });
const sheet = /^karta\.pdf$/;
const secrets: Secret[] = [
  words('the private note', coaching.privateNote),
  words('words of the private note', 'niesie to wszystko sama'),
  words('the passphrase', me.passphrase),
  words('the new passphrase', next),
  words('a passphrase typed wrong', typedWrong),
  ...['', ' ', '-'].map((between) => words('the recovery code', groups.join(between), sheet)),
  key('the data key', dataKey),
];
console.log(
  JSON.stringify({ secrets: toJson(secrets), erased: [], dataKey: dataKey.toString('hex') }),
);
