import type { Page } from '@playwright/test';
import { isAtWork } from './firstRunSteps.ts';
import { expect, test } from './fixture.ts';
import { OWNER as LEAD } from './templates.ts';
import { addTrainer, ask, libraryIn, violations } from './workspace.ts';

const SECOND = 'Piotr Drugi';

/** A day of the month that the calendar shows, `YYYY-MM-DD`. */
function inMonth(day: number): string {
  return `2027-03-${String(day).padStart(2, '0')}`;
}

/** Plans a workshop over some days of March 2027, outside any edition. */
async function planned(
  page: Page,
  title: string,
  { days, town, lead = LEAD }: { days: readonly number[]; town: string; lead?: string },
): Promise<string> {
  const persons = await ask(page, 'person.list', {});
  const outcome = await ask(page, 'workshop.plan', {
    id: null,
    revision: null,
    editionId: null,
    moduleId: null,
    title,
    libraryIds: [await libraryIn(page, town)],
    leadTrainerId: persons.find(({ name }) => name === lead)?.id ?? '',
    trainerIds: [],
    venue: {
      name: '',
      town: '',
      address: '',
      room: '',
      equipment: '',
      contact: '',
      access: '',
      meals: '',
      lodging: '',
    },
    days: days.map((day) => ({
      id: null,
      date: inMonth(day),
      start: '09:00',
      end: '16:00',
      value: 1 as const,
    })),
    accepted: [],
  });
  if (outcome.outcome !== 'saved') throw new Error('The plan of the test has warnings');
  return outcome.workshop.id;
}

/** Opens the calendar on March 2027. */
async function openMarch(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: /^Kalendarz/, level: 1 })).toBeVisible();
  await page.keyboard.press('1');
  const march = page.getByRole('heading', { name: 'Kalendarz: Marzec 2027' });
  for (let step = 0; step < 24 && !(await march.isVisible()); step += 1) {
    await page.getByRole('button', { name: 'Następny miesiąc' }).click();
  }
  await expect(march).toBeVisible();
}

/** A workshop's button in any view. */
function bar(page: Page, title: string) {
  return page.getByRole('button', { name: new RegExp(`warsztat.*${title}`) });
}

/** The days of a workshop in the store. */
async function datesOf(page: Page, id: string): Promise<readonly string[]> {
  return (await ask(page, 'workshop.get', { id })).days.map(({ date }) => date);
}

