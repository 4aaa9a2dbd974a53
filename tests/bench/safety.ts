import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { copySynced } from '../../src-main/files/copying.ts';
import { makeBackup, type BackupSource } from '../../src-main/store/backup/make.ts';
import { verifyBackup } from '../../src-main/store/backup/verify.ts';
import { storeOn } from '../../src-main/store/db.ts';
import { openDataKey, readKeyFile } from '../../src-main/store/keyFile.ts';
import { openKeyed } from '../../src-main/store/openKeyed.ts';
import { openWithDataKey, workspacePaths } from '../../src-main/store/workspace.ts';
import { median, type Figure } from './figures.ts';
import { longestStall } from './mainStalls.ts';
import { openPlain, plainCopy } from './plainCopy.ts';
import { ask, withApplication } from './road.ts';
import type { Surroundings } from './surroundings.ts';

const ROUNDS = 5;

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function dataKeyOf(folder: string): Buffer {
  const dataKey = openDataKey(readKeyFile(workspacePaths(folder).key));
  if (dataKey === null) throw new Error(`${folder} has a passphrase`);
  return dataKey;
}

const FIRST_QUERY = 'select count(*) from library where deleted_at is null';
const quickCheck = (db: Database.Database): unknown => db.pragma('quick_check(1)');

interface Prepared {
  readonly folder: string;
  readonly plain: string;
  readonly dataKey: Buffer;
}

/** Opening ten years up to the first query, the derivation of the key apart. */
function measureOpening({ folder, plain, dataKey }: Prepared): Figure {
  const keyed: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    keyed.push(
      timed(() => {
        const workspace = openWithDataKey(folder, Buffer.from(dataKey));
        workspace.store.get(FIRST_QUERY);
        workspace.close();
      }),
    );
    bare.push(
      timed(() => {
        const db = openPlain(plain);
        db.prepare(FIRST_QUERY).get();
        db.close();
      }),
    );
  }
  return {
    title: 'Opening ten years to the first query',
    unit: 'ms',
    samples: keyed,
    judged: 'max',
    target: { value: 400 },
    baseline: { title: 'a bare unencrypted opening', value: median(bare) },
  };
}

function measureBackup(prepared: Prepared, place: string): Figure[] {
  const { folder, plain, dataKey } = prepared;
  const paths = workspacePaths(folder);
  const store = storeOn(openKeyed(paths.database, dataKey, { mustExist: true }));
  const source: BackupSource = {
    store,
    databasePath: paths.database,
    keyPath: paths.key,
    filesFolder: paths.files,
    dataKey,
    place,
    appVersion: '0.0.0',
    now: Date.now,
  };
  const first = timed(() => makeBackup(source, 'by-hand'));
  const copies: number[] = [];
  const bareCopies: number[] = [];
  const checks: number[] = [];
  const bareChecks: number[] = [];
  const plainChecks: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const target = join(place, 'bare.db');
    bareCopies.push(timed(() => copySynced(paths.database, target)));
    rmSync(target);
    const began = performance.now();
    const backup = makeBackup(source, 'by-hand');
    copies.push(performance.now() - began);
    const copy = openKeyed(backup.paths.database, dataKey, { mustExist: true });
    bareChecks.push(timed(() => quickCheck(copy)));
    copy.close();
    checks.push(timed(() => verifyBackup(backup, dataKey, Date.now())));
    const clear = openPlain(plain);
    plainChecks.push(timed(() => quickCheck(clear)));
    clear.close();
    rmSync(backup.paths.folder, { recursive: true });
  }
  store.connection.close();
  return [
    {
      title: 'Backup of ten years: the copy',
      unit: 'ms',
      samples: copies,
      judged: 'median',
      target: { ratio: 3 },
      baseline: { title: 'copying and syncing the file', value: median(bareCopies) },
      note: `the first one, which copies every file, took ${first.toFixed(0)} ms`,
    },
    {
      title: 'Backup of ten years: its verification',
      unit: 'ms',
      samples: checks,
      judged: 'median',
      target: { ratio: 1.5 },
      baseline: { title: 'a bare quick_check', value: median(bareChecks) },
    },
    {
      title: 'Encryption’s cost: quick_check of ten years',
      unit: 'ms',
      samples: bareChecks,
      judged: 'median',
      baseline: { title: 'the same unencrypted', value: median(plainChecks) },
    },
  ];
}

/** How long the main process answers to nothing while the application does long things on ten years. */
async function measureStalls(surroundings: Surroundings): Promise<Figure[]> {
  const userData = await surroundings.userData('ten years');
  return withApplication(surroundings, userData, async ({ app, page }) => {
    const figures: Figure[] = [];
    const measure = async (title: string, work: () => Promise<unknown>): Promise<void> => {
      const samples: number[] = [];
      for (let round = 0; round < 3; round += 1) samples.push(await longestStall(app, work));
      figures.push({
        title: `Longest stall of the main process while ${title}, ten years`,
        unit: 'ms',
        samples: [Math.min(...samples)],
        judged: 'max',
        target: { value: 50 },
        note: 'the quietest of 3 rounds',
      });
    };
    await measure('searching', async () => {
      for (const text of ['ła', 'bib', 'kaw', 'zes', 'plan'])
        await ask(page, 'search.query', { text });
    });
    await measure('backing up', () => ask(page, 'backup.make', {}));
    await measure('checking', () => ask(page, 'diagnostics.run', {}));
    return figures;
  });
}

/** Opening, backing up and checking ten years, and what encryption and the main process feel of it. */
export async function measureSafety(surroundings: Surroundings): Promise<Figure[]> {
  const folder = join(await surroundings.userData('ten years'), 'workspace');
  const work = surroundings.folder('safety');
  const dataKey = dataKeyOf(folder);
  const plain = plainCopy(workspacePaths(folder).database, dataKey, join(work, 'plain.db'));
  const place = join(work, 'backups');
  mkdirSync(place);
  const prepared: Prepared = { folder, plain, dataKey };
  const opening = measureOpening(prepared);
  const backups = measureBackup(prepared, place);
  rmSync(work, { recursive: true, force: true });
  return [opening, ...backups, ...(await measureStalls(surroundings))];
}
