/**
 * The two halves of `contextBridge`: one runs in the page's own world, the other in the isolated one.
 *
 * A value crosses as a tree: functions and promises as handles, everything else as what the port's own
 * structured clone makes of it. As with `codec.ts`, this also runs inside the page as text.
 */

/** Carries messages to the other half, synchronously; it clones what it carries. */
export interface BridgePort {
  post(message: BridgeMessage): void;
  listen(receive: (message: BridgeMessage) => void): void;
}

/** A value on its way between the worlds. */
export type Crossing =
  | { kind: 'value'; value: unknown }
  | { kind: 'function'; id: number }
  | { kind: 'returned'; id: number }
  | { kind: 'promise'; id: number }
  | { kind: 'error'; name: string; message: string; stack: string }
  | { kind: 'array'; items: Crossing[] }
  | { kind: 'object'; entries: [key: string, value: Crossing][] };

/** What the halves say to each other. */
export type BridgeMessage =
  | { type: 'call'; id: number; args: Crossing[] }
  | { type: 'result'; ok: boolean; value: Crossing }
  | { type: 'settled'; id: number; ok: boolean; value: Crossing }
  | { type: 'command'; name: string; args: Crossing[] };

/** One half of the bridge. */
export interface Bridge {
  /** Runs a command of the other half; its arguments arrive frozen. */
  command(name: string, ...args: unknown[]): void;
}

/** The functions and promises that crossed. */
interface Handles {
  nextId: number;
  readonly functions: Map<number, Function>;
  readonly idOf: Map<Function, number>;
  readonly proxyId: Map<Function, number>;
  readonly pending: Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>;
}

/**
 * Makes one half.
 * @param commands what the other half may ask for by name
 */
export function createBridge(
  port: BridgePort,
  commands: Readonly<Record<string, (...args: unknown[]) => void>>,
): Bridge {
  const handles: Handles = {
    nextId: 1,
    functions: new Map(),
    idOf: new Map(),
    proxyId: new Map(),
    pending: new Map(),
  };
  let result: Extract<BridgeMessage, { type: 'result' }> | undefined;
  const pack = (value: unknown): Crossing => packValue(value, 0, handles, port);
  const unpack = (value: Crossing, frozen = false): unknown =>
    unpackValue(value, frozen, handles, call);

  function call(id: number, args: unknown[]): unknown {
    const packed = args.map(pack);
    result = undefined;
    port.post({ type: 'call', id, args: packed });
    const answer = result as Extract<BridgeMessage, { type: 'result' }> | undefined;
    result = undefined;
    if (!answer) throw new Error('electron stand-in: the context bridge gave no answer');
    const value = unpack(answer.value);
    if (!answer.ok) throw value;
    return value;
  }

  port.listen((message) => {
    switch (message.type) {
      case 'call':
        port.post(answerCall(message, handles, pack, unpack));
        return;
      case 'result':
        result = message;
        return;
      case 'settled': {
        const waiting = handles.pending.get(message.id);
        handles.pending.delete(message.id);
        if (message.ok) waiting?.resolve(unpack(message.value));
        else waiting?.reject(unpack(message.value));
        return;
      }
      case 'command':
        commands[message.name]?.(...message.args.map((argument) => unpack(argument, true)));
        return;
      default:
        assertNever(message);
    }
  });
  return {
    command: (name, ...args) => port.post({ type: 'command', name, args: args.map(pack) }),
  };
}

function answerCall(
  message: Extract<BridgeMessage, { type: 'call' }>,
  handles: Handles,
  pack: (value: unknown) => Crossing,
  unpack: (value: Crossing) => unknown,
): BridgeMessage {
  try {
    const target = handles.functions.get(message.id);
    if (!target) throw new Error('electron stand-in: no such function on the context bridge');
    const args = message.args.map((argument) => unpack(argument));
    return { type: 'result', ok: true, value: pack(Reflect.apply(target, undefined, args)) };
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    return { type: 'result', ok: false, value: pack(known) };
  }
}

