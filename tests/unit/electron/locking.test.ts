import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { createLocking, LOOK_EVERY_MS } from '../../../src-main/electron/locking.ts';
import type { StoreLink } from '../../../src-main/electron/storeLink.ts';
import { fake, fakeEmitter, makeLog, makeMemory } from './fakes.ts';

type Status = CallOutput<'workspace.status'>;

const LOCKED: Status = {
  state: 'locked',
  folder: '/workspace',
  demonstration: false,
  recoverable: true,
  device: false,
};
const open = (demonstration = false): Status =>
  fake<Extract<Status, { state: 'open' }>>('status', { state: 'open', demonstration });

interface Stage {
  readonly lockMinutes?: number;
  /** Whether the page answered, each time it is asked to save. */
  readonly flushed?: readonly boolean[];
  readonly lockFails?: boolean;
}

/** Locking of an open workspace with days d1 and d2 and p1 on the list of every workshop; `tick` lets a look at the idle time pass. */
function makeLocking({ lockMinutes = 15, flushed = [], lockFails = false }: Stage = {}) {
  const deeds: string[] = [];
  const log = makeLog();
  const idle = { seconds: 0 };
  const looks = new Set<() => void>();
  const answers = [...flushed];
  const power = fakeEmitter({ getSystemIdleTime: () => idle.seconds });
  const locking = createLocking({
    powerMonitor: fake('powerMonitor', power),
    store: fake<StoreLink>('store', {
      lock: () => {
        deeds.push('lock');
        return lockFails ? Promise.reject(new Error('no worker')) : Promise.resolve(LOCKED);
      },
      call: (name: string, { id }: { id: string }) =>
        Promise.resolve(
          name === 'workshop.get' && id !== 'gone'
            ? {
                ok: true,
                value: {
                  workshop: { id },
                  days: [{ id: 'd1' }, { id: 'd2' }],
                  people: [{ participantId: 'p1' }],
                },
              }
            : { ok: false, failure: { code: 'not-found', params: {}, issues: [] } },
        ),
    }),
    memory: makeMemory({ lockMinutes }),
    flushPage: (own) => {
      deeds.push(`flush but ${own}`);
      return Promise.resolve(answers.shift() ?? true);
    },
    sweep: () => Promise.resolve(void deeds.push('sweep')),
    every: (milliseconds, run) => {
      expect(milliseconds).toBe(LOOK_EVERY_MS);
      looks.add(run);
      return () => looks.delete(run);
    },
    log,
  });
  locking.sawStatus(open());
  const tick = (): void => looks.forEach((look) => look());
  return { locking, deeds, log, idle, tick, power, looks };
}

const IN_ORDER = ['flush but 0', 'lock', 'sweep'];
const mark = (dayId: string, participantId = 'p1') =>
  ['attendance.mark', { dayId, participantId }] as const;

describe('locking', () => {
  it('lets the page save first, then closes, then sweeps the clear copies', async () => {
    const { locking, deeds } = makeLocking();
    expect(locking.hasLocked()).toBe(false);
    expect(await locking.lock(1)).toBe(LOCKED);
    expect(deeds).toStrictEqual(['flush but 1', 'lock', 'sweep']);
    expect(locking.hasLocked()).toBe(true);
  });

  it('asks a page that was late once more, and then locks all the same', async () => {
    const late = makeLocking({ flushed: [false, true] });
    await late.locking.lock(0);
    expect(late.deeds).toStrictEqual(['flush but 0', ...IN_ORDER]);
    expect(late.log.lines).toStrictEqual([]);
    const hangs = makeLocking({ flushed: [false, false] });
    await hangs.locking.lock(0);
    expect(hangs.deeds).toStrictEqual(['flush but 0', ...IN_ORDER]);
    expect(hangs.log.lines).toStrictEqual([['page-not-flushed', {}]]);
  });

  it('is done once for two requests at a time, and anew later', async () => {
    const { locking, deeds } = makeLocking();
    await Promise.all([locking.lock(0), locking.lock(0)]);
    expect(deeds).toStrictEqual(IN_ORDER);
    await locking.lock(0);
    expect(deeds).toStrictEqual([...IN_ORDER, ...IN_ORDER]);
  });
});

