import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { axeOn } from './workspace.ts';

const UNDONE = 'Cofnięto zmianę: temat z „Plakat” na „Plakat i ulotka”';
const REDONE = 'Ponowiono zmianę: temat z „Plakat” na „Plakat i ulotka”';

/** Opens a new session of a process of the demonstration, by keys. */
async function openSession(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('grid', { name: 'Procesy coachingowe' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('ciesz');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Zapisz sesję' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Tylko dla Ciebie')).toBeVisible();
}

const topicOf = (page: Page) => page.getByRole('textbox', { name: 'Temat sesji' });
const noticesOf = (page: Page) => page.getByRole('region', { name: 'Powiadomienia' });

/** Writes the topic and leaves the field, which saves it; the focus is then in no field. */
async function writeTopic(page: Page, words: string): Promise<void> {
  const topic = topicOf(page);
  await topic.fill(words);
  await topic.blur();
  await expect(page.getByRole('status').filter({ hasText: 'zapisano' }).first()).toBeVisible();
}

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Więcej', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Historia zmian' }).click();
  await expect(page.getByRole('dialog', { name: 'Historia zmian' })).toBeVisible();
}

test.use({ beginning: 'demonstration' });

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
});

test('the last change of a session is undone and redone by keys, and said', async ({ page }) => {
  await openSession(page);
  await writeTopic(page, 'Plakat');
  await writeTopic(page, 'Plakat i ulotka');
  await page.keyboard.press('Control+z');
  await expect(noticesOf(page)).toContainText(UNDONE);
  await expect(topicOf(page)).toHaveValue('Plakat');
  await page.keyboard.press('Control+Shift+z');
  await expect(noticesOf(page)).toContainText(REDONE);
  await expect(topicOf(page)).toHaveValue('Plakat i ulotka');
  // Going away and coming back forgets nothing.
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(topicOf(page)).toHaveValue('Plakat i ulotka');
  await page.keyboard.press('Control+z');
  await expect(topicOf(page)).toHaveValue('Plakat');
});

test('in a text field Ctrl+Z belongs to the field', async ({ page }) => {
  await openSession(page);
  await writeTopic(page, 'Plakat');
  await writeTopic(page, 'Plakat i ulotka');
  await topicOf(page).focus();
  await page.keyboard.press('Control+z');
  // Whatever the field did with it, the record has not been turned back: its next step is still the topic.
  await topicOf(page).blur();
  await openHistory(page);
  const dialog = page.getByRole('dialog', { name: 'Historia zmian' });
  await expect(dialog.getByText('cofnięcie', { exact: true })).toHaveCount(0);
  await expect(noticesOf(page)).not.toContainText('Cofnięto');
});

test('the history shows what was undone, and undoes and redoes in place', async ({ page }) => {
  await openSession(page);
  await writeTopic(page, 'Plakat');
  await writeTopic(page, 'Plakat i ulotka');
  await openHistory(page);
  const dialog = page.getByRole('dialog', { name: 'Historia zmian' });
  const change = dialog
    .getByRole('listitem')
    .filter({ hasText: 'z „Plakat” na „Plakat i ulotka”' });
  await expect(change).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Cofnij ostatnią zmianę' }).click();
  await expect(change.getByText('cofnięta', { exact: true })).toBeVisible();
  await expect(dialog.getByText('cofnięcie', { exact: true })).toBeVisible();
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ponów', exact: true }).click();
  await expect(change.getByText('cofnięta', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  // Escape closed the history and not the session.
  await expect(dialog).toBeHidden();
  await expect(topicOf(page)).toHaveValue('Plakat i ulotka');
});

test('undoing the making of a session leaves its page, and Ponów comes back', async ({ page }) => {
  await openSession(page);
  await page.getByText('Tylko dla Ciebie').click();
  await page.keyboard.press('Control+z');
  await expect(noticesOf(page)).toContainText('Cofnięto dodanie: sesja');
  await expect(page.getByRole('button', { name: 'Zapisz sesję' })).toBeVisible();
  await noticesOf(page)
    .getByRole('listitem')
    .filter({ hasText: 'Cofnięto dodanie: sesja' })
    .getByRole('button', { name: 'Ponów' })
    .click();
  await expect(topicOf(page)).toBeVisible();
});
