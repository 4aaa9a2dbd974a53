import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../src-main/contract/contract.ts';
import { DeskFailure } from '../../../src-main/electron/deskFailure.ts';
import { makeDesk as stageDesk, type Stage } from './deskStage.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-desk-keys-'));
  await mkdir(join(folder, 'Dokumenty'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A desk in this test's folder. */
const makeDesk = (stage: Omit<Stage, 'folder'> = {}) => stageDesk({ ...stage, folder });

/** A keychain that keeps its secret in memory. */
function makeKeychain({ available = true, broken = false } = {}) {
  const kept: string[] = [];
  return {
    kept,
    keychain: {
      available: () => Promise.resolve(available),
      holds: () => kept.length > 0,
      keep: (secret: string) =>
        broken ? Promise.reject(new Error('no room')) : Promise.resolve(void kept.push(secret)),
      read: () => Promise.resolve(kept[0] ?? ''),
      forget: () => Promise.resolve(void kept.splice(0)),
    },
  };
}

const passphrase = 'cztery mokre rowery';

describe('the system’s keychain', () => {
  it('is turned on with the passphrase: the store makes a secret and the keychain keeps it', async () => {
    const { keychain, kept } = makeKeychain();
    const { desk, deeds } = makeDesk({ keychain });
    expect(await desk['keychain.get']({})).toStrictEqual({ available: true, on: false });
    const on = await desk['keychain.set']({ on: true, passphrase });
    expect(on).toStrictEqual({ available: true, on: true });
    expect(deeds).toStrictEqual([['desk.addDevice', { passphrase }]]);
    expect(kept).toStrictEqual(['sekret']);
  });

  it('is turned off: neither the store nor the keychain keeps anything', async () => {
    const { keychain, kept } = makeKeychain();
    kept.push('sekret');
    const { desk, deeds } = makeDesk({ keychain });
    const off = await desk['keychain.set']({ on: false });
    expect(off).toStrictEqual({ available: true, on: false });
    expect([deeds, kept]).toStrictEqual([[['desk.removeDevice', {}]], []]);
  });

  it('is refused before anything is made where there is none', async () => {
    const { keychain } = makeKeychain({ available: false });
    const { desk, deeds } = makeDesk({ keychain });
    await expect(desk['keychain.set']({ on: true, passphrase })).rejects.toMatchObject({
      failure: { code: 'keychain-missing' },
    });
    expect(deeds).toStrictEqual([]);
  });

  it('leaves no secret behind in the store that nobody keeps', async () => {
    const { keychain } = makeKeychain({ broken: true });
    const { desk, deeds } = makeDesk({ keychain });
    await expect(desk['keychain.set']({ on: true, passphrase })).rejects.toThrow('no room');
    expect(deeds.map(([name]) => name)).toStrictEqual(['desk.addDevice', 'desk.removeDevice']);
  });

  it('passes on a wrong passphrase, and keeps nothing', async () => {
    const { keychain, kept } = makeKeychain();
    const { desk } = makeDesk({ keychain, failing: true });
    await expect(desk['keychain.set']({ on: true, passphrase })).rejects.toBeInstanceOf(
      DeskFailure,
    );
    expect(kept).toStrictEqual([]);
  });

  it('opens the workspace at the start, and never after it was locked', async () => {
    const { keychain } = makeKeychain();
    await keychain.keep('sekret');
    const fresh = makeDesk({ keychain, locking: { hasLocked: () => false } });
    expect(await fresh.desk['workspace.unlockByDevice']({})).toStrictEqual({ state: 'open' });
    expect(fresh.deeds).toStrictEqual([['desk.unlockByDevice', { secret: 'sekret' }]]);
    const locked = makeDesk({ keychain, locking: { hasLocked: () => true } });
    await expect(locked.desk['workspace.unlockByDevice']({})).rejects.toMatchObject({
      failure: { code: 'device-unlock-failed' },
    });
    expect(locked.deeds).toStrictEqual([]);
  });
});

describe('locking', () => {
  it('knows that its own call is still open', async () => {
    const asked: unknown[] = [];
    const status: CallOutput<'workspace.lock'> = { state: 'none', folder };
    const { desk } = makeDesk({
      locking: {
        lock: (own) => {
          asked.push(['lock', own]);
          return Promise.resolve(status);
        },
        enterRoom: (workshopId) => Promise.resolve(void asked.push(['enter', workshopId])),
        leaveRoom: (own) => {
          asked.push(['leave', own]);
          return Promise.resolve(true);
        },
      },
    });
    expect(await desk['workspace.lock']({})).toBe(status);
    expect(await desk['room.enter']({ workshopId: 'w1' })).toStrictEqual({ done: true });
    expect(await desk['room.leave']({})).toStrictEqual({ locked: true });
    expect(asked).toStrictEqual([
      ['lock', 1],
      ['enter', 'w1'],
      ['leave', 1],
    ]);
  });

  it('remembers the minutes', async () => {
    const { desk, memory } = makeDesk();
    expect(await desk['lock.get']({})).toStrictEqual({ minutes: 15 });
    await desk['lock.set']({ minutes: 0 });
    expect(await desk['lock.get']({})).toStrictEqual({ minutes: 0 });
    expect(memory.current().lockMinutes).toBe(0);
  });
});
