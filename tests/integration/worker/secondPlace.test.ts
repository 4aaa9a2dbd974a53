import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { backupsIn } from '../../../src-main/store/backup/places.ts';
import { StoreFailure } from '../../../src-main/store/failures.ts';
import { backupHandlers, listBackups } from '../../../src-main/worker/backupHandlers.ts';
import type { BackupRoots } from '../../../src-main/worker/backupRows.ts';
import { startCaretaker, type Caretaker } from '../../../src-main/worker/caretaker.ts';
import { saveNote } from '../../../src-main/worker/safetySettings.ts';
import type { Upkeep } from '../../../src-main/worker/upkeep.ts';
import { standingClock } from '../../helpers/scene.ts';
import {
  codeOf,
  storeHarness,
  upkeepHere,
  type HarnessOptions,
  type StoreHarness,
} from '../../helpers/storeHarness.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).toReversed()) await end();
});

async function newHarness(options: HarnessOptions = {}): Promise<StoreHarness> {
  const harness = storeHarness(options);
  ends.push(() => harness.dispose());
  await harness.createQuickly();
  return harness;
}

function newStick(): string {
  const stick = mkdtempSync(join(tmpdir(), 'strefownik-stick-'));
  ends.push(() => rmSync(stick, { recursive: true, force: true }));
  return stick;
}

function choose(harness: StoreHarness, path: string): void {
  harness
    .opened()
    .workspace.store.inTransaction((db) => saveNote(db, 'secondPlace', { path, lastCopyAt: null }));
}

function caretakerOf(harness: StoreHarness, secondUpkeep: Upkeep, now = Date.now): Caretaker {
  const { workspace } = harness.opened();
  return startCaretaker({
    workspace: { ...workspace, demonstration: false },
    upkeep: upkeepHere(workspace, harness.backups, now),
    secondUpkeep,
    backupsFolder: harness.backups,
    now,
    changed: () => undefined,
    emptyBin: () => undefined,
    seeClock: () => undefined,
    unexpected: (name, error) => {
      throw new Error(name, { cause: error });
    },
  });
}

const rootsOf = (harness: StoreHarness, second: string): BackupRoots => ({
  workspaceFolder: harness.folder,
  backupsFolder: harness.backups,
  second,
  other: null,
  isOpen: true,
});

describe('a second place that does not answer', () => {
  /** A thread that hangs in the first thing that touches the place. */
  const hanging = () => new Promise<never>(() => undefined);
  const stuck = (): Upkeep & { asked: string[] } => {
    const asked: string[] = [];
    return {
      asked,
      ask: ({ kind }) => {
        asked.push(kind);
        return kind === 'wake' ? Promise.resolve(0 as never) : hanging(); // whatever the kind answers, nobody reads it
      },
      end: hanging,
    };
  };

  test('holds up neither the view, nor the list, nor backups, nor closing', async () => {
    const harness = await newHarness();
    const drive = newStick();
    choose(harness, drive);
    const thread = stuck();
    const care = caretakerOf(harness, thread);
    const roots = rootsOf(harness, drive);
    const handlers = backupHandlers(
      harness.opened(),
      care,
      () => roots,
      () => undefined,
    );

    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const first = handlers['safety.get']({});
    await vi.advanceTimersByTimeAsync(300);
    expect((await first).second).toMatchObject({ path: drive, present: false, due: true });
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();

    // From now on nobody waits at all, and nothing more is asked of it.
    const began = performance.now();
    expect((await handlers['safety.get']({})).second?.present).toBe(false);
    await expect(care.second.reach()).rejects.toThrow('place-missing');
    await care.round();
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(backupsIn(care.place)).toHaveLength(1);
    expect(listBackups(roots, care.second).map(({ place }) => place)).toEqual(['first']);
    expect(thread.asked).toEqual(['wake', 'look-second']);

    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const closed = care.end(false);
    await vi.advanceTimersByTimeAsync(1_500);
    await closed;
  });

  test('in the middle of a copy lets go of whoever waits for it once the workspace closes', async () => {
    const harness = await newHarness();
    const drive = newStick();
    choose(harness, drive);
    const { workspace } = harness.opened();
    const real = upkeepHere(workspace, harness.backups, Date.now);
    const care = caretakerOf(harness, {
      ask: (job) => (job.kind === 'copy-second' ? hanging() : real.ask(job)),
      end: () => real.end(),
    });
    await care.backup('by-hand');
    const refused = care.second.copy().then(
      () => 'copied',
      (error: unknown) => (error instanceof StoreFailure ? error.code : 'unexpected'),
    );
    await care.second.look(); // the thread is busy: nobody asks it anything
    expect(care.second.view()?.present).toBe(true);
    care.second.letGo();
    expect(await refused).toBe('place-missing');
    expect(care.second.view()?.problem).toBeNull();
    await care.end(false);
  });

  test('is there again as soon as it answers', async () => {
    const harness = await newHarness();
    const drive = newStick();
    choose(harness, drive);
    const real = upkeepHere(harness.opened().workspace, harness.backups, Date.now);
    let answer = (): void => undefined;
    const held = new Promise<void>((settle) => (answer = settle));
    const care = caretakerOf(harness, {
      ask: async (job) => {
        if (job.kind === 'look-second') await held;
        return real.ask(job);
      },
      end: () => real.end(),
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const looked = care.second.look();
    await vi.advanceTimersByTimeAsync(2_000);
    await looked;
    expect(care.second.view()?.present).toBe(false);
    vi.useRealTimers();
    answer();
    await vi.waitFor(() => expect(care.second.view()?.present).toBe(true));
    await care.end(false);
  });
});

describe('a copy to the second place that fails', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'no-write-access'],
    ['EFBIG', 'file-too-large'],
    ['EBADF', 'unexpected'],
  ])('by hand with %s leaves the reason "%s" until one succeeds', async (code, reason) => {
    let failing = true;
    const harness = await newHarness({
      step: (name) => {
        if (failing && name === 'second.folder-made')
          throw Object.assign(new Error(code), { code });
      },
    });
    await harness.ask('desk.setSecondPlace', { path: newStick() });
    await harness.call('backup.make', {});
    expect(await codeOf(harness.call('backup.copyToSecond', {}))).toBe(reason);
    expect((await harness.call('safety.get', {})).second?.problem).toBe(reason);
    failing = false;
    await harness.call('backup.copyToSecond', {});
    expect((await harness.call('safety.get', {})).second).toMatchObject({
      problem: null,
      due: false,
    });
  });

  test('by itself leaves it too, and it is still known after the next opening', async () => {
    const clock = standingClock();
    const harness = await newHarness({ now: clock.now });
    choose(harness, newStick());
    const { workspace } = harness.opened();
    const full = upkeepHere(workspace, harness.backups, clock.now, (name) => {
      if (name === 'second.files-copied')
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    const care = caretakerOf(harness, full, clock.now);
    await care.round();
    await care.end(false);
    await harness.server.close();
    await harness.call('workspace.status', {});
    expect((await harness.call('safety.get', {})).second).toMatchObject({
      problem: 'disk-full',
      due: true,
    });
  });

  test('another place begins without the reason of the old one', async () => {
    let failing = true;
    const harness = await newHarness({
      step: (name) => {
        if (failing && name === 'second.folder-made')
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    await harness.ask('desk.setSecondPlace', { path: newStick() });
    await harness.call('backup.make', {});
    expect(await codeOf(harness.call('backup.copyToSecond', {}))).toBe('disk-full');
    failing = false;
    const second = await harness.ask('desk.setSecondPlace', { path: newStick() });
    expect(second.problem).toBeNull();
  });
});
