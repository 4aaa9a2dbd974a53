import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpenDialog, expect, test } from './fixture.ts';
import { addTeam, ask, libraryIn, openProgramme, violations } from './workspace.ts';

const PASSPHRASE = 'cztery mokre rowery';
const NEW_PASSPHRASE = 'siedem suchych sań';

async function openSafety(page: Page): Promise<void> {
  await openProgramme(page, 'Anna Wzorcowa');
  await page.getByRole('button', { name: 'Ustawienia' }).click();
  await expect(page.getByRole('heading', { name: 'Bezpieczeństwo', level: 2 })).toBeVisible();
}

async function makeBackup(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zrób kopię teraz' }).click();
  await expect(page.getByText('Kopia jest zrobiona.')).toBeVisible();
}

test('a backup made now is in the list; a restore shows what it changes and is taken back', async ({
  page,
}) => {
  await openSafety(page);
  await makeBackup(page);
  const list = page.getByRole('radiogroup', { name: 'Kopie zapasowe' });
  await expect(list.getByRole('radio')).toHaveCount(1);
  await expect(list.getByText('sprawdzona', { exact: true })).toBeVisible();

  const library = await libraryIn(page, 'Gołdap');
  const team = async (): Promise<number> =>
    (await ask(page, 'participant.list', { libraryId: library })).length;
  await addTeam(page, library, ['Beata Próbna']);
  expect(await team()).toBe(1);

  await list.getByText('zrobiona ręcznie').click();
  await page.getByRole('button', { name: 'Przywróć…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Przywrócić ten stan?' });
  await expect(dialog.getByRole('row', { name: /Osoby/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Przywróć stan z/ }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(team).toBe(0);

  await page.getByRole('button', { name: 'Cofnij przywrócenie' }).click();
  const question = page.getByRole('dialog', { name: 'Cofnąć przywrócenie?' });
  await question.getByRole('button', { name: 'Cofnij przywrócenie' }).click();
  await expect(page.getByText('Cofnięto przywrócenie.')).toBeVisible();
  await expect.poll(team).toBe(1);
});

test('a second place is chosen, gets the newest copy, and can be forgotten', async ({
  app,
  page,
}) => {
  const stick = await mkdtemp(join(tmpdir(), 'pendrive-'));
  await openSafety(page);
  await makeBackup(page);
  await answerOpenDialog(app, [stick]);
  await page.getByRole('button', { name: 'Wybierz miejsce…' }).click();
  await expect(page.getByText('leży teraz także w drugim miejscu')).toBeVisible();
  await expect(page.getByText(stick)).toBeVisible();
  const places = (await ask(page, 'backup.list', {})).map(({ place }) => place);
  expect(places).toContain('second');

  await page.getByRole('button', { name: 'Zapomnij to miejsce' }).click();
  const question = page.getByRole('dialog', { name: 'Nie kopiować więcej w to miejsce?' });
  await question.getByRole('button', { name: 'Zapomnij to miejsce' }).click();
  await expect(page.getByRole('button', { name: 'Wybierz miejsce…' })).toBeVisible();
  await rm(stick, { recursive: true, force: true });
});

test('the passphrase is changed by keyboard, and only the new one opens the data', async ({
  page,
}) => {
  await openSafety(page);
  await page.getByRole('button', { name: 'Zmień hasło…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Zmiana hasła' });
  await expect(dialog.getByLabel('Obecne hasło')).toBeFocused();
  await page.keyboard.type('nie to hasło');
  await dialog.getByLabel('Nowe hasło', { exact: true }).fill(NEW_PASSPHRASE);
  await dialog.getByLabel('Nowe hasło jeszcze raz').fill(NEW_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('To nie jest hasło tych danych.')).toBeVisible();
  await expect(dialog.getByLabel('Obecne hasło')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Obecne hasło').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Od teraz dane otwiera nowe hasło.')).toBeVisible();

  await page.getByRole('button', { name: 'Zablokuj teraz' }).click();
  await expect(page.getByRole('heading', { name: 'Dane są zamknięte' })).toBeVisible();
  await page.getByLabel('Hasło', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('To nie jest właściwe hasło.')).toBeVisible();
  await page.getByLabel('Hasło', { exact: true }).fill(NEW_PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ustawienia', level: 1 })).toBeVisible();
});

test('the self-test finds a new workspace sound, and „Zgubiony laptop” can be read', async ({
  page,
}) => {
  await openSafety(page);
  await makeBackup(page);
  await page.getByRole('button', { name: 'Sprawdź teraz' }).click();
  const lines = page.getByRole('list', { name: 'Sprawdzenie' }).getByRole('listitem');
  for (const name of ['Baza danych', 'Pliki raportów', 'Kopia zapasowa', 'Szyfrowanie']) {
    await expect(lines.filter({ hasText: name }).first().getByText('dobrze')).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Pokaż dokument' }).click();
  const document = page.getByRole('dialog', { name: 'Zgubiony laptop' });
  await expect(document.getByText('Co zrobić, komu i do kiedy powiedzieć').first()).toBeAttached({
    timeout: 20_000,
  });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dziennik programu…' }).click();
  await expect(page.getByRole('dialog', { name: 'Dziennik programu' })).toContainText(
    'Nie ma nazwisk',
  );
});

test('Dziś says the one most important thing, leads to it, and is quiet for the day when asked', async ({
  page,
}) => {
  await openProgramme(page, 'Anna Wzorcowa');
  const banner = page.getByText('Nie masz jeszcze kodu odzyskiwania');
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: 'Utwórz kod' }).click();
  await expect(page.getByRole('heading', { name: 'Bezpieczeństwo', level: 2 })).toBeInViewport();
  await page.getByRole('button', { name: 'Dziś' }).click();
  await page.getByRole('button', { name: 'Schowaj na dziś' }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
  await expect(banner).toBeHidden();
});