describe('locking by itself', () => {
  it('comes when nobody has touched the computer for the minutes that were chosen', async () => {
    const { tick, idle, deeds, log } = makeLocking({ lockMinutes: 5 });
    idle.seconds = 299;
    tick();
    expect(deeds).toStrictEqual([]);
    idle.seconds = 300;
    tick();
    tick();
    await expect.poll(() => deeds).toStrictEqual(IN_ORDER);
    expect(log.lines[0]).toStrictEqual(['left', { why: 'idle', room: false }]);
  });

  it('never comes when no minutes were chosen', () => {
    const { tick, idle, deeds } = makeLocking({ lockMinutes: 0 });
    idle.seconds = 100_000;
    tick();
    expect(deeds).toStrictEqual([]);
  });

  it.each(['suspend', 'lock-screen'])('comes at once on %s', async (event) => {
    const { power, deeds } = makeLocking({ lockMinutes: 0 });
    power.emit(event);
    await expect.poll(() => deeds).toStrictEqual(IN_ORDER);
  });

  it.each<[string, Status]>([
    ['locked already', LOCKED],
    ['a demonstration', open(true)],
    ['not there yet', { state: 'none', folder: '/workspace' }],
  ])('leaves a workspace alone that is %s', (_what, status) => {
    const { locking, power, looks, deeds } = makeLocking();
    expect(looks.size).toBe(1);
    locking.sawStatus(status);
    expect(looks.size).toBe(0);
    power.emit('suspend');
    expect(deeds).toStrictEqual([]);
    locking.sawStatus(open());
    locking.sawStatus(open());
    expect(looks.size).toBe(1);
  });

  it('notes why it did not succeed', async () => {
    const { power, log } = makeLocking({ lockFails: true });
    power.emit('suspend');
    await expect.poll(() => log.lines.map(([event]) => event)).toContain('lock-failed');
  });
});

describe('a workshop’s room view', () => {
  it('stays within reach when the time passes, and nothing else does', async () => {
    const { locking, power, deeds, log } = makeLocking();
    await locking.enterRoom('w1');
    expect(locking.mayPass('library.list', {})).toBe(true);
    power.emit('suspend');
    expect(locking.mayPass('library.list', {})).toBe(false);
    expect(locking.mayPass('room.enter', { workshopId: 'w2' })).toBe(false);
    expect(locking.mayPass('workshop.get', { id: 'w1' })).toBe(true);
    expect(locking.mayPass(...mark('d2'))).toBe(true);
    expect(locking.mayPass(...mark('d3'))).toBe(false);
    expect(locking.mayPass(...mark('d2', 'p2'))).toBe(false);
    power.emit('lock-screen');
    expect([deeds, log.lines]).toStrictEqual([[], [['left', { why: 'suspend', room: true }]]]);
    expect(locking.hasLocked()).toBe(false);
  });

  it('is left without locking when the time has not passed', async () => {
    const { locking, power, deeds } = makeLocking();
    await locking.enterRoom('w1');
    expect(await locking.leaveRoom(1)).toBe(false);
    expect(deeds).toStrictEqual([]);
    power.emit('suspend');
    await expect.poll(() => deeds).toStrictEqual(IN_ORDER);
  });

  it('is left by locking when the time has passed', async () => {
    const { locking, tick, idle, deeds } = makeLocking();
    await locking.enterRoom('w1');
    idle.seconds = 900;
    tick();
    idle.seconds = 0;
    tick();
    expect(await locking.leaveRoom(1)).toBe(true);
    expect(deeds).toStrictEqual(['flush but 1', 'lock', 'sweep']);
    expect([locking.hasLocked(), locking.mayPass('library.list', {})]).toStrictEqual([true, true]);
  });

  it('keeps its door shut until the workspace is locked', async () => {
    const { locking, power } = makeLocking();
    await locking.enterRoom('w1');
    power.emit('suspend');
    const leaving = locking.leaveRoom(1);
    expect(locking.mayPass('library.list', {})).toBe(false);
    await leaving;
  });

  it('is over when its page is gone, and the workspace is locked if the time had passed', async () => {
    const early = makeLocking();
    await early.locking.enterRoom('w1');
    early.locking.pageGone();
    expect(early.deeds).toStrictEqual([]);
    const late = makeLocking();
    await late.locking.enterRoom('w1');
    late.power.emit('suspend');
    late.locking.pageGone();
    await expect.poll(() => late.deeds).toStrictEqual(IN_ORDER);
  });

  it('does not open for a workshop that is not there, nor after it was left again', async () => {
    const { locking, power, deeds } = makeLocking();
    await expect(locking.enterRoom('gone')).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    const entering = locking.enterRoom('w1');
    await locking.leaveRoom(1);
    await entering;
    power.emit('suspend');
    await expect.poll(() => deeds).toStrictEqual(IN_ORDER);
  });
});
