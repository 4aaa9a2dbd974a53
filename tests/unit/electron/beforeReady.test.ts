import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareElectron } from '../../../src-main/electron/beforeReady.ts';
import type { ElectronParts } from '../../../src-main/electron/ports.ts';
import { fake, fakeEmitter, makeLog } from './fakes.ts';

let userData = '';
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'strefownik-before-'));
});
afterEach(() => rm(userData, { recursive: true, force: true }));

/** Electron before it is ready, noting what is called and in which order. */
function makeElectron({ lock = true } = {}) {
  const calls: unknown[][] = [];
  const note =
    (name: string, answer?: unknown) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      return answer;
    };
  const appEmitter = fakeEmitter({
    setPath: (name: string, path: string) => {
      if (!existsSync(path)) throw new Error('setPath wants a folder that is there');
      calls.push(['setPath', name, path]);
    },
    setAppUserModelId: note('setAppUserModelId'),
    enableSandbox: note('enableSandbox'),
    requestSingleInstanceLock: note('requestSingleInstanceLock', lock),
    exit: note('exit'),
  });
  const electron: Pick<ElectronParts, 'app' | 'dialog' | 'Menu' | 'protocol'> = {
    app: fake('app', appEmitter),
    dialog: fake('dialog', { showErrorBox: note('showErrorBox') }),
    Menu: fake('Menu', { setApplicationMenu: note('setApplicationMenu') }),
    protocol: fake('protocol', { registerSchemesAsPrivileged: note('registerSchemes') }),
  };
  return { electron, calls, app: appEmitter };
}

describe('before Electron is ready', () => {
  it('everything is said in its order, and a second start shows the window', () => {
    const { electron, calls, app } = makeElectron();
    const session = join(userData, 'session');
    const second = prepareElectron(electron, { userData, session }, makeLog());
    expect(calls).toStrictEqual([
      ['setPath', 'sessionData', session],
      ['setAppUserModelId', 'pl.strefownik.app'],
      ['enableSandbox'],
      [
        'registerSchemes',
        [
          {
            scheme: 'app',
            privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
          },
        ],
      ],
      ['setApplicationMenu', null],
      ['requestSingleInstanceLock'],
    ]);
    let shown = 0;
    if (second) second.show = () => (shown += 1);
    app.emit('second-instance', {}, ['strefownik'], '/');
    expect(shown).toBe(1);
  });

  it('the second instance leaves with 0 and does nothing more', () => {
    const { electron, calls, app } = makeElectron({ lock: false });
    const paths = { userData, session: join(userData, 'session') };
    expect(prepareElectron(electron, paths, makeLog())).toBeNull();
    expect(calls.slice(-2)).toStrictEqual([['requestSingleInstanceLock'], ['exit', 0]]);
    expect(app.eventNames()).toStrictEqual([]);
  });

  it('says in Polish that the data folder cannot be written, and leaves with 1', async () => {
    await writeFile(join(userData, 'file'), '');
    const paths = { userData, session: join(userData, 'file', 'session') };
    const { electron, calls } = makeElectron();
    const log = makeLog();
    expect(prepareElectron(electron, paths, log)).toBeNull();
    expect(calls.map(([name]) => name)).toStrictEqual(['showErrorBox', 'exit']);
    expect(calls[0]?.[2]).toContain(`Nie można zapisać plików w folderze:\n${userData}`);
    expect(calls[1]).toStrictEqual(['exit', 1]);
    expect(log.lines).toMatchObject([['data-folder-not-writable', { code: 'ENOTDIR' }]]);
  });
});
