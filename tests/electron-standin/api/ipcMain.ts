import { asElectron, GuardedEmitter, type PartOf } from './guard.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** Who answers `invoke`, by channel. */
export type Handlers = Map<string, Handler>;

/** The fake `ipcMain`; each `webContents.ipc` is another one, with handlers of its own. */
export class StandinIpcMain extends GuardedEmitter implements PartOf<Electron.IpcMain> {
  private readonly handlers: Handlers;

  constructor(name: string, handlers: Handlers) {
    super(name);
    this.handlers = handlers;
  }

  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof listener !== 'function') {
      throw new Error(`Expected handler to be a function, but found type '${typeof listener}'`);
    }
    this.handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args: unknown[]): unknown => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

/** The handlers of `ipcMain`. */
export const mainHandlers: Handlers = new Map();

/** The one `ipcMain`. */
export const ipcMain = asElectron<Electron.IpcMain, StandinIpcMain>(
  new StandinIpcMain('ipcMain', mainHandlers),
);

/**
 * Finds who answers a channel, asking the narrowest door first.
 * @throws Error as Electron says it when nobody does
 */
export function handlerFor(channel: string, doors: readonly Handlers[]): Handler {
  const handler = doors.map((door) => door.get(channel)).find((found) => found !== undefined);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler;
}
