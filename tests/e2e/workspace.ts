import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src-main/contract/contract.ts';
import type { Envelope } from '../../src-main/contract/failure.ts';
import { expect } from './fixture.ts';
import { call } from './steps.ts';

/** Asks through the preload and answers with the value; a failure fails the test. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const envelope = (await call(page, name, input)) as Envelope<CallOutput<Name>>; // the door answers what the contract says
  if (!envelope.ok) throw new Error(`${name}: ${envelope.failure.code}`);
  return envelope.value;
}

/** Makes a workspace with the programme's data, led by a trainer and coach, and opens its first place. */
export async function openProgramme(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Zaczynamy' })).toBeVisible();
  await ask(page, 'workspace.create', {
    start: 'programme',
    passphrase: 'cztery mokre rowery',
    me: { name, form: 'feminine', roles: ['trainer', 'coach'] },
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
}

/** The id of the library of a town. */
export async function libraryIn(page: Page, town: string): Promise<string> {
  const row = (await ask(page, 'library.list', {})).find((library) => library.town === town);
  if (row === undefined) throw new Error(`No library in ${town}`);
  return row.id;
}

/** Adds a trainer; answers with the id. */
export async function addTrainer(page: Page, name: string): Promise<string> {
  const person = await ask(page, 'person.save', {
    id: null,
    revision: null,
    name,
    form: 'masculine',
    roles: ['trainer'],
    email: '',
    phone: '',
  });
  return person.id;
}

/** Adds people to a library's team. */
export async function addTeam(
  page: Page,
  libraryId: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await ask(page, 'team.add', {
      libraryId,
      name,
      email: '',
      phone: '',
      position: '',
      from: null,
    });
  }
}

/** axe with all its rules, telling nothing of what is right, which takes it longer than looking. */
export function axeOn(page: Page): AxeBuilder {
  // The pages of an Electron window cannot be opened a second time, which axe otherwise wants.
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/** What axe finds in the place that is open, and in a dialog above it, by rule; the frame has tests of its own. */
export async function violations(page: Page): Promise<string[]> {
  const axe = axeOn(page).include('main');
  if ((await page.getByRole('dialog').count()) > 0) axe.include('[role="dialog"]');
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
