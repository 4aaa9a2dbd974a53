import type { Page } from '@playwright/test';
import { expect, launchStrefownik, test } from './fixture.ts';
import { call, exitCode, watchPolicy } from './steps.ts';
import { axeOn } from './workspace.ts';

/** What axe finds on the screen as it is now, by rule. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await axeOn(page).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** The value of an answered call. */
async function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  const envelope = await call(page, name, input);
  expect(envelope).toMatchObject({ ok: true });
  return Reflect.get(Object(envelope), 'value');
}

/** Opens a process of the demonstration from the list, by keys alone. */
async function openProcess(page: Page, words: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('grid', { name: 'Procesy coachingowe' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Zapisz sesję' })).toBeVisible();
}

/** Opens a new session by N, and answers with its id. */
async function openSession(page: Page): Promise<string> {
  await page.keyboard.press('n');
  await expect(page.getByText('Tylko dla Ciebie')).toBeVisible();
  const id = await page.evaluate((): unknown => {
    const state: unknown = history.state;
    return Reflect.get(Object(Reflect.get(Object(state), 'route')), 'sessionId');
  });
  if (typeof id !== 'string') throw new Error('no session is open');
  return id;
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: 'zapisano' }).first()).toBeVisible();
}

test.use({ beginning: 'demonstration' });

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
});

