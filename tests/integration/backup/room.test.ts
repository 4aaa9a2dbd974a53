import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { backupsIn, placeFolder } from '../../../src-main/store/backup/places.ts';
import { requireRoom } from '../../../src-main/store/backup/pool.ts';
import { storeOn } from '../../../src-main/store/db.ts';
import { StoreFailure } from '../../../src-main/store/failures.ts';
import { openKeyed } from '../../../src-main/store/openKeyed.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { runUpkeepJob, type UpkeepContext } from '../../../src-main/worker/upkeepJobs.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** More than any disk of a test has, in a file with nothing in it. */
const FAR_TOO_LARGE = 2 ** 42;

test('a backup that cannot fit says so before it writes, and no older one goes for it in vain', async () => {
  const harness = storeHarness();
  ends.push(() => harness.dispose());
  await harness.createQuickly();
  for (let made = 0; made < 3; made += 1) await harness.call('backup.make', {});
  const { workspace } = harness.opened();
  const place = placeFolder(harness.backups, workspace.workspaceId);
  const paths = workspacePaths(harness.folder);
  const large = join(harness.folder, 'large.db');
  writeFileSync(large, '');
  truncateSync(large, FAR_TOO_LARGE);
  const steps: string[] = [];
  const context: UpkeepContext = {
    store: storeOn(openKeyed(paths.database, workspace.dataKey, { mustExist: true })),
    databasePath: large,
    keyPath: paths.key,
    filesFolder: paths.files,
    dataKey: workspace.dataKey,
    place,
    appVersion: '0.0.0-test',
    now: Date.now,
    step: (name) => steps.push(name),
  };
  ends.push(() => void context.store.connection.close());
  const before = readdirSync(place).toSorted();
  const job = { kind: 'backup', reason: 'hourly', verify: true, spare: null } as const;
  expect(() => runUpkeepJob(context, job)).toThrow(StoreFailure);
  expect([steps, readdirSync(place).toSorted()]).toEqual([[], before]);
  expect(backupsIn(place)).toHaveLength(3);
});

test('what fits is let through, what does not is told with how much is wanting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'strefownik-room-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  requireRoom(folder, 0);
  let failure: unknown;
  try {
    requireRoom(folder, FAR_TOO_LARGE);
  } catch (error) {
    failure = error;
  }
  if (!(failure instanceof StoreFailure)) throw new Error('It does not fit');
  expect(failure.code).toBe('disk-full');
  expect(failure.params['wanting']).toBeGreaterThan(0);
});
