import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerSaveDialog, expect, test } from './fixture.ts';
import { call } from './steps.ts';
import { axeOn } from './workspace.ts';

/** What axe finds on the screen as it is now, by rule. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await axeOn(page).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** The rows of the store's list of reports. */
async function rowsOf(page: Page): Promise<Record<string, unknown>[]> {
  const envelope = await call(page, 'report.list', {});
  expect(envelope).toMatchObject({ ok: true });
  const rows: unknown = Reflect.get(Object(Reflect.get(Object(envelope), 'value')), 'rows');
  return Array.isArray(rows) ? rows.map((row: unknown) => ({ ...Object(row) })) : [];
}

/** Opens a tab of the list and in it the first report. */
async function openFirst(
  page: Page,
  tab: 'Do zamknięcia' | 'Do wysłania' | 'Wysłane',
  words = '',
): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByText(new RegExp(`^${tab} \\d`)).click();
  await page.getByLabel('Szukaj raportu').fill(words);
  const grid = page.getByRole('grid', { name: 'Raporty' });
  await grid.focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('row', { selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-page="1"] canvas')).toBeVisible();
}

/** The next drafts given to the desktop: a mail program takes them, or none does. */
async function mailProgram(app: ElectronApplication, answers: 'opens' | 'none'): Promise<void> {
  await app.evaluate(
    ({ shell }, problem) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'openedByTest', opened);
      shell.openPath = (path) => {
        opened.push(path);
        return Promise.resolve(problem);
      };
      shell.showItemInFolder = (path) => void opened.push(path);
    },
    answers === 'opens' ? '' : 'No application is registered',
  );
}

/** Paths that the desktop was asked to open or to show. */
async function openedPaths(app: ElectronApplication): Promise<string[]> {
  const paths: unknown = await app.evaluate((): unknown => Reflect.get(globalThis, 'openedByTest'));
  return Array.isArray(paths) ? paths.map(String) : [];
}

test.use({ beginning: 'demonstration' });

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
});

test('from closing to an e-mail in the mail program in three clicks', async ({ app, page }) => {
  await mailProgram(app, 'opens');
  await openFirst(page, 'Do zamknięcia', 'Zespół Strefy');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Zamknij raport' }).click();
  const question = page.getByRole('dialog', { name: 'Zamknąć raport?' });
  await expect(question).toContainText('nie da się zmienić');
  await question.getByRole('button', { name: 'Zamknij raport' }).click();
  await expect(page.getByRole('button', { name: 'Otwórz w programie pocztowym' })).toBeVisible();
  await expect(page.locator('[data-page="1"] canvas')).toBeVisible();
  await page.getByRole('button', { name: 'Otwórz w programie pocztowym' }).click();
  await expect(
    page.getByText('Szkic jest w programie pocztowym. Wyślij go stamtąd.'),
  ).toBeVisible();

  const [draft] = await openedPaths(app);
  const message = await readFile(draft ?? '', 'utf8');
  expect(message).toContain('X-Unsent: 1');
  expect(message).toContain('application/pdf');
  await expect(page.getByText('Czy wyszedł, wiesz tylko Ty.')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Oznacz jako wysłany' }).click();
  await expect(page.getByText(/na Twoje słowo\./)).toBeVisible();
  await page.getByRole('button', { name: 'To jednak nie wyszło' }).click();
  await expect(page.getByText('Czy wyszedł, wiesz tylko Ty.')).toBeVisible();
  await page.getByRole('button', { name: 'Oznacz jako wysłany' }).click();
  await expect(page.getByText(/na Twoje słowo\./)).toBeVisible();
});

test('webmail is an equal way: address, words, file; and a copy anywhere', async ({
  app,
  page,
  userData,
}) => {
  await mailProgram(app, 'none');
  await openFirst(page, 'Do wysłania');
  await page.getByLabel('Do', { exact: true }).fill('raporty@');
  await page.getByRole('button', { name: 'Otwórz w programie pocztowym' }).click();
  await expect(page.getByText('To nie wygląda na adres e-mail.')).toBeVisible();
  await page.getByLabel('Do', { exact: true }).fill('raporty@przyklad.invalid');
  await page.getByLabel('Temat').fill('Raport z coachingu');
  await page.getByRole('button', { name: 'Otwórz w programie pocztowym' }).click();
  await expect(page.getByRole('alert')).toContainText('Żaden program pocztowy nie przejął szkicu');

  const clipboard = (): Promise<string> => app.evaluate(({ clipboard: board }) => board.readText());
  await page.getByRole('button', { name: 'Kopiuj adres' }).click();
  await expect.poll(clipboard).toBe('raporty@przyklad.invalid');
  await page.getByRole('button', { name: 'Kopiuj temat i treść' }).click();
  await expect.poll(clipboard).toMatch(/^Raport z coachingu\n\nDzień dobry/);
  await page.getByRole('button', { name: 'Pokaż plik w folderze' }).click();
  await expect.poll(async () => (await openedPaths(app)).at(-1)).toMatch(/\.pdf$/);

  const copy = join(userData, 'kopia.pdf');
  await answerSaveDialog(app, copy);
  await page.getByRole('button', { name: 'Zapisz jako…' }).click();
  await expect(page.getByText('Kopia raportu zapisana')).toBeVisible();
  expect((await readFile(copy)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the words of an e-mail wait when one leaves them', async ({ page }) => {
  await openFirst(page, 'Do wysłania');
  await page.getByLabel('Treść').fill('Dzień dobry, to jest raport.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Raporty', exact: true }).last().click();
  await openFirst(page, 'Do wysłania');
  await expect(page.getByLabel('Treść')).toHaveValue('Dzień dobry, to jest raport.');
});

test('a correction is a new report that leaves the original as it was', async ({ page }) => {
  await openFirst(page, 'Wysłane');
  const before = await rowsOf(page);
  await page.getByRole('button', { name: 'Zrób korektę' }).click();
  await page.getByRole('button', { name: 'Zamknij korektę' }).click();
  await expect(page.getByText('Napisz jednym zdaniem, dlaczego.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Powód korekty').fill('Zła data następnej sesji');
  await page.getByRole('button', { name: 'Zamknij korektę' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('zostaje bez zmian');
  await question.getByRole('button', { name: 'Zamknij korektę' }).click();

  await expect(page.getByText('Korekta nr 1')).toBeVisible();
  await expect(page.getByText('Zła data następnej sesji')).toBeVisible();
  const after = await rowsOf(page);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(before.length + 1);
  await page.getByRole('button', { name: 'Otwórz poprawiany raport' }).click();
  await expect(page.getByText('Do tego raportu jest korekta nr 1')).toBeVisible();
});

test('the list keeps its filters, and its pages are for everybody', async ({ page }) => {
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('grid', { name: 'Raporty' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByText(/^Wysłane \d/).click();
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Coaching', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('radio', { name: /^Wysłane/ })).toBeChecked();
});
