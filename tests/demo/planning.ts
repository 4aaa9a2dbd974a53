import type { Locator } from '@playwright/test';
import type { Album } from './album.ts';
import { expect, goByKeys, settle, type Hand } from './hand.ts';
import { dates, me, secondTrainer, teams, typedDate } from './story.ts';

const HELD = 'Diagnoza';
const CLASHING = 'Interpersonalny';
const MOVE_REASON = 'Zespół poprosił o ten dzień.';
const REASON = 'Powtarzamy moduł w nowej turze, FRSI o tym wie.';

async function openNewWorkshop(hand: Hand): Promise<void> {
  await goByKeys(hand, 'w', 'Warsztaty');
  await hand.press('n');
  await expect(hand.page.getByRole('heading', { level: 1, name: 'Nowy warsztat' })).toBeVisible();
}

async function typeDay(hand: Hand, day: Locator, date: string): Promise<void> {
  await hand.type(day.getByRole('textbox', { name: /^Data/ }), typedDate(date));
  await hand.press('Tab');
}

/** Answers every warning with one reason, and checks that the form sees them answered. */
async function giveReasons(hand: Hand, reason: string): Promise<void> {
  const { page } = hand;
  const shared = page.getByLabel('Jeden powód dla wszystkich ostrzeżeń');
  const single = page.getByRole('textbox', { name: /^Mimo to, bo/ });
  await hand.type((await shared.isVisible()) ? shared : single.first(), reason);
  await expect(page.getByText(/jest powód|każde ma powód/)).toBeVisible();
}

/** A two-day Diagnoza for three libraries, with a lead and a second trainer. */
export async function planWorkshop(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Zaplanowanie dwudniowego warsztatu', async () => {
    await openNewWorkshop(hand);
    await hand.choose(page.getByRole('combobox', { name: 'Moduł' }), 'diag', HELD);
    await hand.choose(page.getByRole('combobox', { name: 'Edycja' }), '', 'Faza zasadnicza');
    for (const { typed, town } of teams)
      await hand.choose(page.getByRole('combobox', { name: 'Biblioteki' }), typed, town);
    await hand.press('Escape');
    await hand.choose(page.getByRole('combobox', { name: 'Prowadzą też' }), 'marek', secondTrainer);
    await hand.press('Escape');
    await typeDay(hand, page.getByRole('group', { name: 'Dzień 1' }), dates.workshop[0]);
    await hand.click(page.getByRole('button', { name: 'Dodaj następny dzień' }));
    await typeDay(hand, page.getByRole('group', { name: 'Dzień 2' }), dates.workshop[1]);
    await hand.click(page.getByRole('button', { name: `W bibliotece: ${teams[0].town}` }));
    await expect(page.getByText(/czeka(ją)? na powód/)).toBeVisible();
    await expect(page.getByText(/Poza terminem warsztatów tej edycji/).first()).toBeVisible();
    await giveReasons(hand, REASON);
    await hand.aside(() => album.picture('nowy-warsztat'));
    await hand.click(page.getByRole('button', { name: 'Zaplanuj warsztat' }));
    await expect(page.getByRole('heading', { level: 1, name: HELD })).toBeVisible();
  });
  for (const { town } of teams)
    await expect(page.getByRole('button', { name: town, exact: true })).toBeVisible();
}

