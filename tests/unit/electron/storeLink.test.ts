import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { startStoreLink, type StoreLink } from '../../../src-main/electron/storeLink.ts';
import { makeLog } from './fakes.ts';

const script = fileURLToPath(new URL('fakeStoreWorker.mjs', import.meta.url));
const opened: StoreLink[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((link) => link.close({ backup: false })));
});

/** A link to real threads that run the fake worker. */
function makeLink(options: { hangsOnClose?: boolean } = {}) {
  const log = makeLog();
  const broadcasts: [string, unknown][] = [];
  const workers: Worker[] = [];
  const clock = { now: 0 };
  const link = startStoreLink({
    spawn: () => {
      const worker = new Worker(script, {
        workerData: { ...options, generation: workers.length + 1 },
        stderr: true,
      });
      workers.push(worker);
      return worker;
    },
    onBroadcast: (name, value) => broadcasts.push([name, value]),
    workspaceFolder: '/workspace',
    log,
    now: () => clock.now,
    // Short where a worker is to hang; else long enough for a busy machine to start one.
    ...(options.hangsOnClose ? { closeWithinMs: 200, closeWithBackupWithinMs: 400 } : {}),
  });
  opened.push(link);
  return { link, log, broadcasts, workers, clock };
}

const STOPPED = { ok: false, failure: { code: 'store-stopped', params: {}, issues: [] } };
const events = (log: ReturnType<typeof makeLog>): string[] => log.lines.map(([event]) => event);

describe('the link to the store worker', () => {
  it('gives every answer to its own question, in whatever order they come', async () => {
    const { link } = makeLink();
    const texts = ['slow', 'quick', 'slow', 'quick'];
    const answers = await Promise.all(texts.map((text) => link.call('search.query', { text })));
    expect(answers).toStrictEqual(texts.map((text) => ({ ok: true, value: { text } })));
  });

  it('passes broadcasts on', async () => {
    const { link, broadcasts } = makeLink();
    await link.call('settings.save', {});
    expect(broadcasts).toStrictEqual([['changed', { entities: ['settings'] }]]);
  });

  it('throws a failure of the store at the desk that asked', async () => {
    const { link } = makeLink();
    await expect(
      link.ask('desk.writeReport', { id: 'missing', path: '/x' } as never),
    ).rejects.toMatchObject({ name: 'DeskFailure', failure: { code: 'not-found' } });
  });

  it('replaces a worker that broke, answers what it owed, and says where the workspace stands', async () => {
    const { link, log, broadcasts, workers } = makeLink();
    const owed = link.call('search.query', { text: 'never' });
    expect(await link.call('bin.remove', {})).toStrictEqual(STOPPED); // the fake worker dies of it
    expect(await owed).toStrictEqual(STOPPED);
    expect(await link.call('search.query', { text: 'quick' })).toMatchObject({ ok: true });
    expect(workers.length).toBe(2);
    expect(broadcasts).toStrictEqual([
      ['workspace', { state: 'locked', folder: 'generation 2', demonstration: false }],
    ]);
    expect(events(log)).toStrictEqual(['store-error', 'store-stopped', 'store-restarted']);
  });

  it('does not restart again and again, but tries anew when asked later', async () => {
    const { link, broadcasts, workers, clock } = makeLink();
    await link.call('bin.remove', {});
    await link.call('bin.remove', {});
    expect(await link.call('search.query', { text: 'quick' })).toStrictEqual(STOPPED);
    expect(workers.length).toBe(2);
    expect(broadcasts.at(-1)).toStrictEqual([
      'workspace',
      { state: 'problem', folder: '/workspace', failure: STOPPED.failure },
    ]);
    clock.now += 60_000;
    expect(await link.call('search.query', { text: 'quick' })).toMatchObject({ ok: true });
    expect(workers.length).toBe(3);
  });

  it('locks: closes, ends the thread with the key, and goes on with a fresh one', async () => {
    const { link, broadcasts, workers } = makeLink();
    const ended = new Promise((resolve) => workers[0]?.once('exit', resolve));
    const locking = link.lock();
    const meanwhile = link.call('search.query', { text: 'quick' });
    const status = { state: 'locked', folder: 'generation 2', demonstration: false };
    expect(await locking).toStrictEqual(status);
    await ended;
    expect(await meanwhile).toStrictEqual({ ok: true, value: { text: 'quick' } });
    expect(broadcasts).toContainEqual(['closed', { generation: 1, backup: false }]);
    expect(broadcasts.at(-1)).toStrictEqual(['workspace', status]);
    expect(workers.length).toBe(2);
  });

  it('locks once for two requests at a time', async () => {
    const { link, workers } = makeLink();
    await Promise.all([link.lock(), link.lock()]);
    expect(workers.length).toBe(2);
  });

  it('locks a worker that does not answer after a bounded time', async () => {
    const { link, log } = makeLink({ hangsOnClose: true });
    const start = performance.now();
    expect(await link.lock()).toMatchObject({ state: 'locked' });
    expect(performance.now() - start).toBeGreaterThanOrEqual(199);
    expect(events(log)).toStrictEqual(['store-close-late']);
  });

  it('closes for good: the thread ends and later calls are answered as stopped', async () => {
    const { link, log, workers, broadcasts } = makeLink();
    await link.call('search.query', { text: 'quick' });
    const ended = new Promise((resolve) => workers[0]?.once('exit', resolve));
    await link.close({ backup: true });
    await ended;
    expect(broadcasts).toStrictEqual([['closed', { generation: 1, backup: true }]]);
    expect(await link.call('search.query', { text: 'quick' })).toStrictEqual(STOPPED);
    expect(workers.length).toBe(1);
    expect(events(log)).toStrictEqual([]);
  });

  it.each([
    ['a bounded time', false, 200],
    ['a longer one when it makes a backup', true, 400],
  ])('closes a hanging worker after %s', async (_what, backup, ms) => {
    const { link, log } = makeLink({ hangsOnClose: true });
    await link.close({ backup });
    expect(log.lines).toStrictEqual([['store-close-late', { ms }]]);
  });
});
