import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** The passphrase of the workspaces that these steps make. */
export const PASSPHRASE = 'cztery mokre rowery';

/** Answers the first run with the programme's data; ends at the recovery code. */
export async function answerFirstRun(page: Page): Promise<void> {
  await page.getByLabel('Imię i nazwisko').fill('Anna Wzorcowa');
  await page.getByLabel('Hasło', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Hasło jeszcze raz').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kod odzyskiwania', level: 1 })).toBeVisible();
}

/** The first page of the work. */
export async function isAtWork(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
}

/** The groups of the recovery code as they stand on the screen. */
export async function readGroups(page: Page): Promise<string[]> {
  const items = page.getByRole('list', { name: 'Kod odzyskiwania' }).getByRole('listitem');
  await expect(items).toHaveCount(7);
  return (await items.allInnerTexts()).map((words) => words.split(/\s+/).at(-1) ?? '');
}

/** Goes on to retyping and gives the fields that ask, each with the number of its group. */
export async function askedGroups(page: Page) {
  await page.getByRole('button', { name: 'Mam kod, dalej' }).click();
  const fields = page.getByLabel(/^Grupa \d$/);
  await expect(fields.first()).toBeVisible();
  const labels = await page.getByText(/^Grupa \d$/).allInnerTexts();
  return labels.map((label) => ({
    number: Number(label.replace('Grupa ', '')),
    field: page.getByLabel(label, { exact: true }),
  }));
}

/** Settles the recovery code as asked; answers with its groups. */
export async function settleCode(page: Page): Promise<string[]> {
  const groups = await readGroups(page);
  for (const { number, field } of await askedGroups(page)) {
    await field.fill(groups[number - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Sprawdź i zakończ' }).click();
  return groups;
}

/** Puts the recovery code off, knowing what that means. */
export async function putCodeOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zrobię to później' }).click();
  const question = page.getByRole('dialog', { name: 'Odłożyć kod na później?' });
  await expect(question).toContainText('utratę wszystkich danych');
  await question.getByRole('button', { name: 'Odłóż na później' }).click();
}

/** Locks the workspace by hand. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ustawienia' }).click();
  await page.getByRole('button', { name: 'Zablokuj teraz' }).click();
  await expect(page.getByRole('heading', { name: 'Dane są zamknięte' })).toBeVisible();
}

/** Types a passphrase into the unlock page. */
export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Hasło', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}
