import { once } from 'node:events';
import { mkdirSync, statSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startUpkeep } from '../../../src-main/worker/upkeep.ts';
import type {
  UpkeepReply,
  UpkeepRequest,
  UpkeepWorkerData,
} from '../../../src-main/worker/upkeepProtocol.ts';
import { workspacePaths } from '../../../src-main/store/workspace.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

const harness = storeHarness();
const paths = workspacePaths(harness.folder);
const workerUrl = new URL('../../../src-main/upkeepWorker.ts', import.meta.url);
beforeAll(() => harness.createQuickly());
afterAll(() => harness.dispose());

const keep = (body: string) =>
  harness.call('draft.keep', {
    entity: 'library',
    entityId: 'library.goldap',
    baseRevision: 1,
    body,
  });
const sizeOf = (path: string) => statSync(path).size;

describe('the upkeep worker', () => {
  let worker: Worker;
  const replies: UpkeepReply[] = [];
  const ask = async (what: UpkeepRequest) => {
    const reply = once(worker, 'message');
    worker.postMessage(what);
    await reply;
    return replies.at(-1);
  };

  beforeAll(async () => {
    const workerData: UpkeepWorkerData = {
      databasePath: paths.database,
      filesFolder: paths.files,
      dataKey: Uint8Array.from(harness.opened().workspace.dataKey),
    };
    worker = new Worker(workerUrl, { workerData });
    worker.on('message', (reply: UpkeepReply) => replies.push(reply));
    await once(worker, 'message');
  });

  test('brings the log into the database beside open connections, and the log is used anew', async () => {
    await keep('x'.repeat(400_000));
    const before = sizeOf(paths.database);
    const done = await ask('checkpoint');
    expect(done).toMatchObject({ kind: 'done', what: 'checkpoint' });
    expect(done !== undefined && 'count' in done ? done.count : 0).toBeGreaterThan(90);
    expect(sizeOf(paths.database)).toBeGreaterThan(before);
    const logs: number[] = [];
    for (const letter of 'abcdef') {
      await keep(letter.repeat(200_000));
      await ask('checkpoint');
      logs.push(sizeOf(`${paths.database}-wal`));
    }
    expect(new Set(logs.slice(1)).size).toBe(1);
  });

  test('sweeps old files that no row knows', async () => {
    mkdirSync(join(paths.files, 'aa'), { recursive: true });
    const orphan = join(paths.files, 'aa', 'orphan');
    writeFileSync(orphan, 'x');
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    utimesSync(orphan, old, old);
    expect(await ask('sweep')).toEqual({ kind: 'done', what: 'sweep', count: 1 });
    expect(existsSync(orphan)).toBe(false);
  });

  test('ends when it is told to', async () => {
    const gone = once(worker, 'exit');
    worker.postMessage('end' satisfies UpkeepRequest);
    expect(await gone).toEqual([0]);
  });
});

describe('upkeep', () => {
  test('comes when saving has been quiet for five seconds, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const upkeep = startUpkeep(harness.opened().workspace, workerUrl);
    try {
      await keep('z'.repeat(450_000));
      const before = statSync(paths.database).mtimeMs;
      upkeep.committed();
      vi.advanceTimersByTime(4_900);
      upkeep.committed();
      vi.advanceTimersByTime(4_900);
      expect(statSync(paths.database).mtimeMs).toBe(before);
      vi.advanceTimersByTime(200);
      vi.useRealTimers();
      await vi.waitFor(
        () => expect(statSync(paths.database).mtimeMs).toBeGreaterThan(before),
        10_000,
      );
    } finally {
      vi.useRealTimers();
      await upkeep.end();
    }
  });

  test('comes after five hundred saves without a pause', async () => {
    const upkeep = startUpkeep(harness.opened().workspace, workerUrl);
    await keep('w'.repeat(300_000));
    const before = statSync(paths.database).mtimeMs;
    for (let commit = 0; commit < 500; commit += 1) upkeep.committed();
    await vi.waitFor(
      () => expect(statSync(paths.database).mtimeMs).toBeGreaterThan(before),
      10_000,
    );
    await upkeep.end();
  });

  test('that never had anything to do ends at once', async () => {
    const upkeep = startUpkeep(harness.opened().workspace, workerUrl);
    await upkeep.end();
    expect(harness.opened().workspace.store.get('select 1 as one')).toEqual({ one: 1 });
  });

  test('that fails does not hold up closing', async () => {
    const broken = new URL('children/brokenUpkeep.ts', import.meta.url);
    const upkeep = startUpkeep(harness.opened().workspace, broken);
    for (let commit = 0; commit < 500; commit += 1) upkeep.committed();
    await upkeep.end();
    await keep('{}');
    expect(await harness.call('draft.list', {})).toHaveLength(1);
  });
});