/** A second workshop on the same day: the trainers are taken, and the form says so. */
export async function planClash(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Warsztat, który koliduje, z powodem', async () => {
    await openNewWorkshop(hand);
    await hand.choose(page.getByRole('combobox', { name: 'Moduł' }), 'inter', CLASHING);
    await hand.choose(page.getByRole('combobox', { name: 'Biblioteki' }), 'slupsk', 'Słupsk');
    await hand.press('Escape');
    await hand.choose(page.getByRole('combobox', { name: 'Prowadzą też' }), 'marek', secondTrainer);
    await hand.press('Escape');
    await typeDay(hand, page.getByRole('group', { name: 'Dzień 1' }), dates.workshop[0]);
    for (const name of [me.name, secondTrainer])
      await expect(
        page.getByText(new RegExp(`^${name} ma już wtedy warsztat „${HELD}”`)),
      ).toBeVisible();
    await hand.press('Control+Enter');
    await expect(page.getByText('Napisz jednym zdaniem, dlaczego mimo to.').first()).toBeVisible();
    await hand.aside(() => album.picture('kolizja-terminow'));
    await giveReasons(hand, 'Termin jest tymczasowy, zaraz go przeniosę.');
    await hand.click(page.getByRole('button', { name: 'Zaplanuj warsztat' }));
    await expect(page.getByRole('heading', { level: 1, name: CLASHING })).toBeVisible();
  });
}

/** Steps back in the calendar until something is in sight: the last working days may lie in another month. */
async function stepBackTo(hand: Hand, target: Locator): Promise<void> {
  await settle(hand.page);
  await hand.press('t');
  for (let step = 0; step < 3; step += 1) {
    const found = await target
      .first()
      .waitFor({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
    if (found) return;
    await hand.press('PageUp');
  }
  await expect(target.first()).toBeVisible();
}

async function chooseView(hand: Hand, label: string): Promise<void> {
  const views = hand.page.getByRole('group', { name: 'Widok kalendarza' });
  await hand.click(views.getByText(label, { exact: true }));
}

/** The workshop in the calendar: as a month, a week and a list; the clashing one is moved by a key. */
export async function calendar(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  const held = page.getByRole('button', { name: new RegExp(`^warsztat:.*${HELD}`) });
  const clashing = page.getByRole('button', { name: new RegExp(`^warsztat:.*${CLASHING}`) });
  await goByKeys(hand, 'k', 'Kalendarz');
  await chooseView(hand, 'Miesiąc');
  await stepBackTo(hand, held);
  await expect(clashing.first()).toHaveAccessibleName(/mimo ostrzeżenia/);
  await album.picture('kalendarz-miesiac', { wide: true });

  await hand.minute('Przeniesienie warsztatu w kalendarzu', async () => {
    await clashing.first().focus();
    await hand.press('m');
    const dialog = page.getByRole('dialog');
    await hand.type(dialog.getByLabel('Pierwszy dzień'), typedDate(dates.movedTo));
    await hand.press('Tab');
    await hand.aside(() => album.picture('przeniesienie'));
    await hand.click(dialog.getByRole('button', { name: 'Przenieś', exact: true }).last());
    const done = page.getByText(`Przeniesiono „${CLASHING}” na`);
    const anyway = dialog.getByRole('button', { name: 'Przenieś mimo to' });
    await expect(done.or(anyway).first()).toBeVisible();
    if (await anyway.isVisible()) {
      // The day may be a holiday, whenever this is run.
      await hand.type(dialog.getByRole('textbox', { name: /^Mimo to, bo/ }).first(), MOVE_REASON);
      await hand.click(anyway);
    }
    await expect(done).toBeVisible();
  });

  await chooseView(hand, 'Tydzień');
  await stepBackTo(hand, held);
  await album.picture('kalendarz-tydzien');
  await chooseView(hand, 'Lista');
  await stepBackTo(hand, page.getByText(HELD).first());
  await album.picture('kalendarz-lista');
  await chooseView(hand, 'Miesiąc');
}

/** Where the moved workshop is now, without the warning that it had. */
export async function checkMoved(hand: Hand): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'w', 'Warsztaty');
  const row = page.getByRole('row', { name: new RegExp(CLASHING) });
  await expect(row).toContainText(String(Number(dates.movedTo.slice(8))));
  await expect(page.getByRole('row', { name: new RegExp(HELD) })).toContainText(
    String(Number(dates.workshop[0].slice(8))),
  );
}
