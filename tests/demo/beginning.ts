import type { Album } from './album.ts';
import { expect, goByKeys, settle, type Hand } from './hand.ts';
import { dates, me, recipient, secondTrainer, teams, typedDate, type Team } from './story.ts';

/** The recovery code copied from the screen by hand, and the groups that are asked for retyped. */
async function recoveryCode(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await expect(page.getByRole('heading', { name: 'Kod odzyskiwania', level: 1 })).toBeVisible();
  const items = page.getByRole('list', { name: 'Kod odzyskiwania' }).getByRole('listitem');
  await expect(items).toHaveCount(7);
  await hand.aside(() => album.picture('kod-odzyskiwania'));
  const groups = (await items.allInnerTexts()).map((words) => words.split(/\s+/).at(-1) ?? '');
  await hand.click(page.getByRole('button', { name: 'Mam kod, dalej' }));
  const labels = page.getByText(/^Grupa \d$/);
  await expect(labels.first()).toBeVisible();
  for (const label of await labels.allInnerTexts()) {
    const group = groups[Number(label.replace('Grupa ', '')) - 1] ?? '';
    await hand.type(page.getByLabel(label, { exact: true }), group);
  }
  await hand.click(page.getByRole('button', { name: 'Sprawdź i zakończ' }));
}

/** The first run: the programme's data, who one is, a passphrase and its recovery code. */
export async function firstRun(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await expect(page.getByRole('heading', { name: 'Zaczynamy' })).toBeVisible();
  await album.picture('pierwsze-uruchomienie');
  await hand.minute('Pierwsze uruchomienie', async () => {
    await hand.click(page.getByText('Dane programu', { exact: true }));
    await hand.type(page.getByLabel('Imię i nazwisko'), me.name);
    await hand.tick(page.getByRole('checkbox', { name: 'trenerka' }));
    await hand.tick(page.getByRole('checkbox', { name: 'coachka' }));
    await hand.type(page.getByLabel('Hasło', { exact: true }), me.passphrase);
    await hand.type(page.getByLabel('Hasło jeszcze raz'), me.passphrase);
    await expect(page.getByText('Siła hasła: bardzo dobre')).toBeVisible();
    await hand.click(page.getByRole('button', { name: 'Utwórz i zacznij' }));
    await recoveryCode(hand, album);
    await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
  });
  await expect(page.getByText('Wszystko domknięte.')).toBeVisible();
  await album.picture('dzis-pusty');
}

/** A second trainer, and the address to which reports go. */
export async function settings(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Druga osoba prowadząca i adres dla raportów', async () => {
    await goByKeys(hand, 'u', 'Ustawienia');
    await hand.press('n');
    await hand.type(page.getByLabel('Imię i nazwisko'), secondTrainer);
    await hand.click(page.getByText('pan', { exact: true }));
    await hand.tick(page.getByRole('checkbox', { name: 'trener', exact: true }));
    await hand.click(page.getByRole('button', { name: 'Dodaj do programu' }));
    await expect(page.getByRole('button', { name: secondTrainer })).toBeVisible();
    const address = page.getByLabel('Adres, na który wysyłasz raporty');
    await hand.type(address, recipient);
    await address.blur();
    await expect(page.getByText(/^zapisano \d/)).toBeVisible();
  });
  await album.picture('ustawienia');
}

async function openCard(hand: Hand, { town, typed }: Team): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'b', 'Biblioteki');
  await expect(page.getByRole('grid', { name: 'Biblioteki' })).toBeVisible();
  await settle(page);
  await hand.press('/');
  const search = page.getByLabel('Szukaj biblioteki');
  await expect(search).toBeFocused();
  await hand.type(search, typed);
  await expect(page.getByText('1 z 25')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: town, exact: true })).toBeVisible();
  await hand.press('Enter');
  await expect(page.getByRole('heading', { name: town, level: 1 })).toBeVisible();
}

async function addTeam(hand: Hand, team: Team): Promise<void> {
  const { page } = hand;
  for (const { name, position } of team.members) {
    await hand.click(page.getByRole('button', { name: 'Dodaj osobę' }).first());
    const dialog = page.getByRole('dialog', { name: 'Nowa osoba w zespole' });
    await hand.type(dialog.getByLabel('Imię i nazwisko'), name);
    await hand.type(dialog.getByLabel('Stanowisko'), position);
    await hand.type(dialog.getByLabel('W zespole od'), typedDate(dates.teamSince));
    await hand.click(dialog.getByRole('button', { name: 'Dodaj do zespołu' }));
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible();
  }
}

/** All libraries, Łapy found without Polish letters, its card, and the teams of three libraries. */
export async function libraries(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'b', 'Biblioteki');
  await expect(page.getByText('25 z 25')).toBeVisible();
  await album.picture('biblioteki');
  for (const team of teams) {
    await hand.minute(`Karta Strefy: ${team.town} i jej zespół`, async () => {
      await openCard(hand, team);
      await expect(page.getByText('0 z 13 odbyte')).toBeVisible();
      await addTeam(hand, team);
    });
  }
}

/** The ledger counts the days whose attendance was confirmed, and the card tells the whole story. */
export async function cardAfterTheDay(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await openCard(hand, teams[0]);
  await expect(page.getByText('2 z 13 odbyte')).toBeVisible();
  await album.picture('karta-strefy', { wide: true });
}
