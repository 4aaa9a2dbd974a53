import type { Album } from './album.ts';
import { expect, goByKeys, settle, type Hand } from './hand.ts';
import { coaching, dates, me, teams, typedDate } from './story.ts';

const [{ town, typed, members }] = teams;

/** A coaching process with its agreement: what FRSI may see, field by field. */
export async function openProcess(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'c', 'Coaching');
  await album.picture('coaching-pusty');
  await hand.minute('Proces coachingowy z kontraktem', async () => {
    await hand.press('n');
    await expect(page.getByRole('heading', { name: 'Nowy proces coachingowy' })).toBeVisible();
    await hand.choose(page.getByRole('combobox', { name: 'Biblioteka' }), typed, town);
    for (const { name } of members) await expect(page.getByLabel(name).first()).toBeChecked();
    await hand.type(
      page.getByRole('textbox', { name: 'Początek procesu' }),
      typedDate(dates.processSince),
    );
    await hand.type(
      page.getByRole('textbox', { name: 'Data umowy' }),
      typedDate(dates.processSince),
    );
    await hand.tick(page.getByRole('switch', { name: 'Cele', exact: true }));
    await hand.tick(page.getByRole('switch', { name: 'Oceny celów' }));
    await hand.aside(() => album.picture('nowy-proces'));
    await hand.click(page.getByRole('button', { name: 'Rozpocznij proces' }));
    await expect(page.getByText(`prowadzi ${me.name}`)).toBeVisible();
  });
}

async function startSession(hand: Hand, heading: RegExp | string): Promise<void> {
  await settle(hand.page);
  await hand.press('n');
  await expect(hand.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function addGoal(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.click(page.getByRole('button', { name: 'Nowy cel' }).first());
  const dialog = page.getByRole('dialog', { name: 'Nowy cel' });
  await hand.type(dialog.getByLabel('Cel', { exact: true }), coaching.goal);
  await hand.type(dialog.getByLabel('Po czym poznacie, że się udało'), coaching.measure);
  await hand.click(dialog.getByRole('button', { name: 'Gotowe' }));
  await expect(page.getByRole('heading', { level: 3, name: coaching.goal })).toBeVisible();
}

async function score(hand: Hand, value: number): Promise<void> {
  const scores = hand.page.getByRole('radiogroup', { name: `Ocena: ${coaching.goal}` });
  await hand.tick(scores.getByRole('radio', { name: String(value), exact: true }));
}

async function addResource(
  hand: Hand,
  direction: 'Ma' | 'Szuka',
  { kind, name }: { readonly kind: string; readonly name: string },
): Promise<void> {
  const { page } = hand;
  const directions = page.getByRole('group', { name: 'Ma czy szuka' });
  await hand.tick(directions.getByRole('radio', { name: direction, exact: true }));
  await hand.choose(page.getByRole('combobox', { name: 'Rodzaj zasobu' }), '', kind);
  await hand.type(page.getByLabel('Zasób', { exact: true }), name);
  await hand.press('Enter');
  await expect(page.getByRole('button', { name: `Usuń zasób: ${name}` })).toBeVisible();
}

async function addStep(hand: Hand, what: string, who: string, until: string): Promise<void> {
  const { page } = hand;
  const line = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Dodaj krok (Enter)' }) });
  await hand.type(line.getByLabel('Co', { exact: true }), what);
  await hand.type(line.getByLabel('Kto', { exact: true }), who);
  await hand.type(line.getByRole('textbox', { name: 'Do kiedy' }), typedDate(until));
  await hand.press('Enter');
  await expect(page.getByRole('button', { name: `Usuń krok: ${what}` })).toBeVisible();
}

async function writeWords(hand: Hand, notes: string): Promise<void> {
  const { page } = hand;
  await hand.type(page.getByLabel('Temat sesji'), coaching.topic);
  await hand.type(page.getByLabel('Notatki do raportu'), notes);
  await hand.press('Tab');
}

/** The first session: goal and score, resources, steps, notes for the report and the private one. */
export async function firstSession(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Pierwsza sesja coachingowa', async () => {
    await startSession(hand, /^Sesja/);
    const date = page.getByRole('textbox', { name: 'Data', exact: true }).first();
    await hand.type(date, typedDate(dates.firstSession));
    await hand.type(page.getByRole('textbox', { name: 'Godzina' }), '10');
    await addGoal(hand);
    await score(hand, 3);
    await addResource(hand, 'Ma', coaching.have);
    await addResource(hand, 'Szuka', coaching.seek);
    for (const { what, who } of coaching.steps) await addStep(hand, what, who, dates.steps);
    await writeWords(hand, coaching.notes);
    await hand.type(page.getByLabel('Notatka prywatna'), coaching.privateNote);
    await page.getByLabel('Notatka prywatna').blur();
    await expect(page.getByText(/^zapisano \d/)).toHaveCount(2);
  });
  await album.picture('pierwsza-sesja');
}

/** The second session: what was agreed last time is there to tick off. */
export async function secondSession(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  const back = page.getByRole('button', { name: new RegExp(`^Coaching zespołu, ${town}`) });
  await hand.click(back.first());
  await expect(page.getByText(`prowadzi ${me.name}`)).toBeVisible();
  await expect(page.getByText('Do zrobienia')).toBeVisible();
  await album.picture('proces');
  await hand.minute('Druga sesja: odhaczenie kroków', async () => {
    await startSession(hand, 'Sesja nr 2');
    await expect(page.getByRole('heading', { name: /Ustalone wcześniej/ })).toBeVisible();
    for (const { what } of coaching.steps)
      await expect(page.getByRole('radiogroup', { name: what })).toBeVisible();
    for (const { what } of coaching.steps) {
      const answers = page.getByRole('radiogroup', { name: what });
      await hand.tick(answers.getByRole('radio', { name: 'zrobione' }));
    }
    await score(hand, 5);
    await addStep(hand, coaching.nextStep, 'Rafał Kładka', dates.homeSteps);
    await writeWords(hand, coaching.secondNotes);
    await hand.click(page.getByRole('button', { name: 'za 3 tygodnie' }));
    await hand.click(page.getByRole('button', { name: 'Dodaj do kalendarza' }));
    await expect(page.getByText('Jest w kalendarzu.')).toBeVisible();
    await expect(page.getByText(/^zapisano \d/).first()).toBeVisible();
  });
  await album.picture('druga-sesja', { wide: true });
}

/** "Co zobaczy FRSI": the real PDF beside the session, without what the agreement keeps and the private note. */
export async function preview(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.click(page.getByRole('button', { name: 'Co zobaczy FRSI' }));
  const panel = page.getByRole('complementary', { name: 'Co zobaczy FRSI' });
  await expect(panel.locator('canvas').first()).toBeVisible();
  await expect(panel).toContainText(coaching.secondNotes);
  for (const kept of [coaching.topic, coaching.have.name, coaching.privateNote])
    await expect(panel).not.toContainText(kept);
  await album.picture('co-zobaczy-frsi');
}
