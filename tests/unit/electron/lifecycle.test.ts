import { describe, expect, it } from 'vitest';
import { manageLifecycle } from '../../../src-main/electron/lifecycle.ts';
import { fake, fakeEmitter, makeEvent, makeFakeWindow, makeLog } from './fakes.ts';

/** An application with one window; `quit` asks like Electron does and ends when nobody objects. */
function makeApplication(platform: NodeJS.Platform = 'linux') {
  const { window, emit, deeds } = makeFakeWindow();
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  const app = fakeEmitter({
    quit: () => {
      deeds.push('quit');
      const event = makeEvent();
      app.emit('before-quit', event);
      if (event.prevented) return;
      deeds.push('end');
      ended();
    },
  });
  const power = fakeEmitter({});
  const step = (name: string) => () => {
    deeds.push(name);
    return new Promise<void>((resolve) => setTimeout(resolve, 5));
  };
  const lifecycle = manageLifecycle({
    electron: { app: fake('app', app), powerMonitor: fake('powerMonitor', power) },
    platform,
    window: () => window,
    show: () => void deeds.push('show'),
    flushPage: step('page flushed'),
    closeStore: step('store closed'),
    closeStoreNow: () => void deeds.push('store told to close'),
    tidy: step('tidied'),
    log: makeLog(),
  });
  lifecycle.attach(window);
  return { lifecycle, app, power, emit, deeds, end };
}

const IN_ORDER = ['page flushed', 'hide', 'store closed', 'tidied', 'quit', 'end'];

describe('the end of the application', () => {
  it('by quitting: the page saves, the store closes, then it quits from a later turn', async () => {
    const { app, lifecycle, deeds, end } = makeApplication();
    app.quit();
    expect(lifecycle.phase()).toBe('closing');
    await end;
    expect(deeds).toStrictEqual(['quit', ...IN_ORDER]);
    expect(lifecycle.phase()).toBe('leaving');
  });

  it('by closing the window: the same way', async () => {
    const { emit, deeds, end } = makeApplication();
    const close = makeEvent();
    emit('close', close);
    expect(close.prevented).toBe(true);
    await end;
    expect(deeds).toStrictEqual(['quit', ...IN_ORDER]);
    const second = makeEvent();
    emit('close', second);
    expect(second.prevented).toBe(false);
  });

  it('is begun once, however often it is asked for', async () => {
    const { app, emit, deeds, end } = makeApplication();
    app.quit();
    app.quit();
    emit('close', makeEvent());
    app.emit('window-all-closed');
    await end;
    expect(deeds.filter((deed) => deed === 'store closed').length).toBe(1);
    expect(deeds.filter((deed) => deed === 'end').length).toBe(1);
  });

  it('shows no window while it closes', async () => {
    const { app, deeds, end } = makeApplication('darwin');
    app.emit('activate');
    expect(deeds).toStrictEqual(['show']);
    app.quit();
    app.emit('activate');
    await end;
    expect(deeds.filter((deed) => deed === 'show').length).toBe(1);
  });

  it('when the system shuts down: nothing holds it back', async () => {
    const { power, deeds, end } = makeApplication();
    power.emit('shutdown');
    await end;
    expect(deeds).toStrictEqual(['store told to close', 'quit', 'end']);
  });

  it('when Windows ends the session: the store closes while this thread waits', () => {
    const { emit, deeds, lifecycle } = makeApplication('win32');
    const start = performance.now();
    emit('session-end', { reasons: ['logoff'] });
    expect(performance.now() - start).toBeGreaterThanOrEqual(499);
    expect([deeds, lifecycle.phase()]).toStrictEqual([['store told to close'], 'leaving']);
  });
});

describe('closing the window on a Mac', () => {
  it('saves and closes it, and the application stays', async () => {
    const { app, emit, deeds, lifecycle } = makeApplication('darwin');
    const close = makeEvent();
    emit('close', close);
    expect(close.prevented).toBe(true);
    await expect.poll(() => deeds).toStrictEqual(['page flushed', 'destroy']);
    app.emit('window-all-closed');
    expect([deeds.includes('quit'), lifecycle.phase()]).toStrictEqual([false, 'running']);
  });
});
