import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  answerFirstRun,
  askedGroups,
  isAtWork,
  lock,
  PASSPHRASE,
  putCodeOff,
  readGroups,
  settleCode,
  tryPassphrase,
} from './firstRunSteps.ts';
import { answerSaveDialog, expect, test } from './fixture.ts';
import { ask, violations } from './workspace.ts';

test('the first run ends with a recovery code that is kept and partly retyped', async ({
  app,
  page,
  userData,
}) => {
  await answerFirstRun(page);
  expect(await violations(page)).toEqual([]);
  const groups = await readGroups(page);
  const sheet = join(userData, 'kod.pdf');
  await answerSaveDialog(app, sheet);
  await page.getByRole('button', { name: 'Zapisz PDF…' }).click();
  await expect(page.getByText(`Zapisano: ${sheet}`)).toBeVisible();
  expect((await readFile(sheet)).subarray(0, 5).toString()).toBe('%PDF-');

  const asked = await askedGroups(page);
  expect(asked.length).toBeGreaterThan(1);
  expect(await page.content()).not.toContain(groups[0]);
  const [first, ...others] = asked;
  if (first === undefined) throw new Error('No group is asked for');
  await first.field.fill('WRNG');
  for (const { number, field } of others) await field.fill(groups[number - 1] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`To nie jest grupa ${first.number}.`)).toBeVisible();
  await expect(first.field).toBeFocused();
  expect(await violations(page)).toEqual([]);
  const right = groups[first.number - 1] ?? '';
  await first.field.fill(` ${right.slice(0, 2).toLowerCase()}-${right.slice(2).toLowerCase()} `);
  await page.keyboard.press('Enter');
  await isAtWork(page);
  expect(await page.content()).not.toContain(groups[1]);
  expect((await ask(page, 'safety.get', {})).recovery).toMatchObject({ exists: true });
});

test('a forgotten passphrase is replaced by the recovery code, and opens nothing any more', async ({
  page,
}) => {
  const next = 'siedem suchych kajaków';
  await answerFirstRun(page);
  const groups = await settleCode(page);
  await isAtWork(page);
  await lock(page);
  await page.getByRole('button', { name: 'Nie pamiętam hasła' }).click();
  expect(await violations(page)).toEqual([]);
  const code = page.getByLabel('Kod odzyskiwania');
  await code.fill(groups.join(' ').toLowerCase().slice(0, 9));
  await expect(page.getByText('Wpisano 8 z 28 znaków.')).toBeVisible();
  const mistyped = groups.with(0, groups[0] === 'AAAA' ? 'BBBB' : 'AAAA');
  await code.fill(mistyped.join(''));
  await page.getByLabel('Nowe hasło', { exact: true }).fill(next);
  await page.getByLabel('Nowe hasło jeszcze raz').fill(next);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ten kod jest przepisany z błędem.')).toBeVisible();
  await code.fill(groups.join(' ').toLowerCase());
  await page.getByRole('button', { name: 'Ustaw nowe hasło i otwórz' }).click();
  await expect(page.getByRole('heading', { name: 'Ustawienia', level: 1 })).toBeVisible();

  await lock(page);
  await tryPassphrase(page, PASSPHRASE);
  await expect(page.getByText('To nie jest właściwe hasło.')).toBeVisible();
  await tryPassphrase(page, next);
  await expect(page.getByRole('heading', { name: 'Ustawienia', level: 1 })).toBeVisible();
});

test('the code can be put off, and then a forgotten passphrase is told honestly', async ({
  page,
}) => {
  await answerFirstRun(page);
  await putCodeOff(page);
  await isAtWork(page);
  expect((await ask(page, 'safety.get', {})).recovery).toMatchObject({ exists: false });
  await lock(page);
  await page.getByRole('button', { name: 'Nie pamiętam hasła' }).click();
  await expect(page.getByText('Te dane nie mają kodu odzyskiwania')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Wróć do hasła' }).click();
  await tryPassphrase(page, PASSPHRASE);
  await expect(page.getByRole('heading', { name: 'Ustawienia', level: 1 })).toBeVisible();
});

test('a reload while the code is shown simply enters the work', async ({ page }) => {
  await answerFirstRun(page);
  await page.reload();
  await isAtWork(page);
});
