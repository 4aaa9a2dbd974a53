import { expect, test } from './fixture.ts';
import {
  LEAD,
  openList,
  openWithTrainers,
  openWorkshop,
  planned,
  SECOND,
  TOWNS,
} from './workshopSteps.ts';
import { ask, violations } from './workspace.ts';

test.use({ beginning: 'programme' });

test.beforeEach(async ({ page }) => {
  await openWithTrainers(page);
});

test('a workshop for three libraries is planned by keys alone, in well under a minute', async ({
  page,
}) => {
  await openList(page);
  await expect(page.getByText('Nie ma jeszcze żadnego warsztatu')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const started = Date.now();
  const { keyboard } = page;
  await keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Moduł' })).toBeFocused();
  await keyboard.type('diag');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Tytuł' })).toHaveValue('Diagnoza');
  for (let step = 0; step < 3; step += 1) await keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Biblioteki' })).toBeFocused();
  for (const folded of ['lapy', 'goldap', 'sopot']) {
    await keyboard.type(folded);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
  }
  await keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Prowadzi', exact: true })).toHaveValue(LEAD);
  await keyboard.press('Tab');
  await keyboard.type('piotr');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type('10.3.2015');
  await keyboard.press('Tab');
  // The edition follows the date.
  await expect(page.getByRole('combobox', { name: 'Edycja' })).toHaveValue('Faza zasadnicza');
  await expect(page.getByText('Termin z niczym nie koliduje.')).toBeVisible();
  await page.getByRole('button', { name: 'Dodaj następny dzień' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Data, dzień 2')).toHaveValue('11.03.2015');
  await expect(page.getByText(`${LEAD}, ${SECOND}`)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Diagnoza', level: 1 })).toBeVisible();
  expect(Date.now() - started).toBeLessThan(30_000);

  await expect(page.getByText('10–11 marca 2015')).toBeVisible();
  const [row] = await ask(page, 'workshop.list', {});
  expect(row).toMatchObject({
    title: 'Diagnoza',
    moduleName: 'Diagnoza',
    from: '2015-03-10',
    to: '2015-03-11',
    days: 2,
    leadTrainerName: LEAD,
    trainerNames: [SECOND],
  });
  expect(row?.libraries.map(({ town }) => town).toSorted()).toEqual([...TOWNS].toSorted());
});

test('a taken trainer is a warning with a reason, and nothing typed is lost', async ({ page }) => {
  await planned(page, 'Diagnoza');
  await openList(page);
  await page.getByRole('button', { name: 'Nowy warsztat' }).click();
  await page.getByRole('textbox', { name: 'Tytuł' }).fill('Spotkanie w Jaśle');
  await page.getByRole('combobox', { name: 'Biblioteki' }).fill('jaslo');
  await page.getByRole('option', { name: 'Jasło' }).click();
  await page.getByRole('textbox', { name: 'Data' }).fill('10.3.2015');
  await page.getByRole('textbox', { name: 'Data' }).press('Tab');
  const warning = page.getByText(`${LEAD} ma już wtedy warsztat „Diagnoza” (09:00–16:00).`, {
    exact: true,
  });
  await expect(warning).toBeVisible();
  await expect(page.getByText('1 ostrzeżenie czeka na powód')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // Without a reason nothing is saved, and the screen says why.
  await page.getByRole('button', { name: 'Zaplanuj warsztat' }).click();
  await expect(page.getByText('Napisz jednym zdaniem, dlaczego mimo to.')).toBeVisible();
  expect(await ask(page, 'workshop.list', {})).toHaveLength(1);

  // The form comes back with all that was typed, here after the window was loaded again.
  await expect(page.getByText(/szkic zachowany/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Wracasz do niedokończonego warsztatu')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tytuł' })).toHaveValue('Spotkanie w Jaśle');

  await page.getByPlaceholder('Mimo to, bo…').fill('zastąpi ją Piotr');
  await expect(page.getByText('1 ostrzeżenie, jest powód')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Spotkanie w Jaśle', level: 1 })).toBeVisible();
  const saved = (await ask(page, 'workshop.list', {})).find(({ title }) => title !== 'Diagnoza');
  const data = await ask(page, 'workshop.get', { id: saved?.id ?? '' });
  expect(data.workshop.overriddenConflicts).toMatchObject([
    { kind: 'person-booked', reason: 'zastąpi ją Piotr', date: '2015-03-10' },
  ]);
  expect(await ask(page, 'draft.list', {})).toEqual([]);
});

test('the plan is changed in place: it saves by itself, and a warning waits for its reason', async ({
  page,
}) => {
  const id = await planned(page, 'Diagnoza');
  await openWorkshop(page, 'Diagnoza');
  await page.getByRole('textbox', { name: 'Sala' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Sala, sprzęt, dojazd, posiłki, nocleg' }).click();
  await page.getByRole('textbox', { name: 'Sala' }).fill('czytelnia na piętrze');
  await expect(page.getByText(/^zapisano/)).toBeVisible();
  await page.getByRole('button', { name: 'Dodaj następny dzień' }).click();
  await expect(page.getByLabel('Data, dzień 3')).toHaveValue('12.03.2015');
  await expect
    .poll(async () => (await ask(page, 'workshop.get', { id })).days.map(({ date }) => date))
    .toEqual(['2015-03-10', '2015-03-11', '2015-03-12']);

  // A Sunday deserves a reason; until then the saved days stay as they were.
  const third = page.getByLabel('Data, dzień 3');
  await third.fill('15.3.2015');
  await third.press('Enter');
  await expect(page.getByText('To niedziela.', { exact: true })).toBeVisible();
  await expect(page.getByText('niezapisane: 1 ostrzeżenie czeka na powód')).toBeVisible();
  expect((await ask(page, 'workshop.get', { id })).days.at(-1)?.date).toBe('2015-03-12');
  await page.getByPlaceholder('Mimo to, bo…').fill('tylko wtedy sala jest wolna');
  await expect
    .poll(async () => (await ask(page, 'workshop.get', { id })).days.map(({ date }) => date))
    .toEqual(['2015-03-10', '2015-03-11', '2015-03-15']);
  await expect(page.getByText(/^zapisano/)).toBeVisible();
  const { workshop } = await ask(page, 'workshop.get', { id });
  expect(workshop.venue.room).toBe('czytelnia na piętrze');
});

test('the list keeps its filters; a removed workshop comes back from the toast', async ({
  page,
}) => {
  await planned(page, 'Diagnoza w Łapach');
  await planned(page, 'Planowanie w Sopocie', {
    first: '2015-04-14',
    module: 'Planowanie strategiczne',
  });
  await openList(page);
  await expect(page.getByText('2 warsztaty')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('sopocie');
  await expect(page.getByText('1 warsztat', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Planowanie w Sopocie', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Więcej o tym warsztacie' }).click();
  await page.getByRole('menuitem', { name: 'Usuń warsztat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Usuń warsztat' }).click();
  await expect(page.getByText('Żaden warsztat nie pasuje')).toBeVisible();
  await page.getByRole('button', { name: 'Cofnij' }).click();
  await expect(page.getByRole('heading', { name: 'Planowanie w Sopocie', level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 warsztat', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Wyczyść filtry' }).click();
  await page.getByRole('combobox', { name: 'Stan' }).click();
  await page.getByRole('option', { name: 'Do potwierdzenia' }).click();
  await expect(page.getByText('2 warsztaty')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
