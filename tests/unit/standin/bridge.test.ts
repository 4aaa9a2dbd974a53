import { describe, expect, it } from 'vitest';
import {
  type Bridge,
  type BridgeMessage,
  type BridgePort,
  createBridge,
} from '../../electron-standin/page/bridge.ts';

/** Two ports that clone what they carry and deliver it at once, as the events between worlds do. */
function createPorts(): readonly [BridgePort, BridgePort] {
  const receivers: ((message: BridgeMessage) => void)[] = [];
  const port = (own: number, other: number): BridgePort => ({
    post: (message) => receivers[other]?.(structuredClone(message)),
    listen: (receive) => {
      receivers[own] = receive;
    },
  });
  return [port(0, 1), port(1, 0)];
}

/** Exposes an API over a bridge and returns what the page would see. */
function expose(api: unknown): Record<string, unknown> {
  const [isolated, main] = createPorts();
  const seen: Record<string, unknown> = {};
  createBridge(main, {
    expose: (key, exposed) => {
      seen[String(key)] = exposed;
    },
  });
  const bridge: Bridge = createBridge(isolated, {});
  bridge.command('expose', 'api', api);
  return seen['api'] as Record<string, unknown>;
}

const callable = (
  api: Record<string, unknown>,
  name: string,
): ((...args: unknown[]) => unknown) => {
  const found = api[name];
  if (typeof found !== 'function') throw new Error(`${name} is not exposed`);
  return (...args) => Reflect.apply(found, undefined, args) as unknown;
};

describe('contextBridge of the Electron stand-in', () => {
  it('copies data and freezes it all the way down', () => {
    const source = { list: [{ name: 'Łapy' }], when: new Date(0), nothing: undefined };
    const api = expose({ data: source, run: () => 1 });
    expect(api['data']).toStrictEqual(source);
    expect(api['data']).not.toBe(source);
    expect(Object.isFrozen(api)).toBe(true);
    expect(Object.isFrozen((api['data'] as typeof source).list[0])).toBe(true);
  });

  it('calls functions with copies, and gives back copies', () => {
    const given: unknown[] = [];
    const api = expose({
      take: (value: unknown) => {
        given.push(value);
        return value;
      },
    });
    const value = { deep: [1, 2n, new Uint8Array([3])] };
    expect(callable(api, 'take')(value)).toStrictEqual(value);
    expect(given).toStrictEqual([value]);
    expect(given[0]).not.toBe(value);
  });

  it('lets callbacks and promises cross, both ways', async () => {
    const api = expose({
      later: async (callback: (value: number) => Promise<number>) => (await callback(20)) + 1,
    });
    await expect(callable(api, 'later')(async (value: number) => value * 2)).resolves.toBe(41);
  });

  it('gives a function back as itself when it returns home', () => {
    const api = expose({ same: (callback: unknown) => callback });
    const callback = (): void => undefined;
    expect(callable(api, 'same')(callback)).toBe(callback);
  });

  it('throws errors with their kind and message, and loses their own properties', () => {
    const api = expose({
      fail: () => {
        throw Object.assign(new RangeError('za dużo'), { code: 'E_LIMIT' });
      },
    });
    let caught: unknown;
    try {
      callable(api, 'fail')();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(RangeError);
    expect(caught).toMatchObject({ message: 'za dużo' });
    expect(Object.keys(caught as object)).toStrictEqual([]);
  });

  it('rejects promises with their error', async () => {
    const api = expose({ fail: () => Promise.reject(new TypeError('nie')) });
    await expect(callable(api, 'fail')()).rejects.toThrow(new TypeError('nie'));
  });

  it('drops prototypes, as Electron does', () => {
    class Library {
      readonly name = 'Gołdap';
      describe(): string {
        return this.name;
      }
    }
    const api = expose({ library: new Library() });
    expect(api['library']).toStrictEqual({ name: 'Gołdap' });
  });

  it('refuses symbols and endless nesting', () => {
    expect(() => expose({ key: Symbol('x') })).toThrow('An object could not be cloned.');
    const endless: Record<string, unknown> = { run: () => 1 };
    endless['self'] = endless;
    expect(() => expose(endless)).toThrow('recursion depth exceeded');
  });
});
