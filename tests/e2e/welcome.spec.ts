import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerFirstRun, isAtWork, PASSPHRASE, putCodeOff } from './firstRunSteps.ts';
import { expect, launchStrefownik, test } from './fixture.ts';
import { axeOn } from './workspace.ts';

/** What axe finds on the screen as it is now, by rule. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await axeOn(page).analyze();
  return found.map(({ id }) => id);
}

/** Makes a workspace with the programme's data; its recovery code has tests of its own. */
async function makeWorkspace(page: Page): Promise<void> {
  await answerFirstRun(page);
  await putCodeOff(page);
  await isAtWork(page);
}

test('the first run asks for what it needs, and says what is missing', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Zaczynamy' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Hasło', { exact: true }).fill('kotek');
  await page.getByRole('checkbox', { name: 'trenerka' }).uncheck();
  await page.getByRole('button', { name: 'Utwórz i zacznij' }).click();
  await expect(page.getByText('Wpisz imię i nazwisko.')).toBeVisible();
  await expect(page.getByText('Zaznacz co najmniej jedną rolę.')).toBeVisible();
  await expect(page.getByText('Hasło musi mieć co najmniej 8 znaków.')).toBeVisible();
  await expect(page.getByText('Siła hasła: za krótkie')).toBeVisible();
  await page.getByLabel('Hasło', { exact: true }).fill(PASSPHRASE);
  await expect(page.getByText('Siła hasła: bardzo dobre')).toBeVisible();
  await expect(page.getByText('Hasła nie są takie same.')).toBeVisible();
  await page.getByText('pan', { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'trener', exact: true })).toBeVisible();
});

test('made, locked, and opened again with the passphrase only', async ({ page }) => {
  await makeWorkspace(page);
  await page.getByRole('button', { name: 'Ustawienia' }).click();
  await page.getByRole('button', { name: 'Zablokuj teraz' }).click();
  await expect(page.getByRole('heading', { name: 'Dane są zamknięte' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('nie to hasło');
  await page.keyboard.press('Enter');
  await expect(page.getByText('To nie jest właściwe hasło.')).toBeVisible();
  await page.getByLabel('Hasło', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ustawienia', level: 1 })).toBeVisible();
});

test('the demonstration opens with one press and has no passphrase', async ({ page }) => {
  await page.getByText('Demonstracja', { exact: true }).click();
  await page.getByRole('button', { name: 'Otwórz demonstrację' }).click();
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible({
    timeout: 30_000,
  });
});

test('without its key file the data stays closed, and opens once the file is back', async ({
  userData,
}) => {
  const key = join(userData, 'workspace', 'key.json');
  const first = await launchStrefownik({ userData });
  await makeWorkspace(await first.firstWindow());
  await first.close();

  await rename(key, `${key}.away`);
  const second = await launchStrefownik({ userData });
  const page = await second.firstWindow();
  await expect(page.getByText('Brakuje pliku z kluczem').last()).toBeVisible();
  await expect(page.getByText('Zaszyfrowane dane są całe')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await rename(`${key}.away`, key);
  await page.getByRole('button', { name: 'Ponów' }).click();
  await expect(page.getByRole('heading', { name: 'Dane są zamknięte' })).toBeVisible();
  await second.close();
});

test('a file that is no database gets a page of its own, and is left as it is', async ({
  userData,
}) => {
  const workspace = join(userData, 'workspace');
  const first = await launchStrefownik({ userData });
  await makeWorkspace(await first.firstWindow());
  await first.close();
  await Promise.all(
    ['strefownik.db-wal', 'strefownik.db-shm'].map((name) =>
      rm(join(workspace, name), { force: true }),
    ),
  );
  const stranger = Buffer.alloc(8192, 'to nie jest baza danych');
  await writeFile(join(workspace, 'strefownik.db'), stranger);

  const second = await launchStrefownik({ userData });
  const page = await second.firstWindow();
  await page.getByLabel('Hasło', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Plik z danymi nie jest plikiem Strefownika').last()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await second.close();
  expect(await readFile(join(workspace, 'strefownik.db'))).toEqual(stranger);
});
