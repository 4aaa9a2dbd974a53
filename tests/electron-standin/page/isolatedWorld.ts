import type { createBridge } from './bridge.ts';
import type { Codec, createCodec } from './codec.ts';
import type { PageEmitter } from './emitter.ts';
import type { MainMessage, PageMessage, writePageMessage } from './messages.ts';
import type { createWorldPort } from './worldPort.ts';

/** What the isolated world needs to know. */
export interface IsolatedWorldConfig {
  /** Prefix of the event names between the worlds. */
  readonly secret: string;
  readonly binding: string;
  readonly receiver: string;
  /** What the preload sees as `process`. */
  readonly process: Readonly<Record<string, unknown>>;
  /** Key combinations of the application menu, for the visible mode only. */
  readonly accelerators: readonly string[];
}

/** What the isolated world is given of the other injected functions. */
export interface IsolatedWorldTools {
  readonly createBridge: typeof createBridge;
  readonly createCodec: typeof createCodec;
  readonly createWorldPort: typeof createWorldPort;
  readonly PageEmitter: typeof PageEmitter;
  readonly writePageMessage: typeof writePageMessage;
}

/** The preload as Electron compiles it for the sandbox: a function body with these parameters. */
export type Preload = (
  require: (id: string) => unknown,
  process: object,
  exports: object,
  module: { exports: object },
  buffer: unknown,
  global: typeof globalThis,
  setImmediate: (run: () => void) => number,
  clearImmediate: (handle: number) => void,
) => void;

/** Runs in the isolated world of each document: `ipcRenderer`, `contextBridge`, then the preload. */
export function installIsolatedWorld(
  config: IsolatedWorldConfig,
  tools: IsolatedWorldTools,
  preload: Preload | undefined,
): void {
  const post = takeBinding(config.binding, tools);
  const bytes = Uint8Array as typeof Uint8Array & {
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  };
  const codec = tools.createCodec({
    encode: (value) => (value as Uint8Array & { toBase64(): string }).toBase64(),
    decode: (text) => bytes.fromBase64(text),
  });
  const bridge = tools.createBridge(tools.createWorldPort(config.secret, 'isolated', 'main'), {
    close: () => post({ type: 'close' }),
    open: (url, frameName, features) =>
      post({
        type: 'open',
        url: String(url),
        frameName: String(frameName),
        features: String(features),
      }),
  });
  const ipcRenderer = createIpcRenderer(config, tools, post, codec);
  const contextBridge = createContextBridge((key, api) => bridge.command('expose', key, api));
  listenForAccelerators(config.accelerators, post);
  if (!preload) return;
  try {
    runPreload(preload, config, tools, { ipcRenderer, contextBridge });
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    post({ type: 'preloadError', message: known.message, stack: known.stack ?? '' });
  }
}

/** Takes the binding off the world's global, so that only this script holds it. */
function takeBinding(name: string, tools: IsolatedWorldTools): (message: PageMessage) => void {
  const binding: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return (message) => {
    if (typeof binding !== 'function') return;
    Reflect.apply(binding, undefined, [tools.writePageMessage(message)]);
  };
}

function createIpcRenderer(
  config: IsolatedWorldConfig,
  tools: IsolatedWorldTools,
  post: (message: PageMessage) => void,
  codec: Codec,
): object {
  const waiting = new Map<
    number,
    { channel: string; resolve(value: unknown): void; reject(error: Error): void }
  >();
  let lastId = 0;
  const emitter = new tools.PageEmitter();
  const ipcRenderer = Object.assign(emitter, {
    send: (channel: string, ...args: unknown[]) =>
      post({ type: 'send', channel, args: codec.stringify(args), href: location.href }),
    invoke: async (channel: string, ...args: unknown[]) => {
      const packed = codec.stringify(args);
      return new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { channel, resolve, reject });
        post({ type: 'invoke', id: lastId, channel, args: packed, href: location.href });
      });
    },
  });
  const receive = (message: MainMessage): void => {
    if (message.type === 'message') {
      const args = codec.parse(message.value) as unknown[];
      emitter.emit(message.channel, { sender: guarded, ports: [] }, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'reply') call?.resolve(codec.parse(message.value));
    else {
      const name = call?.channel ?? '';
      call?.reject(new Error(`Error invoking remote method '${name}': ${message.message}`));
    }
  };
  const guarded = refuseUnknown('ipcRenderer', ipcRenderer);
  Object.defineProperty(globalThis, config.receiver, { value: receive });
  return guarded;
}

function createContextBridge(expose: (key: string, api: unknown) => void): object {
  const exposed = new Set<string>();
  return refuseUnknown('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (exposed.has(key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      exposed.add(key);
      expose(key, api);
    },
  });
}

/** A proxy that throws by name for members the stand-in does not have. */
function refuseUnknown<Known extends object>(name: string, known: Known): Known {
  return new Proxy(known, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && key !== 'then' && key !== 'toJSON' && !(key in target)) {
        throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

/** Menu accelerators where no native menu can take them: the visible mode. */
function listenForAccelerators(
  accelerators: readonly string[],
  post: (message: PageMessage) => void,
): void {
  if (accelerators.length === 0) return;
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const keys = [
      (event.ctrlKey || event.metaKey) && 'ctrl',
      event.altKey && 'alt',
      event.shiftKey && 'shift',
      event.key.toLowerCase(),
    ];
    const pressed = keys.filter((key) => key !== false).join('+');
    if (!accelerators.includes(pressed)) return;
    event.preventDefault();
    post({ type: 'accelerator', keys: pressed });
  });
}

/** Runs the preload with what the sandbox gives it, and nothing else. */
function runPreload(
  preload: Preload,
  config: IsolatedWorldConfig,
  tools: IsolatedWorldTools,
  electron: { readonly ipcRenderer: object; readonly contextBridge: object },
): void {
  const renderer = refuseUnknown('electron (renderer)', { ...electron });
  const timers = { setTimeout, setInterval, clearTimeout, clearInterval };
  const known = new Map<string, unknown>([
    ['electron', renderer],
    ['electron/renderer', renderer],
    ['electron/common', renderer],
    ['events', tools.PageEmitter],
    ['timers', timers],
    ['url', { URL, URLSearchParams }],
  ]);
  const require = (id: string): unknown => {
    const found = known.get(id.replace(/^node:/, ''));
    if (found === undefined) throw new Error(`module not found: ${id}`);
    return found;
  };
  const process = Object.assign(new tools.PageEmitter(), config.process);
  const module = { exports: {} };
  const buffer = refuseUnknown('Buffer (in a preload)', {});
  const setImmediate = (run: () => void): number => window.setTimeout(run, 0);
  const clearImmediate = (handle: number): void => window.clearTimeout(handle);
  const sandbox = [require, process, module.exports, module, buffer] as const;
  preload(...sandbox, globalThis, setImmediate, clearImmediate);
}

/** The functions above, to be written into the isolated world. */
export const isolatedWorldSources = [
  installIsolatedWorld,
  takeBinding,
  createIpcRenderer,
  createContextBridge,
  refuseUnknown,
  listenForAccelerators,
  runPreload,
];
