import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isAtWork } from './firstRunSteps.ts';
import { answerSaveDialog, expect, test } from './fixture.ts';
import { addTeam, ask, libraryIn, violations } from './workspace.ts';

test.use({ beginning: 'programme' });

const NAME = 'Beata Chmurna';

async function openSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ustawienia', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Działy ustawień' })
    .getByRole('button', { name: 'Dane osobowe' })
    .click();
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByLabel('Kogo szukasz?').fill(text);
}

test('what is held about somebody is shown, saved, and erased with a protocol', async ({
  app,
  page,
  userData,
}) => {
  await isAtWork(page);
  await addTeam(page, await libraryIn(page, 'Gołdap'), [NAME]);
  await openSection(page);
  await find(page, 'chmurn');
  await page.getByRole('button', { name: NAME }).click();
  await expect(page.getByText('Imię, nazwisko i kontakt')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const exported = join(userData, 'eksport.pdf');
  await answerSaveDialog(app, exported);
  await page.getByRole('button', { name: 'Zapisz wszystko (PDF i JSON)' }).click();
  await expect(page.getByText('Zapisano PDF, a obok niego JSON')).toBeVisible({ timeout: 30_000 });
  expect((await readFile(exported)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(await readFile(join(userData, 'eksport.json'), 'utf8')).toContain(NAME);

  await page.getByRole('button', { name: 'Usuń dane tej osoby…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Dalej' }).click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Powód').fill('Prośba z 20 listopada');
  await dialog.getByLabel(`Przepisz: ${NAME}`).fill('Beata');
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click();
  await expect(dialog.getByText(`To inne imię i nazwisko niż ${NAME}.`)).toBeVisible();
  await dialog.getByLabel(`Przepisz: ${NAME}`).fill(NAME);
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click();
  await expect(dialog.getByText('Dane usunięto')).toBeVisible({ timeout: 30_000 });

  const protocol = join(userData, 'protokol.pdf');
  await answerSaveDialog(app, protocol);
  await dialog.getByRole('button', { name: 'Zapisz protokół (PDF)' }).click();
  await expect(page.getByText('Zapisano protokół')).toBeVisible({ timeout: 30_000 });
  expect((await readFile(protocol)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await page.keyboard.press('Escape');

  const [erasure] = await ask(page, 'erasure.list', {});
  if (erasure === undefined) throw new Error('There is a protocol');
  const again = { name: `Zapisz protokół ${erasure.number} (PDF)` };
  await expect(page.getByRole('button', again)).toBeVisible();
  await expect(page.getByLabel('Kogo szukasz?')).toBeFocused();
  await find(page, 'chmurn');
  await expect(page.getByText('Nie ma nikogo o takim imieniu ani nazwisku.')).toBeVisible();
});

test('a member of a team leads to what is held about her', async ({ page }) => {
  await isAtWork(page);
  const libraryId = await libraryIn(page, 'Gołdap');
  await addTeam(page, libraryId, [NAME]);
  await page.getByRole('button', { name: 'Biblioteki', exact: true }).click();
  await page.getByRole('row', { name: /Gołdap/ }).dblclick();
  await page.getByRole('button', { name: new RegExp(NAME) }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dane osobowe…' }).click();
  await expect(page.getByRole('heading', { name: 'Ustawienia', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wybierz inną osobę' })).toBeVisible();
});

test('how long notes are kept is chosen, stays, and the review is noted', async ({ page }) => {
  await isAtWork(page);
  await openSection(page);
  const years = page.getByRole('combobox', { name: 'Jak długo: Notatki prywatne' });
  await expect(years).toHaveValue('1 rok');
  await years.click();
  await page.getByRole('option', { name: '5 lat', exact: true }).click();
  await expect(years).toHaveValue('5 lat');
  await expect
    .poll(async () => {
      const { rows } = await ask(page, 'retention.get', {});
      return rows.find(({ kind }) => kind === 'privateNote')?.years;
    })
    .toBe(5);
  await page.getByRole('button', { name: 'Przejrzano' }).click();
  await expect(page.getByText('Ostatni przegląd:')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
