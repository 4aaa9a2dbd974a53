import { mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerFirstRun,
  isAtWork,
  PASSPHRASE,
  putCodeOff,
  settleCode,
  tryPassphrase,
} from './firstRunSteps.ts';
import { answerOpenDialog, expect, launchStrefownik, test } from './fixture.ts';
import { addTrainer, ask, violations } from './workspace.ts';

const TRAINER = 'Jan Zapasowy';

/** A workspace with something to lose, backed up and closed; answers with its recovery code and its backups' folder. */
async function lived(userData: string): Promise<{ code: string; backups: string }> {
  const app = await launchStrefownik({ userData });
  const page = await app.firstWindow();
  await answerFirstRun(page);
  const groups = await settleCode(page);
  await isAtWork(page);
  await addTrainer(page, TRAINER);
  await ask(page, 'backup.make', {});
  const { backupFolder } = await ask(page, 'safety.get', {});
  await app.close();
  return { code: groups.join('-'), backups: backupFolder };
}

/** Turns every bit of the first page of the database around, and takes its log away. */
async function flipFirstPage(workspace: string): Promise<void> {
  const file = await open(join(workspace, 'strefownik.db'), 'r+');
  const page = Buffer.alloc(4096);
  await file.read(page, 0, page.length, 0);
  await file.write(
    page.map((byte) => byte ^ 0xff),
    0,
    page.length,
    0,
  );
  await file.close();
  for (const end of ['-wal', '-shm']) {
    await rm(join(workspace, `strefownik.db${end}`), { force: true });
  }
}

async function isThere(page: Page): Promise<void> {
  const names = (await ask(page, 'person.list', {})).map(({ name }) => name);
  expect(names).toContain(TRAINER);
  expect(await ask(page, 'library.list', {})).toHaveLength(25);
}

test('a damaged database is set aside, and the newest good backup offered and restored', async ({
  userData,
}) => {
  await lived(userData);
  const workspace = join(userData, 'workspace');
  await flipFirstPage(workspace);

  const app = await launchStrefownik({ userData });
  const page = await app.firstWindow();
  await tryPassphrase(page, PASSPHRASE);
  await expect(page.getByText('zostanie odłożony, nie usunięty').first()).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(/25 bibliotek/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Obejrzyj i przywróć…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Przywrócić ten stan?' });
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Hasło do kopii').fill('nie to hasło');
  await dialog.getByRole('button', { name: /^Przywróć stan z/ }).click();
  await expect(dialog.getByText('To nie jest hasło do tych danych.')).toBeVisible();
  await dialog.getByLabel('Hasło do kopii').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: /^Przywróć stan z/ }).click();
  await isAtWork(page);
  await expect(page.getByText('Poprzednie pliki leżą w folderze z danymi')).toBeVisible();
  await isThere(page);
  await app.close();
  const aside = (await readdir(workspace)).filter((name) => name.startsWith('odlozone-'));
  expect(aside).toHaveLength(1);
  expect(await readdir(join(workspace, aside[0] ?? ''))).toContain('strefownik.db');
});

test('without its key file everything comes back by the recovery code', async ({ userData }) => {
  const { code } = await lived(userData);
  await rm(join(userData, 'workspace', 'key.json'));

  const app = await launchStrefownik({ userData });
  const page = await app.firstWindow();
  await expect(page.getByText('Brakuje pliku z kluczem').last()).toBeVisible();
  await page.getByRole('button', { name: 'Obejrzyj i przywróć…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Przywrócić ten stan?' });
  await dialog.getByText('Kod odzyskiwania', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Kod odzyskiwania' }).fill(code.toLowerCase());
  await dialog.getByRole('button', { name: /^Przywróć stan z/ }).click();
  await isAtWork(page);
  await isThere(page);
  await app.close();
});

test('another laptop starts from the backups on a stick', async ({ userData }) => {
  const { backups } = await lived(userData);
  const other = await mkdtemp(join(tmpdir(), 'strefownik-e2e-'));
  const app = await launchStrefownik({ userData: other });
  const page = await app.firstWindow();
  await answerOpenDialog(app, [backups]);
  await page.getByRole('button', { name: /^Odtwórz z kopii zapasowej/ }).click();
  await expect(page.getByText('Na tym komputerze nie ma żadnej kopii.')).toBeVisible();
  await page.getByRole('button', { name: 'Wskaż folder z kopiami…' }).click();
  await expect(page.getByText(`Kopie w folderze ${backups}`)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Obejrzyj i przywróć…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Przywrócić ten stan?' });
  await dialog.getByLabel('Hasło do kopii').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await isAtWork(page);
  await isThere(page);
  await app.close();
  await rm(other, { recursive: true, force: true });
});

test('a workspace without a backup says so, and nothing is lost by looking', async ({
  userData,
}) => {
  const first = await launchStrefownik({ userData });
  const page = await first.firstWindow();
  await answerFirstRun(page);
  await putCodeOff(page);
  await isAtWork(page);
  await first.close();
  await rm(join(userData, 'backups'), { recursive: true, force: true });
  await rm(join(userData, 'workspace', 'strefownik.db'));

  const second = await launchStrefownik({ userData });
  const again = await second.firstWindow();
  await tryPassphrase(again, PASSPHRASE);
  await expect(again.getByText('Brakuje pliku z danymi').last()).toBeVisible();
  await expect(again.getByText('Na tym komputerze nie ma żadnej kopii.')).toBeVisible();
  const stick = join(userData, 'pendrive');
  await mkdir(stick);
  await answerOpenDialog(second, [stick]);
  await again.getByRole('button', { name: 'Wskaż folder z kopiami…' }).click();
  await expect(again.getByText('nie ma kopii Strefownika')).toBeVisible();
  expect(await violations(again)).toEqual([]);
  await second.close();
});
