import { expect as baseExpect, type Locator, type Page } from '@playwright/test';

/** Waits as long as a patient person on a busy machine. */
export const expect = baseExpect.configure({ timeout: 15_000 });

/** What a person's hands did. */
export interface Effort {
  readonly clicks: number;
  /** Keys that are commands: Enter, arrows, shortcuts. */
  readonly keys: number;
  /** Letters typed into fields. */
  readonly characters: number;
}

/** A part of the day: what was done, by how much work of the hands, and how long the program took. */
export interface Minute extends Effort {
  readonly title: string;
  /** How long the robot took, the program's answers included. */
  readonly seconds: number;
}

/** Works the window as a person does and counts what it took. */
export interface Hand {
  readonly page: Page;
  click(target: Locator): Promise<void>;
  /** Ticks a box, or takes one of several. */
  tick(box: Locator): Promise<void>;
  /** Puts words into a field in place of what is there. */
  type(field: Locator, words: string): Promise<void>;
  /** Presses a key or a chord, as Playwright names it. */
  press(keys: string, times?: number): Promise<void>;
  /** Looks for something in a list field by typing, and takes it. */
  choose(field: Locator, typed: string, option: string): Promise<void>;
  /** Does a part of the day and notes what it took. */
  minute(title: string, work: () => Promise<void>): Promise<Minute>;
  /** Does what is no part of the work, such as taking a picture, off the clock. */
  aside(work: () => Promise<void>): Promise<void>;
  /** All parts so far. */
  readonly minutes: readonly Minute[];
}

/** Gives the robot hands on a window. */
export function handOn(page: Page): Hand {
  const minutes: Minute[] = [];
  let [clicks, keys, characters] = [0, 0, 0];
  let offTheClock = 0;
  return {
    page,
    minutes,
    click: async (target) => {
      clicks += 1;
      await target.click();
    },
    tick: async (box) => {
      if (await box.isChecked()) return;
      clicks += 1;
      await box.click();
      await expect(box).toBeChecked(); // some boxes turn only when the store has answered
    },
    type: async (field, words) => {
      clicks += 1;
      characters += words.length;
      await field.fill(words);
    },
    press: async (chord, times = 1) => {
      keys += times;
      for (let time = 0; time < times; time += 1) await page.keyboard.press(chord);
    },
    choose: async (field, typed, option) => {
      clicks += 2;
      characters += typed.length;
      await field.click();
      if (typed !== '') await field.fill(typed);
      await page.getByRole('option', { name: option }).first().click();
    },
    aside: async (work) => {
      const began = performance.now();
      await work();
      offTheClock += performance.now() - began;
    },
    minute: async (title, work) => {
      [clicks, keys, characters] = [0, 0, 0];
      offTheClock = 0;
      const began = performance.now();
      await work();
      const seconds = (performance.now() - began - offTheClock) / 1000;
      const minute = { title, seconds, clicks, keys, characters };
      minutes.push(minute);
      return minute;
    },
  };
}

/**
 * How long a practised person needs for such work of the hands: the keystroke-level model of Card,
 * Moran and Newell (1980) for an average typist: 0.28 s a key, 1.3 s for pointing and pressing,
 * and 1.35 s of thought before each press of the mouse. What has to be thought over comes on top.
 * @returns seconds
 */
export function secondsOfHands({ clicks, keys, characters }: Effort): number {
  return clicks * (1.3 + 1.35) + (keys + characters) * 0.28;
}

/** Waits until what was drawn also listens to its keys: React attaches effects after the paint. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((drawn) => requestAnimationFrame(drawn));
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 200 }));
  });
}

/** Goes to a place by its two keys, as the help sheet says. */
export async function goByKeys(hand: Hand, letter: string, heading: string): Promise<void> {
  await hand.press('g');
  await hand.press(letter);
  await expect(hand.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await settle(hand.page);
}