/** Drags a workshop by its first day to another day of the month. */
async function dragTo(page: Page, title: string, day: number): Promise<void> {
  const from = await bar(page, title).boundingBox();
  const to = await page.locator(`[data-date="${inMonth(day)}"]`).boundingBox();
  if (from === null || to === null) throw new Error('Nothing to drag');
  await page.mouse.move(from.x + 30, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 2 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
}

test.use({ beginning: 'programme' });

test.beforeEach(async ({ page }) => {
  await isAtWork(page);
  await addTrainer(page, SECOND);
});

test('month, week, day and list show workshops and holidays, and axe finds nothing', async ({
  page,
}) => {
  await planned(page, 'Diagnoza', { days: [10, 11], town: 'Łapy' });
  await planned(page, 'Wielki Tydzień', { days: [24], town: 'Sopot', lead: SECOND });
  await openMarch(page);
  await expect(bar(page, 'Diagnoza.*środa 10 marca 2027; 2 dni z rzędu')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /niedziela 28 marca 2027, Niedziela Wielkanocna/ }),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // Only what one person leads.
  await page.getByRole('combobox', { name: 'Czyje wydarzenia' }).click();
  await page.getByRole('option', { name: SECOND }).click();
  await expect(bar(page, 'Diagnoza')).toBeHidden();
  await expect(bar(page, 'Wielki Tydzień')).toBeVisible();
  await page.getByRole('combobox', { name: 'Czyje wydarzenia' }).click();
  await page.getByRole('option', { name: 'Wszystkie osoby' }).click();
  const kinds = page.getByRole('group', { name: 'Co widać w kalendarzu' });
  await kinds.getByRole('button', { name: 'Warsztaty' }).click();
  await expect(bar(page, 'Wielki Tydzień')).toBeHidden();
  await kinds.getByRole('button', { name: 'Warsztaty' }).click();

  await page.locator(`[data-day-button="${inMonth(10)}"]`).click();
  for (const [key, heading] of [
    ['2', '8–14 marca 2027'],
    ['3', 'Środa, 10 marca 2027'],
    ['4', '10 marca – 20 kwietnia 2027'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { name: `Kalendarz: ${heading}` })).toBeVisible();
    await expect(bar(page, 'Diagnoza').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
  await bar(page, 'Diagnoza').first().click();
  await expect(page.getByRole('heading', { name: 'Diagnoza', level: 1 })).toBeVisible();
});

test('a workshop is dragged with all its days, and put back', async ({ page }) => {
  const id = await planned(page, 'Diagnoza', { days: [10, 11], town: 'Łapy' });
  await openMarch(page);
  await dragTo(page, 'Diagnoza', 17);
  await expect(page.getByText('Przeniesiono „Diagnoza” na 17–18 marca 2027.')).toBeVisible();
  expect(await datesOf(page, id)).toEqual([inMonth(17), inMonth(18)]);
  await page.getByRole('button', { name: 'Cofnij' }).click();
  await expect.poll(() => datesOf(page, id)).toEqual([inMonth(10), inMonth(11)]);
});

test('moving onto a taken trainer asks for a reason, and changes nothing without one', async ({
  page,
}) => {
  const id = await planned(page, 'Diagnoza', { days: [10, 11], town: 'Łapy' });
  await planned(page, 'Spotkanie w Jaśle', { days: [18], town: 'Jasło' });
  await openMarch(page);
  await dragTo(page, 'Diagnoza', 17);
  const dialog = page.getByRole('dialog', { name: 'Przenieś „Diagnoza”' });
  const sentence = `${LEAD} ma już wtedy warsztat „Spotkanie w Jaśle” (09:00–16:00).`;
  await expect(dialog.getByText(sentence, { exact: true })).toBeVisible();
  await expect(dialog.getByText(/Sprawdzone kalendarze: Anna Wzorcowa, Łapy/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Przenieś mimo to' }).click();
  await expect(dialog.getByText('Napisz jednym zdaniem, dlaczego mimo to.')).toBeVisible();
  expect(await datesOf(page, id)).toEqual([inMonth(10), inMonth(11)]);
  await dialog.getByPlaceholder('Mimo to, bo…').fill('drugi dzień poprowadzi Piotr');
  await dialog.getByRole('button', { name: 'Przenieś mimo to' }).click();
  await expect(dialog).toBeHidden();
  expect(await datesOf(page, id)).toEqual([inMonth(17), inMonth(18)]);
  const { workshop } = await ask(page, 'workshop.get', { id });
  expect(workshop.overriddenConflicts).toMatchObject([
    { kind: 'person-booked', reason: 'drugi dzień poprowadzi Piotr' },
  ]);
});

test('by keys alone: from day to day, into its workshop, moved by a typed date; N plans that day', async ({
  page,
}) => {
  const id = await planned(page, 'Diagnoza', { days: [10, 11], town: 'Łapy' });
  await openMarch(page);
  const { keyboard } = page;
  await page.locator('[data-day-button][tabindex="0"]').focus();
  await keyboard.press('Home');
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-day-button') ?? null);
  for (let step = 0; step < 8 && (await focused()) !== inMonth(8); step += 1) {
    const before = await focused();
    await keyboard.press(String(before) < inMonth(8) ? 'ArrowDown' : 'ArrowUp');
    await expect.poll(focused).not.toBe(before);
  }
  await keyboard.press('ArrowRight');
  await expect.poll(focused).toBe(inMonth(9));
  await keyboard.press('ArrowRight');
  await expect.poll(focused).toBe(inMonth(10));
  await keyboard.press('Enter');
  await expect(bar(page, 'Diagnoza')).toBeFocused();
  await keyboard.press('m');
  const date = page.getByRole('textbox', { name: 'Pierwszy dzień' });
  await expect(date).toBeFocused();
  await date.fill('16.3.2027');
  await keyboard.press('Tab');
  await expect(page.getByText('środa 17 marca 2027, 09:00–16:00')).toBeVisible();
  await page.getByRole('button', { name: 'Przenieś', exact: true }).press('Enter');
  await expect.poll(() => datesOf(page, id)).toEqual([inMonth(16), inMonth(17)]);

  await page.locator(`[data-day-button="${inMonth(23)}"]`).click();
  await keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Data' })).toHaveValue('23.03.2027');
});