test('a whole session is recorded by keyboard alone', async ({ page }) => {
  await openProcess(page, 'ciesz');
  const id = await openSession(page);
  const { keyboard } = page;
  // The jump from part to part works inside fields too.
  const next = async (): Promise<void> => keyboard.press('Control+Enter');

  await next();
  await expect(page.getByLabel('Data').first()).toBeFocused();
  await next();
  await keyboard.press('z');
  await keyboard.press('x');
  await expect(page.locator('[data-step][data-state="done"]')).toHaveCount(1);
  await expect(page.locator('[data-step][data-state="dropped"]')).toHaveCount(1);
  await next();
  await keyboard.press('8');
  await keyboard.press('Tab');
  await keyboard.type('Dwie organizacje już podpisały');
  await next();
  await expect(page.getByRole('radio', { name: 'Ma', exact: true })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('Emerytowany geodeta');
  await keyboard.press('Enter');
  await expect(page.getByText('Emerytowany geodeta')).toBeVisible();
  await next();
  await keyboard.type('Zadzwonić do geodety');
  await keyboard.press('Tab');
  await keyboard.type('marzena jagoda');
  await keyboard.press('Tab');
  await keyboard.type('jutro');
  await keyboard.press('Enter');
  await expect(page.getByText('Zadzwonić do geodety')).toBeVisible();
  await expect(page.getByLabel('Co', { exact: true })).toBeFocused();
  await next();
  await keyboard.type('Rozmowy z partnerami');
  await keyboard.press('Tab');
  await keyboard.type('Zespół ma już dwa podpisane porozumienia.');
  await next();
  await keyboard.type('15.12');
  await next();
  await keyboard.type('Marzena bierze za dużo na siebie.');
  await keyboard.press('Tab');
  await saved(page);

  await expect
    .poll(() => ask(page, 'privateNote.get', { sessionId: id }))
    .toMatchObject({
      body: 'Marzena bierze za dużo na siebie.',
    });
  expect(await ask(page, 'session.get', { id })).toMatchObject({
    session: {
      topic: 'Rozmowy z partnerami',
      reportNotes: 'Zespół ma już dwa podpisane porozumienia.',
      state: 'held',
      nextSessionOn: expect.stringMatching(/-12-15$/),
    },
    earlierSteps: expect.arrayContaining([
      expect.objectContaining({ state: 'done', closedInSessionId: id }),
      expect.objectContaining({ state: 'dropped', closedInSessionId: id }),
    ]),
    goals: expect.arrayContaining([
      expect.objectContaining({
        scores: expect.arrayContaining([
          expect.objectContaining({
            sessionId: id,
            value: 8,
            note: 'Dwie organizacje już podpisały',
          }),
        ]),
      }),
    ]),
    resources: expect.arrayContaining([
      expect.objectContaining({ name: 'Emerytowany geodeta', direction: 'have', sessionId: id }),
    ]),
    steps: [expect.objectContaining({ what: 'Zadzwonić do geodety', who: 'Marzena Jagoda' })],
  });
});

test('what FRSI will see is the real PDF, without the private note, and axe finds nothing', async ({
  page,
}) => {
  const breaches = await watchPolicy(page);
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
  await openProcess(page, 'ciesz');
  expect(await violations(page)).toEqual([]);
  await openSession(page);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Temat sesji').fill('Rozmowy z partnerami');
  await page.getByLabel('Notatka prywatna').fill('Sekretne spostrzeżenie');
  await page.keyboard.press('Tab');
  await saved(page);

  await page.getByRole('button', { name: 'Co zobaczy FRSI' }).click();
  const preview = page.getByRole('complementary', { name: 'Co zobaczy FRSI' });
  await expect(preview.locator('canvas').first()).toBeVisible();
  await expect(preview.getByText('Rozmowy z partnerami').first()).toBeAttached();
  await expect(preview.getByText('Sekretne')).toHaveCount(0);
  await expect(page.getByLabel('Notatka prywatna')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  // The panel follows what is written beside it.
  await page.getByLabel('Temat sesji').fill('Podział ról');
  await page.keyboard.press('Tab');
  await expect(preview.getByText('Podział ról').first()).toBeAttached();
  expect(await breaches()).toEqual([]);
});

test('words typed a moment before a kill are there at the next start', async ({
  app,
  page,
  userData,
}) => {
  await openProcess(page, 'ciesz');
  const id = await openSession(page);
  const engagementId = await page.evaluate((): unknown =>
    Reflect.get(Object(Reflect.get(Object(history.state), 'route')), 'engagementId'),
  );
  await page.getByLabel('Notatka prywatna').fill('Pamiętać o urlopie Marzeny');
  await page.getByLabel('Notatki do raportu').fill('Zespół podzielił się zadaniami');
  await page.getByLabel('Co', { exact: true }).fill('Napisać do starostwa');
  await page.waitForTimeout(900);
  const ended = exitCode(app);
  app.process().kill('SIGKILL');
  await ended;

  const again = await launchStrefownik({ userData });
  try {
    const second = await again.firstWindow();
    await expect(second.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
    await second.evaluate(
      ([engagement, session]) => {
        const route = { place: 'coaching', engagementId: engagement, sessionId: session };
        history.pushState({ route, index: 1, last: 1 }, '');
        history.pushState({ route, index: 2, last: 2 }, '');
        history.back();
      },
      [engagementId, id] as const,
    );
    await expect(second.getByLabel('Notatka prywatna')).toHaveValue('Pamiętać o urlopie Marzeny');
    await expect(second.getByLabel('Notatki do raportu')).toHaveValue(
      'Zespół podzielił się zadaniami',
    );
    await expect(second.getByLabel('Co', { exact: true })).toHaveValue('Napisać do starostwa');
  } finally {
    await again.close();
  }
});

test('a process opens with its agreement, and the agreement decides what FRSI sees', async ({
  page,
}) => {
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('grid', { name: 'Procesy coachingowe' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Biblioteka' })).toBeFocused();
  await page.keyboard.type('lapy');
  await page.getByRole('option', { name: /Łapy/ }).click();
  await page.getByText('Indywidualny', { exact: true }).click();
  await page.getByRole('button', { name: 'Rozpocznij proces' }).click();
  await expect(page.getByRole('alert')).toContainText('Zaznacz, kto bierze udział.');

  const people = page.getByRole('group', { name: 'Z kim pracujesz' });
  await people.getByRole('radio').first().check();
  await page.getByRole('switch', { name: 'Oceny celów' }).check();
  await expect(page.getByRole('switch', { name: 'Cele', exact: true })).toBeChecked();
  await page.getByRole('switch', { name: 'Obecność' }).uncheck();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rozpocznij proces' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /Łapy/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Kontrakt' })).toBeVisible();
  const engagements = await ask(page, 'engagement.list', {});
  const made = Array.isArray(engagements)
    ? engagements.find((one: unknown) => Reflect.get(Object(one), 'heldSessions') === 0)
    : undefined;
  expect(await ask(page, 'engagement.get', { id: Reflect.get(Object(made), 'id') })).toMatchObject({
    engagement: { form: 'individual' },
    agreement: { shared: ['parties', 'goals', 'goalScores', 'reportNotes', 'nextSession'] },
  });
});

test('a process without an agreement says so everywhere, and the report waits for it', async ({
  page,
}) => {
  const engagements = await ask(page, 'engagement.list', {});
  const bare = Array.isArray(engagements)
    ? engagements.find((one: unknown) => Reflect.get(Object(one), 'hasAgreement') === false)
    : undefined;
  await openProcess(page, String(Reflect.get(Object(bare), 'libraryTown')));
  await expect(page.getByText('Ten proces nie ma kontraktu')).toBeVisible();
  await page
    .getByRole('button', { name: /raport do zamknięcia/ })
    .first()
    .click();
  await expect(page.getByText('Ten proces nie ma kontraktu')).toBeVisible();
  await page.getByRole('button', { name: 'Do raportu' }).click();
  await expect(page.getByText('Brakuje kontraktu')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zamknij raport' })).toBeDisabled();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Przejdź do kontraktu' }).click();
  await page.getByRole('button', { name: 'Zapisz kontrakt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kontrakt' });
  await expect(dialog).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Zapisz kontrakt' }).click();
  await expect(page.getByText('Kontrakt zapisany')).toBeVisible();
  await expect(page.getByText('Ten proces nie ma kontraktu')).toHaveCount(0);
});

test('goals measured by five sentences are scored by them', async ({ page }) => {
  await openProcess(page, 'ciesz');
  await page.getByRole('button', { name: 'Nowy cel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nowy cel' });
  await dialog.getByLabel('Cel', { exact: true }).fill('Klub młodych');
  await dialog.getByText('Pięć zdań (GAS)').click();
  const levels = dialog.getByRole('group', { name: 'Pięć zdań' }).getByRole('textbox');
  const sentences = ['nikt', 'trzy osoby', 'sześć osób', 'dziesięć osób', 'klub działa sam'];
  await levels.first().fill('nikt');
  await expect(dialog.getByText('napisz wszystkie pięć zdań')).toBeVisible();
  for (const [index, sentence] of sentences.entries()) await levels.nth(index).fill(sentence);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Gotowe' }).click();
  await expect(dialog).toBeHidden();

  const id = await openSession(page);
  const scores = page.getByRole('radiogroup', { name: 'Ocena: Klub młodych' });
  await scores.getByRole('radio').first().focus();
  await page.keyboard.press('-');
  await page.keyboard.press('1');
  await expect(scores.getByRole('radio', { name: '−1 trzy osoby' })).toBeChecked();
  await saved(page);
  expect(await ask(page, 'session.get', { id })).toMatchObject({
    goals: expect.arrayContaining([
      expect.objectContaining({
        scores: [expect.objectContaining({ sessionId: id, value: -1 })],
      }),
    ]),
  });
});
