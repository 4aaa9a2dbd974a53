import type { Album } from './album.ts';
import { expect, goByKeys, type Hand } from './hand.ts';

/** The places as the day has left them, and what lies over them: palette and help. */
export async function tour(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'd', 'Dziś');
  await expect(page.getByRole('heading', { name: /Do dokończenia/ })).toBeVisible();
  await album.picture('dzis', { wide: true });
  await goByKeys(hand, 'w', 'Warsztaty');
  await album.picture('warsztaty');
  await goByKeys(hand, 'c', 'Coaching');
  await album.picture('coaching');
  await goByKeys(hand, 'r', 'Raporty');
  await hand.click(page.getByText('Wszystkie', { exact: true }));
  await album.picture('raporty');
  await goByKeys(hand, 'p', 'Program');
  await expect(page.getByText('Źródło podaje 340 dni, a plan daje 325')).toBeVisible();
  await album.picture('program');

  await hand.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Szukaj i polecenia' });
  await hand.type(palette.getByRole('combobox').or(palette.getByRole('textbox')).first(), 'lapy');
  await expect(palette.getByRole('option', { name: /Łapy/ }).first()).toBeVisible();
  await album.picture('szukaj');
  await hand.press('Escape');
  await hand.press('?');
  await expect(page.getByRole('dialog', { name: 'Skróty klawiszowe' })).toBeVisible();
  await album.picture('skroty');
  await hand.press('Escape');
}

/** The locked window asks for the passphrase. */
export async function lock(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'u', 'Ustawienia');
  await hand.click(page.getByRole('button', { name: 'Zablokuj teraz' }));
  await expect(page.getByRole('heading', { name: 'Dane są zamknięte' })).toBeVisible();
  await album.picture('zablokowany');
}
