import { median, quietest, type Figure } from './figures.ts';
import { repeated, timeCalls, withApplication } from './road.ts';
import type { Surroundings } from './surroundings.ts';

const ROUNDS = 3;
const TIMES = 12;

/** What people type, from two letters on; the last finds nothing. */
const QUERIES = ['ko', 'bi', 'za', 'ły', 'lap', 'warsz', 'krzesła', 'anna', 'diagnoza', 'qzx'];

/** The word that takes longest, with its times. */
function slowestWord(samples: readonly number[]): { word: string; times: readonly number[] } {
  const words = QUERIES.map((word, index) => ({
    word,
    times: samples.filter((_, place) => place % QUERIES.length === index),
  }));
  const [slowest] = words.toSorted((one, other) => median(other.times) - median(one.times));
  if (slowest === undefined) throw new Error('Nothing was searched for');
  return slowest;
}

/** Search over ten years, whole road. */
export async function measureSearch(surroundings: Surroundings): Promise<Figure[]> {
  const userData = await surroundings.userData('ten years');
  return withApplication(surroundings, userData, async ({ page }) => {
    const searches = QUERIES.map((text) => ({ name: 'search.query' as const, input: { text } }));
    await timeCalls(page, searches);
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await timeCalls(page, repeated(TIMES, searches), 5));
    const idle = { name: 'settings.get' as const, input: {} };
    const samples = quietest(rounds);
    const { word, times } = slowestWord(samples);
    const road = await timeCalls(page, repeated(50, [idle]), 5);
    return [
      {
        title: 'Search from two letters, ten years',
        unit: 'ms',
        samples,
        judged: 'p95',
        target: { value: 20 },
        baseline: { title: 'an empty call', value: median(road) },
        note: `the quietest of ${ROUNDS} rounds`,
      },
      {
        title: `Search, its slowest word: ${word}`,
        unit: 'ms',
        samples: times,
        judged: 'median',
        target: { value: 20 },
      },
    ];
  });
}
