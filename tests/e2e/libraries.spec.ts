import type { Page } from '@playwright/test';
import type { StoredLibrary } from '../../src-renderer/features/libraries/libraryForm.ts';
import { expect, test } from './fixture.ts';
import { call } from './steps.ts';
import { axeOn } from './workspace.ts';

/** What axe finds on the screen as it is now, by rule. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await axeOn(page).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Towns of the list in the order in which they are shown. */
async function townsOf(page: Page): Promise<string[]> {
  const cells = page.getByRole('row').locator('[role="gridcell"]:first-child');
  return cells.allInnerTexts();
}

/** Goes to a place by its two keys; on a busy machine they may come too far apart, so once more. */
async function goBy(page: Page, letter: string, heading: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
}

async function openList(page: Page): Promise<void> {
  await goBy(page, 'b', 'Biblioteki');
  await expect(page.getByRole('grid', { name: 'Biblioteki' })).toBeVisible();
}

test.use({ beginning: 'programme' });

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
});

test('all 25 libraries, sorted as Poles sort, found without Polish letters, opened by keys alone', async ({
  page,
}) => {
  await openList(page);
  await expect(page.getByText('25 z 25')).toBeVisible();
  const towns = await townsOf(page);
  expect(towns).toEqual(towns.toSorted(new Intl.Collator('pl').compare));
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('/');
  await page.keyboard.type('lapy');
  await expect(page.getByText('1 z 25')).toBeVisible();
  expect(await townsOf(page)).toEqual(['Łapy']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Łapy', level: 1 })).toBeVisible();
  await expect(page.getByText('0 z 13 odbyte')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByText('1 z 25')).toBeVisible();
  await page.getByRole('button', { name: 'Wyczyść filtry' }).click();
  await page.getByRole('grid', { name: 'Biblioteki' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Dąbrowa Górnicza', level: 1 })).toBeVisible();
});

test('a click opens the card; filters stay when one comes back', async ({ page }) => {
  await openList(page);
  await page.getByRole('combobox', { name: 'Edycja' }).click();
  await page.getByRole('option', { name: 'Pilotaż' }).click();
  await expect(page.getByText('5 z 25')).toBeVisible();
  await page.getByRole('gridcell', { name: 'Jarocin', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Jarocin', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Biblioteki' }).last().click();
  await expect(page.getByText('5 z 25')).toBeVisible();
});

test('a new library gets its card, its details save by themselves, its team has dates', async ({
  page,
}) => {
  await openList(page);
  await page.keyboard.press('n');
  await page.getByLabel('Miejscowość').fill('Łódź Mała');
  await page.getByLabel('Nazwa biblioteki').fill('Biblioteka na Próbę');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Łódź Mała', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Zmień' }).click();
  await page.getByLabel('Adres').fill('ul. Próbna 1');
  await page.getByLabel('Stan na rok').focus();
  await expect(page.getByText(/^zapisano \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Gotowe' }).click();
  await expect(page.getByText('ul. Próbna 1')).toBeVisible();

  await page.getByRole('button', { name: 'Dodaj osobę' }).first().click();
  await page.getByLabel('Imię i nazwisko').fill('Ewa Zielna');
  await page.getByLabel('W zespole od').fill('1.9.2026');
  await page.getByRole('button', { name: 'Dodaj do zespołu' }).click();
  const member = page.getByRole('button', { name: /Ewa Zielna/ });
  await expect(member).toContainText('od 01.09.2026');
  await member.click();
  await page.getByLabel('W zespole do').fill('31.10.2026');
  await page.getByLabel('Stanowisko').fill('bibliotekarka');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^zapisano \d/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gotowe' }).click();
  await page.getByText('Byli w zespole (1)').click();
  await expect(page.getByText('bibliotekarka · 01.09.2026 – 31.10.2026')).toBeVisible();
});

test('details changed elsewhere meanwhile are not overwritten unasked', async ({ page }) => {
  await openList(page);
  await page.getByRole('gridcell', { name: 'Sopot', exact: true }).click();
  await page.getByRole('button', { name: 'Zmień' }).click();
  const changeElsewhere = (phone: string): Promise<unknown> =>
    page.evaluate(async (number) => {
      const ask = (name: 'library.get' | 'library.save', input: unknown) =>
        window.strefownik?.call(name, input) as Promise<{ value: { library: StoredLibrary } }>;
      const { library } = (await ask('library.get', { id: 'library.sopot' })).value;
      const form: Partial<StoredLibrary> = { ...library, phone: number };
      for (const name of ['createdAt', 'updatedAt', 'originWorkspace', 'deletedAt'] as const) {
        delete form[name];
      }
      return ask('library.save', form);
    }, phone);

  await changeElsewhere('58 111 11 11');
  await expect(page.getByLabel('Telefon')).toHaveValue('58 111 11 11');

  await page.getByLabel('Adres').fill('ul. Próbna 1');
  expect(await changeElsewhere('58 222 22 22')).toMatchObject({ ok: true });
  await page.getByLabel('Stan na rok').focus();
  await expect(page.getByText('Ten wpis zmienił się w innym miejscu.')).toBeVisible();
  await expect(page.getByLabel('Adres')).toHaveValue('ul. Próbna 1');
  await page.getByRole('button', { name: 'Ponów' }).click();
  await expect(page.getByText(/^zapisano \d/)).toBeVisible();
});

test('words of an unfinished library are there again after the window was closed', async ({
  page,
}) => {
  await openList(page);
  await page.keyboard.press('n');
  await page.getByLabel('Miejscowość').fill('Zapomniana');
  const kept = (): Promise<unknown> =>
    call(page, 'draft.get', { entity: 'library', entityId: 'new' });
  await expect.poll(kept).toMatchObject({ ok: true, value: { baseRevision: 0 } });
  await page.reload();
  await openList(page);
  await page.keyboard.press('n');
  await expect(page.getByLabel('Miejscowość')).toHaveValue('Zapomniana');
});

test('a resource of the team is added, removed, and taken back', async ({ page }) => {
  await openList(page);
  await page.getByRole('gridcell', { name: 'Sopot', exact: true }).click();
  await page.getByRole('button', { name: 'Dodaj zasób zespołu' }).click();
  await page.getByLabel('Zasób', { exact: true }).fill('sala na 80 osób');
  await page.keyboard.press('Enter');
  const resource = page.getByRole('listitem').filter({ hasText: 'sala na 80 osób' });
  await expect(resource).toBeVisible();
  await page.getByRole('button', { name: 'Usuń zasób: sala na 80 osób' }).click();
  await expect(page.getByText('nic jeszcze nie wpisano')).toHaveCount(2);
  await page.getByRole('button', { name: 'Cofnij' }).click();
  await expect(resource).toBeVisible();
});

test('the programme names the difference between the plan and the source', async ({ page }) => {
  await goBy(page, 'p', 'Program');
  await expect(page.getByText('Źródło podaje 340 dni, a plan daje 325')).toBeVisible();
  await expect(page.getByText('13 dni × 20 bibliotek w edycji „Faza zasadnicza”')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Łapy: 0 z 13/ }).click();
  await page.getByRole('button', { name: 'Otwórz Kartę Strefy' }).click();
  await expect(page.getByRole('heading', { name: 'Łapy', level: 1 })).toBeVisible();
});

test('people: a coach is added, and the roles follow the form', async ({ page }) => {
  await goBy(page, 'u', 'Ustawienia');
  await expect(page.getByText('to Ty')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('n');
  await page.getByLabel('Imię i nazwisko').fill('Piotr Żak');
  await page.getByText('pan', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'coach' }).check();
  await page.getByRole('button', { name: 'Dodaj do programu' }).click();
  await expect(page.getByRole('button', { name: /Piotr Żak/ })).toContainText('trener, coach');
});
