import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { median, type Figure } from './figures.ts';
import { ask, repeated, timeCalls, withApplication } from './road.ts';
import type { Surroundings } from './surroundings.ts';

const KEEPS = 200;
const UNLOCKS = 6;
const PASSPHRASE = 'cztery mokre rowery';

/** Keeping what is being typed: a draft of two thousand characters after each stop. */
export async function measureTyping(surroundings: Surroundings): Promise<Figure[]> {
  const userData = await surroundings.userData('ten years');
  return withApplication(surroundings, userData, async ({ page }) => {
    const keeps = Array.from({ length: KEEPS }, (_, index) => ({
      name: 'draft.keep' as const,
      input: {
        entity: 'coachingSession',
        entityId: 'new',
        baseRevision: 0,
        body: JSON.stringify({ reportNotes: `${'słowo '.repeat(330)}${index}` }),
      },
    }));
    const samples = await timeCalls(page, keeps, 20);
    const road = await timeCalls(page, repeated(50, [{ name: 'settings.get', input: {} }]), 20);
    return [
      {
        title: 'Typing: keeping a draft, ten years',
        unit: 'ms',
        samples,
        judged: 'p95',
        baseline: { title: 'an empty call', value: median(road) },
      },
    ];
  });
}

/** The key's derivation alone, with the cost that the key file prescribes. */
async function timeScrypt(): Promise<number> {
  const derive: (
    passphrase: string,
    salt: Buffer,
    length: number,
    options: { N: number; r: number; p: number; maxmem: number },
  ) => Promise<unknown> = promisify(scrypt);
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  const times: number[] = [];
  for (let round = 0; round < UNLOCKS; round += 1) {
    const began = performance.now();
    await derive(PASSPHRASE, randomBytes(16), 32, cost);
    times.push(performance.now() - began);
  }
  return median(times);
}

/** Opening the workspace with the passphrase; the derivation is slow on purpose. */
export async function measureKey(surroundings: Surroundings): Promise<Figure[]> {
  const samples = await withApplication(
    surroundings,
    surroundings.folder('passphrase'),
    async ({ page }) => {
      const me = { name: 'Anna Wzorcowa', form: 'feminine' as const, roles: ['coach' as const] };
      await ask(page, 'workspace.create', { start: 'programme', passphrase: PASSPHRASE, me });
      const times: number[] = [];
      for (let round = 0; round < UNLOCKS; round += 1) {
        await ask(page, 'workspace.lock', {});
        const unlock = { name: 'workspace.unlock' as const, input: { passphrase: PASSPHRASE } };
        times.push(...(await timeCalls(page, [unlock])));
      }
      return times;
    },
  );
  return [
    {
      title: 'Key derivation: opening with the passphrase',
      unit: 'ms',
      samples,
      judged: 'median',
      baseline: { title: 'scrypt alone', value: await timeScrypt() },
      note: 'slow on purpose: it is what a guesser has to pay for every guess',
    },
  ];
}
