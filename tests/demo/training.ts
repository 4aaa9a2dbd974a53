import type { Album } from './album.ts';
import { expect, goByKeys, type Hand } from './hand.ts';
import { agenda, dates, homeTask, people, shortened, typedDate, workshopWords } from './story.ts';

/** Opens the workshop that was held, from the list, by keys. */
export async function openHeldWorkshop(hand: Hand): Promise<void> {
  const { page } = hand;
  await goByKeys(hand, 'w', 'Warsztaty');
  await hand.click(
    page
      .getByRole('row', { name: /Diagnoza/ })
      .getByRole('gridcell')
      .first(),
  );
  const heading = page.getByRole('heading', { level: 1, name: 'Diagnoza' });
  const open = page.getByRole('button', { name: 'Otwórz', exact: true });
  await expect(heading.or(open).first()).toBeVisible();
  if (await open.isVisible()) await hand.click(open);
  await expect(heading).toBeVisible();
}

async function openTab(hand: Hand, name: string): Promise<void> {
  const tab = hand.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await hand.click(tab);
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** The agenda of both days, typed line by line. */
export async function writeAgenda(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Program dwóch dni', async () => {
    await openTab(hand, 'Program dnia');
    for (const [index, blocks] of agenda.entries()) {
      const line = page.getByLabel(`Nowy blok, dzień ${index + 1}`);
      for (const { title, minutes } of blocks) {
        await hand.type(line, `${title} ${minutes}`);
        await hand.press('Enter');
        await expect(page.getByRole('listitem', { name: title })).toBeVisible();
      }
    }
  });
  await album.picture('program-dnia');
}

/** Who came: one key a person, then the day is confirmed, all by keyboard. */
export async function confirmAttendance(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await openTab(hand, 'Obecność');
  const grid = page.getByRole('grid', { name: 'Obecność' });
  await expect(grid.getByRole('row')).toHaveCount(people.length + 2);
  for (const [index, date] of dates.workshop.entries()) {
    await hand.minute(
      `Obecność, dzień ${index + 1} (${people.length} osób, bez myszy)`,
      async () => {
        const first = grid.getByRole('row').nth(1).getByRole('button').nth(index);
        await first.focus();
        await hand.press('o', people.length - 1);
        await hand.press(index === 0 ? 'o' : 'u');
        await expect(grid.getByRole('button', { name: /niesprawdzone/ })).toHaveCount(
          index === 0 ? people.length : 0,
        );
        const day = page.getByRole('region', {
          name: new RegExp(`\\b${Number(date.slice(8))}\\b`),
        });
        const confirm = day.getByRole('button', { name: 'Potwierdź obecność' });
        // From the grid on: the buttons of the days follow, in their order.
        for (let step = 0; step < 12; step += 1) {
          await hand.press('Tab');
          if (await confirm.evaluate((button) => button === document.activeElement)) break;
        }
        await expect(confirm).toBeFocused();
        if (index === 0) await hand.aside(() => album.picture('obecnosc'));
        await hand.press('Enter');
        await expect(day.getByText('potwierdzona', { exact: true })).toBeVisible();
      },
    );
  }
  await album.picture('obecnosc-potwierdzona');
}

/** What was really done: all as planned but one block. */
export async function noteOutcomes(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Co naprawdę zrobiono', async () => {
    await openTab(hand, 'Program dnia');
    const asPlanned = page.getByRole('button', { name: 'Wszystko jak w planie' });
    while ((await asPlanned.count()) > 0) {
      const left = await asPlanned.count();
      await hand.click(asPlanned.first());
      await expect(asPlanned).toHaveCount(left - 1);
    }
    const block = page.getByRole('listitem', { name: shortened.title });
    await hand.tick(block.getByRole('radio', { name: 'krócej' }));
    await hand.type(block.getByLabel(/^Ile naprawdę trwało/), shortened.minutes);
    await hand.type(block.getByLabel(/^Dlaczego inaczej/), shortened.reason);
    await hand.press('Tab');
    await expect(page.getByText(/^zapisano \d/).first()).toBeVisible();
  });
  await album.picture('plan-i-wykonanie');
}

/** What the teams do at home until the next module. */
export async function giveHomeTask(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Zadanie wdrożeniowe dla trzech bibliotek', async () => {
    await openTab(hand, 'Zadania wdrożeniowe');
    await hand.type(page.getByLabel('Co zrobić do następnego modułu'), homeTask);
    await hand.type(page.getByRole('textbox', { name: 'Do kiedy' }), typedDate(dates.homeSteps));
    await hand.press('Enter');
    await expect(page.getByRole('checkbox', { name: homeTask })).toHaveCount(3);
  });
  await album.picture('zadania-wdrozeniowe');
}

/** The trainer's own words for the report. */
export async function writeWords(hand: Hand, album: Album): Promise<void> {
  const { page } = hand;
  await hand.minute('Podsumowanie i wnioski', async () => {
    await openTab(hand, 'Podsumowanie');
    await hand.type(page.getByLabel('Co się wydarzyło'), workshopWords.summary);
    await hand.type(page.getByLabel('Wnioski'), workshopWords.conclusions);
    await hand.press('Tab');
    await expect(page.getByText(/^zapisano \d/).first()).toBeVisible();
  });
  await album.picture('podsumowanie');
  await openTab(hand, 'Raport');
  await expect(page.getByText('Niczego nie brakuje. Raport można zamknąć.')).toBeVisible();
  await album.picture('warsztat-raport');
}
