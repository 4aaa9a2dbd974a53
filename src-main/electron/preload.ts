import { contextBridge, ipcRenderer } from 'electron/renderer';
import type { BROADCAST_CHANNEL, CALL_CHANNEL, PreloadApi } from '../contract/preloadApi.ts';

/** Names of the contract, put in by the build; the sandbox loads no second file. */
declare const __CALL_NAMES__: readonly string[];
declare const __BROADCAST_NAMES__: readonly string[];

// Only types of the contract come in here; `typeof` keeps these texts equal to its constants.
const callChannel: typeof CALL_CHANNEL = 'strefownik:call';
const broadcastChannel: typeof BROADCAST_CHANNEL = 'strefownik:broadcast';

const api: PreloadApi = {
  call: (name, input) =>
    __CALL_NAMES__.includes(name)
      ? ipcRenderer.invoke(callChannel, name, input)
      : Promise.reject(new Error(`Unknown call: ${name}`)),

  onBroadcast: (name, listener) => {
    if (!__BROADCAST_NAMES__.includes(name)) throw new Error(`Unknown broadcast: ${name}`);
    // Electron's event never reaches the page; a disposer, because the bridge makes a new proxy of
    // the listener at every crossing and could not find it again.
    const relay = (_event: unknown, sent: unknown, value: unknown): void => {
      if (sent === name) listener(value);
    };
    ipcRenderer.on(broadcastChannel, relay);
    return () => {
      ipcRenderer.off(broadcastChannel, relay);
    };
  },
};

contextBridge.exposeInMainWorld('strefownik', api);
