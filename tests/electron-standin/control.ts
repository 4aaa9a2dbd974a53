/**
 * What tests may see and stage beyond Electron's own API.
 *
 * In a test: `const control = await standinControl(app)` (see `forTests.ts`), then
 * `await control.evaluate((c) => c.refusedRequests)`. Everything the real API can do is done with the
 * real API: `app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))` works on both runtimes.
 */
export interface StandinControl {
  /**
   * Addresses on other computers that a page or a worker of it asked for, those that the application's own
   * `webRequest` cancelled included; none was answered. A vetoed navigation is no request.
   */
  readonly refusedRequests: string[];
  /** Dialogs that were opened and nothing answered, newest last. */
  readonly unansweredDialogs: DialogCall[];
  /** What would have left for the desktop: `openExternal`, `openPath`, `showItemInFolder`, in order. */
  readonly shellCalls: ShellCall[];
  /** How `safeStorage` behaves. */
  readonly safeStorage: SafeStorageScript;
  /** Printing on paper: what was asked for, in order, and how it ends. */
  readonly paper: PaperScript;
  /** What `powerMonitor` answers. */
  readonly power: { idleSeconds: number; locked: boolean; onBattery: boolean };
  /** What the system's colour scheme is, for `nativeTheme.themeSource = 'system'`. */
  readonly theme: { systemDark: boolean };
  /** Plugs a display in; emits `display-added`. */
  addDisplay(bounds?: Partial<Electron.Rectangle>): number;
  /** Pulls a display out; emits `display-removed`. */
  removeDisplay(id: number): void;
  /** The Chromium that draws, for example `HeadlessChrome/156.0.8078.5`; `''` while it starts. */
  chromium: string;
}

/** One call of a dialog. */
export interface DialogCall {
  readonly method: string;
  readonly options: unknown;
}

/** One call of `shell`. */
export interface ShellCall {
  readonly method: 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem';
  readonly target: string;
}

/** Settings of the fake `safeStorage`; each may be changed at any time. */
export interface SafeStorageScript {
  /** What `isAsyncEncryptionAvailable()` answers; when false, encrypting and decrypting reject. */
  available: boolean;
  /** What `getSelectedStorageBackend()` answers. */
  backend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;
  /** Makes `decryptStringAsync` reject as a locked key ring does. */
  temporarilyUnavailable: boolean;
  /** What `decryptStringAsync` says about encrypting again with a newer key. */
  shouldReEncrypt: boolean;
  /** Changes the key, as when the profile was copied to another computer: old texts no longer decrypt. */
  keySeed: string;
}

/** What became of `webContents.print`. */
export interface PaperScript {
  readonly jobs: Electron.WebContentsPrintOptions[];
  /** Why it did not work, in Electron's words such as `Print job canceled`; `''`: it was printed. */
  failureReason: string;
}

/** Where the control object stands on `globalThis` of the main process. */
export const STANDIN = Symbol.for('strefownik.standin');

const notYet = (): never => {
  throw new Error('electron stand-in: displays can be changed once the app is ready');
};

/** The one control object of this process. */
export const control: StandinControl = {
  refusedRequests: [],
  unansweredDialogs: [],
  shellCalls: [],
  safeStorage: {
    available: true,
    backend: 'basic_text',
    temporarilyUnavailable: false,
    shouldReEncrypt: false,
    keySeed: 'this computer',
  },
  paper: { jobs: [], failureReason: '' },
  power: { idleSeconds: 0, locked: false, onBattery: false },
  theme: { systemDark: false },
  addDisplay: notYet,
  removeDisplay: notYet,
  chromium: '',
};

/** Makes the control object reachable for tests. */
export function publishControl(): void {
  Reflect.set(globalThis, STANDIN, control);
}
