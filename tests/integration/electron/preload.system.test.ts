import { EventEmitter } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction, createContext } from 'node:vm';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { broadcasts, contract } from '../../../src-main/contract/contract.ts';
import { BROADCAST_CHANNEL, CALL_CHANNEL } from '../../../src-main/contract/preloadApi.ts';
import { repository } from '../../tools/places.mjs';

let folder = '';
let source = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strefownik-preload-'));
  await build({
    configFile: join(repository, 'src-main', 'vite.config.ts'),
    mode: 'preload',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  source = await readFile(join(folder, 'preload.cjs'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Api = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/**
 * Runs the built preload as the sandbox does: as a function body with these eight parameters and a
 * `require` that knows only these names (electron's lib/sandboxed_renderer).
 */
function runInSandbox(): { exposed: Map<string, Api>; invoked: unknown[][]; ipc: EventEmitter } {
  const exposed = new Map<string, Api>();
  const invoked: unknown[][] = [];
  const ipc = new EventEmitter();
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, api: Api) => void exposed.set(key, api) },
    ipcRenderer: Object.assign(ipc, {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve('answer');
      },
    }),
  };
  const known: Readonly<Record<string, unknown>> = {
    electron,
    'electron/common': electron,
    'electron/renderer': electron,
  };
  const sandboxRequire = (name: string): unknown => {
    if (Object.hasOwn(known, name)) return known[name];
    throw new Error(`module not found: ${name}`);
  };
  const parameters = [
    'require',
    'process',
    'exports',
    'module',
    'Buffer',
    'global',
    'setImmediate',
    'clearImmediate',
  ];
  const preload = compileFunction(source, parameters, {
    filename: 'preload.cjs',
    parsingContext: createContext({}),
  });
  const module = { exports: {} };
  Reflect.apply(preload, undefined, [
    sandboxRequire,
    { platform: 'linux', versions: {}, env: {} },
    module.exports,
    module,
    undefined,
    {},
    undefined,
    undefined,
  ]);
  return { exposed, invoked, ipc };
}

function apiOf(exposed: Map<string, Api>): Api {
  const api = exposed.get('strefownik');
  if (!api) throw new Error('nothing exposed');
  return api;
}

describe('the built preload', () => {
  it('is one small file that runs in the sandbox', async () => {
    expect(await readdir(folder)).toStrictEqual(['preload.cjs']);
    expect((await stat(join(folder, 'preload.cjs'))).size).toBeLessThan(10_000);
    const { exposed } = runInSandbox();
    expect([...exposed.keys()]).toStrictEqual(['strefownik']);
    expect(Object.keys(apiOf(exposed))).toStrictEqual(['call', 'onBroadcast']);
  });

  it('passes every call of the contract, and no other name', async () => {
    const { exposed, invoked } = runInSandbox();
    const { call } = apiOf(exposed);
    const names = Object.keys(contract);
    for (const name of names) expect(await call?.(name, { for: name })).toBe('answer');
    expect(invoked).toStrictEqual(names.map((name) => [CALL_CHANNEL, name, { for: name }]));
    for (const name of ['desk.closeWorkspace', '__proto__', 'constructor', '', undefined])
      await expect(call?.(name, {})).rejects.toThrow('Unknown call');
    expect(invoked.length).toBe(names.length);
  });

  it('passes every broadcast without Electron’s event, until it is stopped', () => {
    const { exposed, ipc } = runInSandbox();
    const { onBroadcast } = apiOf(exposed);
    for (const name of Object.keys(broadcasts)) {
      const heard: unknown[][] = [];
      const stop = onBroadcast?.(name, (...args: unknown[]) => heard.push(args));
      ipc.emit(BROADCAST_CHANNEL, { sender: 'secret' }, name, 'value');
      ipc.emit(BROADCAST_CHANNEL, { sender: 'secret' }, 'another', 'value');
      if (typeof stop === 'function') Reflect.apply(stop, undefined, []);
      ipc.emit(BROADCAST_CHANNEL, { sender: 'secret' }, name, 'too late');
      expect(heard).toStrictEqual([['value']]);
    }
    expect(ipc.listenerCount(BROADCAST_CHANNEL)).toBe(0);
    expect(() => onBroadcast?.('another', () => undefined)).toThrow('Unknown broadcast');
  });
});
