import { EventEmitter } from 'node:events';

/** Names that the language, promises, consoles and test tools look up on any object. */
const ASKED_BY_OTHERS = new Set([
  'then',
  'toJSON',
  'constructor',
  'domain',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
  '__esModule',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
]);

/**
 * Wraps a fake so that reading a member it does not have throws by name, instead of passing in silence.
 * @param name how Electron calls the object, for example `shell` or `webContents`
 */
export function guard<Fake extends object>(name: string, fake: Fake): Fake {
  return new Proxy(fake, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && !(key in target) && !ASKED_BY_OTHERS.has(key)) {
        throw notImplemented(`${name}.${key}`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

/** The error for a part of Electron that the stand-in does not have. */
export function notImplemented(what: string): Error {
  return new Error(`electron stand-in: ${what} is not implemented`);
}

/** An export of Electron that does not exist here: using it in any way throws by name. */
export function absent(name: string): object {
  const refuse = (): never => {
    throw notImplemented(name);
  };
  // A class, since only what could be constructed lets its construction be trapped.
  return new Proxy(class {}, {
    get(_target, key): unknown {
      if (typeof key === 'symbol' || ASKED_BY_OTHERS.has(key)) return undefined;
      throw notImplemented(`${name}.${key}`);
    },
    construct: refuse,
    apply: refuse,
    set: (_target, key) => {
      throw notImplemented(`${name}.${String(key)}`);
    },
  });
}

/** A guarded base class; the constructor returns the proxy, so `this` is the proxy everywhere. */
export class Guarded {
  constructor(name: string) {
    return guard(name, this);
  }
}

/** As {@link Guarded}, for the parts of Electron that emit events. */
export class GuardedEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    return guard(name, this);
  }
}

/** What a fake may have: members of Electron's type, as Electron has them; emitters are Node's own. */
export type PartOf<Real> = Partial<Omit<Real, keyof EventEmitter>>;

/**
 * Hands a fake out under Electron's own type. The compiler refuses members that Electron 45 does not
 * have, or has with another type; what the fake lacks is answered by its {@link guard}.
 */
export function asElectron<Real extends object, Fake extends PartOf<Real>>(
  fake: Fake & Record<Exclude<keyof Fake & string, keyof Real>, never>,
): Real {
  // The guard makes the missing members throw by name, which no type can say.
  return fake as unknown as Real;
}

/** An event object as Electron passes it, cancellable by `preventDefault()`. */
export function electronEvent(): Electron.Event;
export function electronEvent<Params extends object>(params: Params): Electron.Event<Params>;
export function electronEvent(params: object = {}): Electron.Event {
  let prevented = false;
  const event = {
    preventDefault: () => {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(params));
}
