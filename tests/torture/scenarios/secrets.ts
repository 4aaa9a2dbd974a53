import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { storeOn } from '../../../src-main/store/db.ts';
import { openKeyed } from '../../../src-main/store/openKeyed.ts';
import { environment } from '../../helpers/children.ts';
import { repository } from '../../tools/places.mjs';
import type { Finding, Scenario, TortureOptions } from '../scenario.ts';
import { logPagesOf, pagesOf } from '../secrets/pages.ts';
import { searchBelow, type Searched } from '../secrets/search.ts';
import { fromJson } from '../secrets/secret.ts';

// A season with words that stand nowhere else, and then every byte that was written meanwhile.

const season = new URL('../children/secretSeason.ts', import.meta.url);
const day = new URL('../children/secretDay.ts', import.meta.url);

const Told = z.object({
  secrets: z.unknown(),
  erased: z.array(z.string()),
  dataKey: z.string(),
});
type Told = z.infer<typeof Told>;

/** Runs a script over a folder, with a folder for temporary files of its own inside. */
function live(script: URL, base: string): Told {
  const temporary = join(base, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const run = spawnSync(process.execPath, [script.pathname, base], {
    encoding: 'utf8',
    env: { ...environment, TMPDIR: temporary, SQLITE_TMPDIR: temporary },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0)
    throw new Error(`The script ended with ${run.status}: ${run.stderr.slice(0, 2_000)}`);
  return Told.parse(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? ''));
}

/** Places in an opened workspace folder in which erased words still stand: its rows, its pages, its log. */
function* stillThere(folder: string, { erased, dataKey }: Told): Generator<string> {
  const key = Buffer.from(dataKey, 'hex');
  const path = join(folder, 'strefownik.db');
  const holds = (bytes: Buffer): string | undefined => {
    const folded = bytes.toString('utf8').toLowerCase();
    const wide = bytes.toString('utf16le').toLowerCase();
    return erased.find((word) => [folded, wide].some((text) => text.includes(word.toLowerCase())));
  };
  for (const [where, pages] of [
    ['page', pagesOf(path, key)],
    ['page in the log', logPagesOf(`${path}-wal`, key)],
  ] as const)
    for (const [number, page] of pages.entries()) {
      const word = holds(page);
      if (word !== undefined) yield `„${word}” stands in ${where} ${number + 1} of ${folder}`;
    }
  const connection = openKeyed(path, key, { mustExist: true });
  try {
    const store = storeOn(connection);
    for (const { name } of store.all(`select name from sqlite_master where type = 'table'`)) {
      const rows = store.all(`select * from "${String(name)}"`);
      const bytes = rows.flatMap((row) =>
        Object.values(row).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)),
        ),
      );
      const word = holds(Buffer.concat(bytes));
      if (word !== undefined) yield `„${word}” stands in ${String(name)} of ${folder}`;
    }
  } finally {
    connection.close();
  }
}

/** Looks whether the readers of pages see what is there: before the erasure the words stand in them. */
function seesPages(folder: string, { erased, dataKey }: Told): boolean {
  const key = Buffer.from(dataKey, 'hex');
  const path = join(folder, 'strefownik.db');
  const pages = [...pagesOf(path, key), ...logPagesOf(`${path}-wal`, key)];
  const text = Buffer.concat(pages).toString('utf8').toLowerCase();
  return erased.every((word) => text.includes(word.toLowerCase()));
}

async function liveAndSearch(
  script: URL,
  base: string,
  skip: RegExp | null,
): Promise<{ told: Told; searched: Searched }> {
  mkdirSync(base);
  const told = live(script, base);
  return { told, searched: await searchBelow(base, fromJson(told.secrets), skip) };
}

const described = ({ files, bytes }: Searched, of: string): string =>
  `${files} files (${(bytes / 1e6).toFixed(0)} MB) of ${of}`;

async function run({ short, folder }: TortureOptions): Promise<Finding> {
  const base = join(folder, 'season');
  const { told, searched } = await liveAndSearch(season, base, null);
  const broken = [...searched.found];
  const before = join(base, 'snapshot-before-erasure');
  if (!seesPages(before, told)) broken.push('the search sees no pages: it would find nothing');
  for (const after of ['snapshot-after-erasure', 'workspace'])
    broken.push(...stillThere(join(base, after), told));
  const done = [described(searched, 'a season on the store worker')];
  const notTried: string[] = [];
  if (short) notTried.push('the built application: only in the full form');
  else if (!existsSync(join(repository, 'out', 'main', 'main.js')))
    notTried.push('the built application: it is not built (npm run build)');
  else {
    const lived = await liveAndSearch(day, join(folder, 'day'), /^application\//);
    broken.push(...lived.searched.found);
    done.push(described(lived.searched, 'a day in the built application'));
  }
  return { done: `searched ${done.join(' and ')}`, broken, notTried };
}

/** Private words, passphrases, keys and erased people in everything that was ever written. */
export const secrets: Scenario = {
  name: 'secrets',
  title: 'no secret lies in the clear, and what was erased is gone from every page',
  run,
};
