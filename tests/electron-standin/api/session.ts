import { app } from './app.ts';
import { requireReady } from '../engine/phase.ts';
import { asElectron, guard, GuardedEmitter, notImplemented, type PartOf } from './guard.ts';
import { type CheckHandler, permissionHandlers, type RequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { StandinWebRequest } from './webRequest.ts';

/** The filter of the default session, as the network asks it. */
export const standinWebRequest = new StandinWebRequest();

/** The fake default session. */
export class StandinSession extends GuardedEmitter implements PartOf<Electron.Session> {
  readonly protocol = protocol;
  readonly webRequest = asElectron<Electron.WebRequest, StandinWebRequest>(standinWebRequest);
  spellCheckerEnabled = true;
  readonly availableSpellCheckerLanguages: string[] = [];
  private spellCheckerLanguages: string[] = [];

  constructor() {
    super('session');
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    permissionHandlers.request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    permissionHandlers.check = handler;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }

  setSpellCheckerLanguages(languages: string[]): void {
    this.spellCheckerLanguages = [...languages];
  }

  getSpellCheckerLanguages(): string[] {
    return [...this.spellCheckerLanguages];
  }

  isPersistent(): boolean {
    return true;
  }

  getStoragePath(): string {
    return app.getPath('sessionData');
  }

  // Nothing here asks for a device or a screen, downloads a dictionary or keeps a cache.
  setDevicePermissionHandler(
    _handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0],
  ): void {}
  setDisplayMediaRequestHandler(
    _handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0],
  ): void {}
  setSpellCheckerDictionaryDownloadURL(_url: string): void {}
  setCodeCachePath(_path: string): void {}
  async clearCache(): Promise<void> {}
  async closeAllConnections(): Promise<void> {}
  flushStorageData(): void {}
}

let only: StandinSession | undefined;

/** The default session under Electron's type; announced by `session-created` when it is first made. */
export function defaultSession(): Electron.Session {
  requireReady('Session can only be received when app is ready');
  only ??= new StandinSession();
  return asElectron<Electron.Session, StandinSession>(only);
}

const fake = guard('session', {
  get defaultSession(): Electron.Session {
    return defaultSession();
  },
  fromPartition: (): never => {
    throw notImplemented('session.fromPartition');
  },
});

/** `session` under Electron's type. */
export const session = asElectron<Omit<typeof Electron.Session, 'prototype'>, typeof fake>(fake);
