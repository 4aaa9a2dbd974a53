import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGallery, type Gallery } from './galleryHarness.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
}, 120_000);
afterAll(() => gallery.close());

/** What axe finds wrong in a part of the page, short enough to read. */
async function violations(page: Page, part: string, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).include(part);
  const { violations: found } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join()).join(' ')}`,
  );
}

const OVERLAYS = '#overlays';

describe.each([
  { look: 'light', rules: undefined },
  // The same page in other colours: only they can be wrong.
  { look: 'dark', rules: ['color-contrast'] },
] as const)('the gallery, $look,', ({ look, rules }) => {
  test('has no violation of accessibility, with anything open', async () => {
    const page = await gallery.open(look);
    const check = (part: string) => violations(page, part, rules && [...rules]);
    expect(await check('html'), 'parts').toEqual([]);

    await page.getByRole('button', { name: 'Otwórz kalendarz' }).click();
    await page.getByRole('button', { name: '12 marca 2027', exact: true }).waitFor();
    expect(await check(OVERLAYS), 'calendar').toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('combobox', { name: 'Biblioteka' }).fill('lapy');
    await page.getByRole('option', { name: 'Łapy' }).waitFor();
    expect(await check(OVERLAYS), 'list').toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Powiadomienie z cofaniem' }).click();
    await page.getByRole('button', { name: 'Powiadomienie o kłopocie' }).click();
    await page.getByRole('button', { name: 'Zapytaj o powód' }).click();
    await page.getByRole('button', { name: 'Zaplanuj mimo to' }).click();
    await page.getByText('Napisz jednym zdaniem').waitFor();
    expect(await check(OVERLAYS), 'question').toEqual([]);
    expect(await check('[aria-label="Powiadomienia"]'), 'toasts').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('radio', { name: 'Tabela' }).check();
    await page.getByRole('grid').press('ArrowDown');
    expect(await check('html'), 'table').toEqual([]);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Skróty klawiszowe' }).waitFor();
    expect(await check(OVERLAYS), 'help').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('Control+k');
    await page.keyboard.type('rap');
    await page.getByRole('option', { name: 'Raporty' }).waitFor();
    expect(await check(OVERLAYS), 'palette').toEqual([]);
  }, 180_000);
});

describe('by keyboard alone', () => {
  test('attendance of a day is a key a person', async () => {
    const page = await gallery.open('light');
    await page.getByRole('button', { name: /^Anna Żak, sob/ }).focus();
    for (const key of ['o', 'o', 'n', 'u', 'Space']) await page.keyboard.press(key);
    const marks = page.locator('[data-place$="-1"]');
    const first = await marks.evaluateAll((cells) =>
      cells.slice(0, 6).map((cell) => cell.getAttribute('data-mark')),
    );
    expect(first).toEqual(['present', 'present', 'absent', 'excused', 'present', 'unchecked']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    expect(await marks.nth(3).getAttribute('data-mark')).toBe('unchecked');
  }, 30_000);

  test('a table of six thousand rows is walked, sorted and opened', async () => {
    const page = await gallery.open('light');
    await page.getByRole('radio', { name: 'Tabela' }).check();
    const table = page.getByRole('grid');
    await table.press('End');
    await expect.poll(() => table.getAttribute('aria-activedescendant')).toMatch(/5999$/);
    expect(await page.locator('[role="row"][aria-selected="true"]').textContent()).toContain(
      'Wołomin',
    );
    expect(await table.getByRole('row').count()).toBeLessThan(60);
    await table.press('Enter');
    await page.getByText('Otwarto: Wołomin').waitFor();
    await page.getByRole('button', { name: 'Miejscowość' }).press('Enter');
    await table.press('Home');
    expect(await page.locator('[role="row"][aria-rowindex="2"]').textContent()).toContain(
      'Wołomin',
    );
  }, 30_000);

  test('places, back and forward are a key or two away', async () => {
    const page = await gallery.open('light');
    const title = (): Promise<string> => page.title();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect.poll(title).toBe('Raporty – Strefownik');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('bibl');
    await page.keyboard.press('Enter');
    await expect.poll(title).toBe('Biblioteki – Strefownik');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(title).toBe('Raporty – Strefownik');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(title).toBe('Biblioteki – Strefownik');
  }, 30_000);
});

test('typed dates and times are understood, and what is not stays on the screen', async () => {
  const page = await gallery.open('light');
  const date = page.getByRole('textbox', { name: 'Data' });
  await date.fill('12.5.28');
  await date.press('Tab');
  expect(await date.inputValue()).toBe('12.05.2028');
  await date.fill('31.2.2027');
  await date.press('Enter');
  await page.getByText('Takiego dnia nie ma w kalendarzu.').waitFor();
  expect(await date.inputValue()).toBe('31.2.2027');
  const time = page.getByRole('textbox', { name: 'Od' });
  await time.fill('930');
  await time.press('ArrowUp');
  expect(await time.inputValue()).toBe('09:45');
}, 30_000);

test('a form says what becomes of its words', async () => {
  const page = await gallery.open('light');
  const place = page.getByRole('textbox', { name: 'Miejsce' });
  await place.fill('');
  await page.getByText('niezapisane: wpisz miejsce').waitFor();
  await place.fill('Sala na parterze');
  const saved = page.getByText(/^zapisano \d\d:\d\d$/);
  await expect.poll(() => saved.count(), { timeout: 10_000 }).toBe(2);
}, 30_000);

test('nothing went against the content policy or failed on the way', () => {
  expect(gallery.problems).toEqual([]);
});

test('the first script is small enough', async () => {
  expect(await gallery.initialScript()).toBeLessThan(250 * 1024);
});