/** Takes a value apart; throws as Electron does where it cannot cross. */
function packValue(value: unknown, depth: number, handles: Handles, port: BridgePort): Crossing {
  const pack = (part: unknown): Crossing => packValue(part, depth + 1, handles, port);
  if (depth > 1000) {
    throw new TypeError(
      'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
    );
  }
  if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
  if (typeof value === 'function') return packFunction(value, handles);
  if (typeof value !== 'object' || value === null) return { kind: 'value', value };
  if (value instanceof Promise) return packPromise(value, handles, port);
  if (value instanceof Error) {
    const { name, message, stack } = value;
    return { kind: 'error', name, message, stack: stack ?? '' };
  }
  if (isPlainData(value)) return { kind: 'value', value };
  if (Array.isArray(value)) return { kind: 'array', items: value.map(pack) };
  if (Object.prototype.toString.call(value) === '[object Object]') {
    const record = value as Record<string, unknown>;
    return { kind: 'object', entries: Object.keys(record).map((key) => [key, pack(record[key])]) };
  }
  // Cloned here already, so that what cannot be cloned throws where it was given.
  return { kind: 'value', value: value instanceof Blob ? value : structuredClone(value) };
}

/** True for lists and records of nothing but data, which cross as one value, at the speed of cloning. */
function isPlainData(value: unknown): boolean {
  if (value === null || typeof value !== 'object') {
    return typeof value !== 'function' && typeof value !== 'symbol';
  }
  if (Array.isArray(value)) return value.every(isPlainData);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isPlainData);
}

/** Freezes lists and records all the way down. */
function deepFreeze(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

function packFunction(value: Function, handles: Handles): Crossing {
  const own = handles.proxyId.get(value);
  if (own !== undefined) return { kind: 'returned', id: own };
  const known = handles.idOf.get(value);
  if (known !== undefined) return { kind: 'function', id: known };
  const id = handles.nextId;
  handles.nextId += 1;
  handles.functions.set(id, value);
  handles.idOf.set(value, id);
  return { kind: 'function', id };
}

function packPromise(promise: Promise<unknown>, handles: Handles, port: BridgePort): Crossing {
  const id = handles.nextId;
  handles.nextId += 1;
  const settle = (ok: boolean) => (value: unknown) => {
    let crossing: Crossing;
    try {
      crossing = packValue(value, 0, handles, port);
    } catch (error) {
      crossing = packValue(
        error instanceof Error ? error : new Error(String(error)),
        0,
        handles,
        port,
      );
      ok = false;
    }
    port.post({ type: 'settled', id, ok, value: crossing });
  };
  promise.then(settle(true), settle(false));
  return { kind: 'promise', id };
}

/** Puts a value together again in the receiving world. */
function unpackValue(
  crossing: Crossing,
  frozen: boolean,
  handles: Handles,
  call: (id: number, args: unknown[]) => unknown,
): unknown {
  const unpack = (part: Crossing): unknown => unpackValue(part, frozen, handles, call);
  const finish = <Built extends object>(built: Built): Built =>
    frozen ? Object.freeze(built) : built;
  switch (crossing.kind) {
    case 'value':
      return frozen ? deepFreeze(crossing.value) : crossing.value;
    case 'function': {
      const { id } = crossing;
      const proxy = (...args: unknown[]): unknown => call(id, args);
      handles.proxyId.set(proxy, id);
      return finish(proxy);
    }
    case 'returned':
      return handles.functions.get(crossing.id);
    case 'promise':
      return new Promise((resolve, reject) => {
        handles.pending.set(crossing.id, { resolve, reject });
      });
    case 'error': {
      const known = [RangeError, ReferenceError, SyntaxError, TypeError];
      const Kind = known.find((kind) => kind.name === crossing.name) ?? Error;
      const error = new Kind(crossing.message);
      error.stack = crossing.stack;
      return error;
    }
    case 'array':
      return finish(crossing.items.map(unpack));
    case 'object': {
      const built = {};
      for (const [key, part] of crossing.entries) {
        const value = unpack(part);
        Object.defineProperty(built, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return finish(built);
    }
    default:
      return assertNever(crossing);
  }
}

function assertNever(value: never): never {
  throw new Error(`electron stand-in: unknown message on the context bridge: ${String(value)}`);
}

/** The functions above, to be written into a page together. */
export const bridgeSources = [
  createBridge,
  answerCall,
  packValue,
  isPlainData,
  packFunction,
  packPromise,
  unpackValue,
  deepFreeze,
  assertNever,
];
