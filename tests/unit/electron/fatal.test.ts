import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { installFatalEnd } from '../../../src-main/electron/fatal.ts';
import { fake, makeLog } from './fakes.ts';

/** A process whose errors reach nobody else. */
function makeProcess({ ready = true, dialogWorks = true } = {}) {
  const deeds: string[] = [];
  const log = makeLog();
  const process = new EventEmitter();
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => (exited = resolve));
  const { fatal, lastWishes } = installFatalEnd({
    process: fake('process', process),
    electron: {
      app: fake('app', { isReady: () => ready, exit: (code: number) => exited(code) }),
      dialog: fake('dialog', {
        showErrorBox: (title: string) => void deeds.push(`box ${title}`),
        showMessageBox: ({ message, detail }: { message: string; detail: string }) => {
          deeds.push(`dialog ${message}`, detail.split('\n').at(-1) ?? '');
          return dialogWorks ? Promise.resolve({ response: 0 }) : Promise.reject(new Error('none'));
        },
      }),
    },
    log,
    logsFolder: '/data/logs',
  });
  return { deeds, log, process, exit, fatal, lastWishes };
}

describe.each(['uncaughtException', 'unhandledRejection'])('an %s', (event) => {
  it('closes the workspace, says it in Polish, and ends with 1', async () => {
    const { deeds, log, process, exit, lastWishes } = makeProcess();
    lastWishes.beforeExit = () => {
      deeds.push('workspace closed');
      return Promise.resolve();
    };
    process.emit(event, new RangeError('Barbara'));
    process.emit(event, new Error('another one, while ending'));
    expect(await exit).toBe(1);
    expect(deeds).toStrictEqual([
      'workspace closed',
      'dialog Strefownik musi się zamknąć',
      '/data/logs',
    ]);
    expect(log.lines).toMatchObject([
      ['fatal', { error: 'RangeError' }],
      ['fatal-again', { error: 'Error' }],
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('Barbara');
  });
});

describe('the end after an error', () => {
  it('uses the box that works before Electron is ready', async () => {
    const { deeds, exit, fatal } = makeProcess({ ready: false });
    fatal(new Error('early'));
    expect(await exit).toBe(1);
    expect(deeds).toStrictEqual(['box Strefownik musi się zamknąć']);
  });

  it('comes even when nothing can be shown and the workspace does not close', async () => {
    const { exit, fatal, lastWishes } = makeProcess({ dialogWorks: false });
    lastWishes.beforeExit = () => Promise.reject(new Error('stuck'));
    fatal('not even an error');
    expect(await exit).toBe(1);
  });
});
