import { expect, test } from './fixture.ts';
import { openWithTrainers, openWorkshop, planned, TOWNS } from './workshopSteps.ts';
import { addTeam, ask, libraryIn, violations } from './workspace.ts';

test.use({ beginning: 'programme' });

test.beforeEach(async ({ page }) => {
  await openWithTrainers(page);
});

test('the day is written block by block, put in order, and compared with how it went', async ({
  page,
}) => {
  const id = await planned(page, 'Diagnoza');
  await openWorkshop(page, 'Diagnoza');
  await page.keyboard.press('2');
  const quick = page.getByRole('textbox', { name: 'Nowy blok, dzień 1' });
  for (const line of ['Powitanie i zadania domowe 45', 'Przerwa 15', 'Wywiad w praktyce 1h30']) {
    await quick.fill(line);
    await quick.press('Enter');
  }
  const blocks = page
    .getByRole('list', { name: 'Dzień 1: wtorek 10 marca 2015' })
    .getByRole('listitem');
  await expect(blocks).toHaveCount(3);
  await expect(blocks.nth(2)).toContainText('10:00–11:30');
  await page.getByRole('button', { name: 'Przesuń blok „Wywiad w praktyce”' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(blocks.nth(1)).toContainText('09:45–11:15');
  await expect(page.getByText('„Wywiad w praktyce” jest teraz na miejscu 2 z 3.')).toBeAttached();

  // How it went: everything as planned, but the interviews were shorter, for a reason.
  const interview = page.getByRole('group', { name: 'Jak poszło: Wywiad w praktyce' });
  await interview.getByRole('radio', { name: 'krócej' }).check();
  await page.getByRole('textbox', { name: 'Ile naprawdę trwało: Wywiad w praktyce' }).fill('60');
  await page
    .getByRole('textbox', { name: 'Dlaczego inaczej: Wywiad w praktyce' })
    .fill('grupa zaczęła od rozmowy o ankietach');
  await page.getByRole('button', { name: 'Wszystko jak w planie' }).click();
  await expect
    .poll(async () =>
      (await ask(page, 'workshop.get', { id })).agenda
        .toSorted((a, b) => a.position - b.position)
        .map(({ title, plannedMinutes, outcome, doneMinutes, reason }) => [
          title,
          plannedMinutes,
          outcome,
          doneMinutes,
          reason,
        ]),
    )
    .toEqual([
      ['Powitanie i zadania domowe', 45, 'done', null, ''],
      ['Wywiad w praktyce', 90, 'shortened', 60, 'grupa zaczęła od rozmowy o ankietach'],
      ['Przerwa', 15, null, null, ''],
    ]);
  await expect(page.getByText('2 h 15 min', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('1 h 45 min', { exact: false }).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('attendance of eighteen people for two days takes well under a minute', async ({ page }) => {
  for (const town of TOWNS) {
    const names = Array.from({ length: 6 }, (_, index) => `Osoba ${town} ${index + 1}`);
    await addTeam(page, await libraryIn(page, town), names);
  }
  const id = await planned(page, 'Diagnoza');
  await openWorkshop(page, 'Diagnoza');
  const started = Date.now();
  await page.keyboard.press('3');
  await expect(page.getByText('0 z 18').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // A day with somebody unchecked is not confirmed, and the names are said.
  const [first, second] = [
    page.getByRole('region', { name: 'wt. 10.03' }),
    page.getByRole('region', { name: 'śr. 11.03' }),
  ];
  await first.getByRole('button', { name: 'Potwierdź obecność' }).click();
  await expect(first.getByText(/Osoba Gołdap 1, Osoba Gołdap 2/)).toBeVisible();

  await page.getByRole('button', { name: /Osoba Gołdap 1, wt\. 10\.03/ }).focus();
  await page.keyboard.press('n');
  await page.keyboard.press('u');
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'Ile godzin na miejscu' }).fill('4,5');
  await page.getByRole('textbox', { name: 'Dlaczego' }).fill('spóźniony autobus');
  await page.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Pozostali obecni' }).click();
  await second.getByRole('button', { name: 'Wszyscy obecni' }).click();
  await first.getByRole('button', { name: 'Potwierdź obecność' }).click();
  await expect(first.getByText(/16 z 18 osób, potwierdzono/)).toBeVisible();
  await second.getByRole('button', { name: 'Potwierdź obecność' }).click();
  await expect(second.getByText(/18 z 18 osób, potwierdzono/)).toBeVisible();
  expect(Date.now() - started).toBeLessThan(45_000);

  const data = await ask(page, 'workshop.get', { id });
  expect(data.workshop.state).toBe('held');
  const day = data.days[0]?.id ?? '';
  expect(data.people.slice(0, 4).map(({ marks }) => marks[day])).toMatchObject([
    { mark: 'absent', hours: null },
    { mark: 'excused', hours: null },
    { mark: 'present', hours: 4.5, reason: 'spóźniony autobus' },
    { mark: 'present', hours: null },
  ]);

  // A confirmed day is closed to changes until it is opened again.
  await first.getByRole('button', { name: 'Otwórz ponownie' }).click();
  await expect(first.getByRole('button', { name: 'Potwierdź obecność' })).toBeVisible();
  expect((await ask(page, 'workshop.get', { id })).days[0]?.attendanceConfirmedAt).toBeNull();
});

test('tasks for home, the words of the report, and what it still lacks', async ({ page }) => {
  const id = await planned(page, 'Diagnoza');
  await openWorkshop(page, 'Diagnoza');
  await page.keyboard.press('4');
  await page.getByRole('textbox', { name: 'Co zrobić do następnego modułu' }).fill('Pięć rozmów');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Pięć rozmów' })).toHaveCount(3);
  await page.getByRole('checkbox', { name: 'Pięć rozmów' }).first().check();
  await expect(page.getByText('Zrobione 1 z 1 zadania')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Podsumowanie' }).click();
  await page.getByRole('textbox', { name: 'Co się wydarzyło' }).fill('Zespoły ułożyły mapę.');
  await expect(page.getByText(/^zapisano/)).toBeVisible();
  // Words typed a moment before leaving are saved as well.
  await page.getByRole('textbox', { name: 'Wnioski' }).fill('Więcej czasu na wywiady.');
  await page.getByRole('tab', { name: 'Raport' }).click();
  await expect
    .poll(async () => (await ask(page, 'workshop.get', { id })).workshop.conclusions)
    .toBe('Więcej czasu na wywiady.');
  await expect(page.getByText('Brak wniosków')).toBeHidden();
  await expect(page.getByText('Obecność niepotwierdzona: 10 marca 2015')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Uzupełnij: Obecność' }).first().click();
  await expect(page.getByRole('tab', { name: 'Obecność' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});
