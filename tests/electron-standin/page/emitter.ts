type Listener = (...args: unknown[]) => void;

/** The part of Node's `EventEmitter` that a sandboxed preload is given as `require('events')`. */
export class PageEmitter {
  static EventEmitter = PageEmitter;
  private readonly listenersOf = new Map<string | symbol, { call: Listener; given: Listener }[]>();

  on(name: string | symbol, given: Listener): this {
    return this.add(name, given, given);
  }

  once(name: string | symbol, given: Listener): this {
    const call = (...args: unknown[]): void => {
      this.removeListener(name, given);
      Reflect.apply(given, this, args);
    };
    return this.add(name, call, given);
  }

  addListener(name: string | symbol, given: Listener): this {
    return this.on(name, given);
  }

  off(name: string | symbol, given: Listener): this {
    return this.removeListener(name, given);
  }

  removeListener(name: string | symbol, given: Listener): this {
    const listeners = this.listenersOf.get(name) ?? [];
    const index = listeners.findLastIndex((listener) => listener.given === given);
    // A new list, so that an emit in progress goes on over the old one.
    if (index >= 0) this.listenersOf.set(name, listeners.toSpliced(index, 1));
    return this;
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) this.listenersOf.clear();
    else this.listenersOf.delete(name);
    return this;
  }

  emit(name: string | symbol, ...args: unknown[]): boolean {
    const listeners = this.listenersOf.get(name) ?? [];
    for (const listener of listeners) Reflect.apply(listener.call, this, args);
    return listeners.length > 0;
  }

  listenerCount(name: string | symbol): number {
    return this.listenersOf.get(name)?.length ?? 0;
  }

  listeners(name: string | symbol): Listener[] {
    return (this.listenersOf.get(name) ?? []).map((listener) => listener.given);
  }

  setMaxListeners(): this {
    return this;
  }

  private add(name: string | symbol, call: Listener, given: Listener): this {
    this.listenersOf.set(name, [...(this.listenersOf.get(name) ?? []), { call, given }]);
    return this;
  }
}

/** The class above, to be written into the isolated world. */
export const emitterSources = [PageEmitter];
