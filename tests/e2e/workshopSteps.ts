import type { Page } from '@playwright/test';
import { isAtWork } from './firstRunSteps.ts';
import { expect } from './fixture.ts';
import { OWNER } from './templates.ts';
import { addTrainer, ask, libraryIn, openProgramme } from './workspace.ts';

/** The trainer whose workspace it is, who leads. */
export const LEAD = OWNER;
/** Who leads with them. */
export const SECOND = 'Piotr Drugi';
/** Towns of the libraries of every workshop here. */
export const TOWNS = ['Łapy', 'Gołdap', 'Sopot'] as const;

/** A planned workshop of two days in the main edition, for the three towns, made without the form. */
export async function planned(
  page: Page,
  title: string,
  { first = '2015-03-10', module = 'Diagnoza' } = {},
): Promise<string> {
  const persons = await ask(page, 'person.list', {});
  const idOf = (name: string): string => persons.find((person) => person.name === name)?.id ?? '';
  const { editions, modules } = await ask(page, 'edition.list', {});
  const days = [first, first.replace(/\d\d$/, (day) => String(Number(day) + 1))];
  const outcome = await ask(page, 'workshop.plan', {
    id: null,
    revision: null,
    editionId: editions.find(({ name }) => name === 'Faza zasadnicza')?.id ?? null,
    moduleId: modules.find(({ name }) => name === module)?.id ?? null,
    title,
    libraryIds: await Promise.all(TOWNS.map((town) => libraryIn(page, town))),
    leadTrainerId: idOf(LEAD),
    trainerIds: [idOf(SECOND)],
    venue: {
      name: 'Biblioteka w Łapach',
      town: 'Łapy',
      address: '',
      room: '',
      equipment: '',
      contact: '',
      access: '',
      meals: '',
      lodging: '',
    },
    days: days.map((date) => ({ id: null, date, start: '09:00', end: '16:00', value: 1 as const })),
    accepted: [],
  });
  if (outcome.outcome !== 'saved') throw new Error('The plan of the test has warnings');
  return outcome.workshop.id;
}

/** Goes to the list of workshops by keys. */
export async function openList(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { name: 'Warsztaty', level: 1 })).toBeVisible();
}

/** Opens a workshop from the list by its title. */
export async function openWorkshop(page: Page, title: string): Promise<void> {
  await openList(page);
  await page.getByRole('row', { name: title }).dblclick();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

/** Two trainers in the programme's data that the test begins with. */
export async function openWithTrainers(page: Page): Promise<void> {
  await isAtWork(page);
  await addTrainer(page, SECOND);
}

/** The same in a new workspace with a passphrase. */
export async function makeWithTrainers(page: Page): Promise<void> {
  await openProgramme(page, LEAD);
  await addTrainer(page, SECOND);
}
