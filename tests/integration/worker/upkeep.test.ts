import { once } from 'node:events';
import { mkdirSync, statSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { placeFolder } from '../../../src-main/store/backup/places.ts';
import { startCaretaker } from '../../../src-main/worker/caretaker.ts';
import { startUpkeep } from '../../../src-main/worker/upkeep.ts';
import type {
  UpkeepJob,
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
  const ask = async (job: UpkeepJob) => {
    const reply = once(worker, 'message');
    worker.postMessage({ id: replies.length, job } satisfies UpkeepRequest);
    await reply;
    return replies.at(-1);
  };

  beforeAll(async () => {
    const { workspace } = harness.opened();
    const workerData: UpkeepWorkerData = {
      databasePath: paths.database,
      keyPath: paths.key,
      filesFolder: paths.files,
      dataKey: Uint8Array.from(workspace.dataKey),
      place: placeFolder(harness.backups, workspace.workspaceId),
      appVersion: '0.0.0-test',
    };
    worker = new Worker(workerUrl, { workerData });
    worker.on('message', (reply: UpkeepReply) => replies.push(reply));
    await once(worker, 'message');
  });

  test('brings the log into the database beside open connections, and the log is used anew', async () => {
    await keep('x'.repeat(400_000));
    const before = sizeOf(paths.database);
    const done = await ask({ kind: 'checkpoint', empty: false });
    expect(done?.kind).toBe('done');
    expect(Number(done !== undefined && 'answer' in done ? done.answer : 0)).toBeGreaterThan(90);
    expect(sizeOf(paths.database)).toBeGreaterThan(before);
    const logs: number[] = [];
    for (const letter of 'abcdef') {
      await keep(letter.repeat(200_000));
      await ask({ kind: 'checkpoint', empty: false });
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
    expect(await ask({ kind: 'sweep' })).toMatchObject({ kind: 'done', answer: 1 });
    expect(existsSync(orphan)).toBe(false);
  });

  test('makes a verified backup beside the work', async () => {
    const job = { kind: 'backup', reason: 'hourly', verify: true, spare: null } as const;
    expect((await ask(job))?.kind).toBe('done');
    expect((await harness.call('backup.list', {})).map(({ state }) => state)).toEqual(['verified']);
  });

  test('tells a failure by its code and goes on', async () => {
    const root = join(harness.backups, 'unplugged');
    const job = { kind: 'copy-second', root, place: join(root, 'x'), erasedAt: null } as const;
    expect(await ask(job)).toMatchObject({ kind: 'failed', code: 'place-missing' });
    expect(await ask({ kind: 'check' })).toMatchObject({ kind: 'done', answer: true });
  });

  test('ends when it is told to', async () => {
    const gone = once(worker, 'exit');
    worker.postMessage({ id: 0, job: { kind: 'end' } } satisfies UpkeepRequest);
    expect(await gone).toEqual([0]);
  });
});

describe('the caretaker', () => {
  const caretaker = (url = workerUrl) => {
    const { workspace } = harness.opened();
    const { backups: backupsFolder } = harness;
    const parts = { workerUrl: url, backupsFolder, version: '0.0.0-test' };
    return startCaretaker({
      workspace,
      upkeep: startUpkeep(workspace, parts),
      secondUpkeep: startUpkeep(workspace, parts),
      backupsFolder,
      now: Date.now,
      changed: () => undefined,
      emptyBin: () => undefined,
      seeClock: () => undefined,
      unexpected: () => undefined,
    });
  };

  test('checkpoints when saving has been quiet for five seconds, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const care = caretaker();
    try {
      await keep('z'.repeat(450_000));
      const before = statSync(paths.database).mtimeMs;
      care.committed();
      vi.advanceTimersByTime(4_900);
      care.committed();
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
      await care.end(false);
    }
  });

  test('checkpoints after five hundred saves without a pause', async () => {
    const care = caretaker();
    await keep('w'.repeat(300_000));
    const before = statSync(paths.database).mtimeMs;
    for (let commit = 0; commit < 500; commit += 1) care.committed();
    await vi.waitFor(
      () => expect(statSync(paths.database).mtimeMs).toBeGreaterThan(before),
      10_000,
    );
    await care.end(false);
  });

  test('that never had anything to do ends at once', async () => {
    await caretaker().end(false);
    expect(harness.opened().workspace.store.get('select 1 as one')).toEqual({ one: 1 });
  });

  test('whose worker fails does not hold up closing', async () => {
    const care = caretaker(new URL('children/brokenUpkeep.ts', import.meta.url));
    for (let commit = 0; commit < 500; commit += 1) care.committed();
    await care.end(true);
    await keep('{}');
    expect(await harness.call('draft.list', {})).toHaveLength(1);
  });
});
