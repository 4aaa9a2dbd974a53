import type { ElectronApplication, Page } from '@playwright/test';
import { LOOK_EVERY_MS } from '../../src-main/electron/locking.ts';
import { standinControl } from '../electron-standin/forTests.ts';
import { PASSPHRASE } from './firstRunSteps.ts';
import { expect, launchStrefownik, test } from './fixture.ts';
import { appears, call } from './steps.ts';
import { makeWithTrainers, openWorkshop, planned, TOWNS } from './workshopSteps.ts';
import { addTeam, ask, libraryIn, violations } from './workspace.ts';

const TITLE = 'Diagnoza w sali';

const closed = (page: Page) => page.getByRole('heading', { name: 'Dane są zamknięte' });

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Hasło', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(closed(page)).toBeHidden();
}

async function suspend(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
}

/** From the next opening on the application asks for the idle time ten times a second, not every quarter of a minute. */
async function lookOften(app: ElectronApplication): Promise<void> {
  await app.evaluate((_electron, rare) => {
    const everySo = globalThis.setInterval;
    const hasty = (run: () => void, milliseconds: number) =>
      everySo(run, milliseconds === rare ? 100 : milliseconds);
    Reflect.set(globalThis, 'setInterval', hasty);
  }, LOOK_EVERY_MS);
}

/** A workspace with one workshop of two days and a person of a team. */
async function makeWorkshop(page: Page): Promise<string> {
  await makeWithTrainers(page);
  await addTeam(page, await libraryIn(page, TOWNS[0]), ['Zofia Obecna']);
  return planned(page, TITLE);
}

test('the workspace locks itself after idle minutes, and nothing typed is lost', async ({
  app,
  page,
}) => {
  const control = await standinControl(app);
  test.skip(control === undefined, 'real Electron tells the real idle time');
  await lookOften(app);
  const id = await makeWorkshop(page);
  await ask(page, 'lock.set', { minutes: 5 });
  await openWorkshop(page, TITLE);
  await page.keyboard.press('5');
  await page.getByLabel('Co się wydarzyło').fill('Rozmowa o potrzebach');
  await control?.evaluate((standin) => {
    standin.power.idleSeconds = 301;
  });
  await expect(closed(page)).toBeVisible();
  expect(await call(page, 'library.list', {})).toMatchObject({
    failure: { code: 'workspace-closed' },
  });
  await control?.evaluate((standin) => {
    standin.power.idleSeconds = 0;
  });
  await unlock(page);
  const { workshop } = await ask(page, 'workshop.get', { id });
  expect(workshop.summary).toBe('Rozmowa o potrzebach');
});

test('a room view stays usable on suspend, nothing else does, and leaving it locks', async ({
  app,
  page,
}) => {
  await page.clock.install(); // the page asks every quarter of a minute whether it is locked
  const id = await makeWorkshop(page);
  await openWorkshop(page, TITLE);
  await page.getByRole('button', { name: 'Widok sali' }).click();
  await expect(page.getByRole('button', { name: 'Zakończ widok sali' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('2');
  await page.getByRole('gridcell').or(page.getByRole('cell')).first().waitFor();
  await suspend(app);
  expect(await call(page, 'library.list', {})).toMatchObject({ failure: { code: 'room-locked' } });
  await page.getByRole('button', { name: /^Zofia Obecna/ }).click();
  await page.clock.runFor(15_000);
  await expect(page.getByText('Reszta programu jest zablokowana')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(closed(page)).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  const { people } = await ask(page, 'workshop.get', { id });
  const marks = people.flatMap((person) => Object.values(person.marks).map(({ mark }) => mark));
  expect(marks).toEqual(['present']);
});

test('a room view that is left in time locks nothing, by whatever way it is left', async ({
  app,
  page,
}) => {
  await makeWorkshop(page);
  await openWorkshop(page, TITLE);
  await page.keyboard.press('w');
  await expect(page.getByRole('button', { name: 'Zakończ widok sali' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Widok sali' }).click();
  await expect(page.getByRole('button', { name: 'Zakończ widok sali' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await suspend(app); // no room any more: everything locks
  await expect(closed(page)).toBeVisible();
});

test('the system’s keychain opens the workspace at the next start, and never after locking', async ({
  userData,
}) => {
  /** The same computer each time, with a keychain of its own. */
  const start = async (): Promise<{ app: ElectronApplication; page: Page }> => {
    const app = await launchStrefownik({ userData });
    const control = await standinControl(app);
    test.skip(control === undefined, 'the keychain of a real system asks its person');
    await control?.evaluate((standin) => {
      standin.safeStorage.backend = 'gnome_libsecret';
    });
    const page = await app.firstWindow();
    await appears(page); // a load that is still on its way cannot be followed by another
    return { app, page };
  };
  const first = await start();
  await makeWithTrainers(first.page);
  const wrong = { on: true, passphrase: 'nie to hasło' };
  expect(await call(first.page, 'keychain.set', wrong)).toMatchObject({
    failure: { code: 'wrong-passphrase' },
  });
  const on = await ask(first.page, 'keychain.set', { on: true, passphrase: PASSPHRASE });
  expect(on).toEqual({ available: true, on: true });
  await first.app.close();

  const second = await start();
  await second.page.reload(); // the first try may have come before the keychain was staged
  await expect(second.page.getByRole('heading', { name: 'Dziś', level: 1 })).toBeVisible();
  await ask(second.page, 'workspace.lock', {});
  await expect(closed(second.page)).toBeVisible();
  await second.page.reload();
  await expect(closed(second.page)).toBeVisible();
  expect(await call(second.page, 'workspace.unlockByDevice', {})).toMatchObject({
    failure: { code: 'device-unlock-failed' },
  });
  await unlock(second.page);
  expect(await ask(second.page, 'keychain.set', { on: false })).toMatchObject({ on: false });
  await second.app.close();

  const third = await start();
  await third.page.reload();
  await expect(closed(third.page)).toBeVisible();
  await third.app.close();
});

test('without a real keychain nothing is kept, and the settings say why', async ({ app, page }) => {
  const control = await standinControl(app);
  test.skip(control === undefined, 'a real system may have a keychain');
  await makeWithTrainers(page);
  expect(await ask(page, 'keychain.get', {})).toEqual({ available: false, on: false });
  expect(await call(page, 'keychain.set', { on: true, passphrase: PASSPHRASE })).toMatchObject({
    failure: { code: 'keychain-missing' },
  });
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByText('system nie ma bezpiecznego schowka na klucze')).toBeVisible();
});
