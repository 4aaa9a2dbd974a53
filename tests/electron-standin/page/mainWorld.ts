import type { createBridge } from './bridge.ts';
import type { createWorldPort } from './worldPort.ts';

/** What the main world's half needs to know. */
export interface MainWorldConfig {
  /** Prefix of the event names between the worlds. */
  readonly secret: string;
  /** True where this Chromium would open popups although it was told not to. */
  readonly replaceWindowOpen: boolean;
}

/** What the main world's half is given of the other injected functions. */
export interface MainWorldTools {
  readonly createBridge: typeof createBridge;
  readonly createWorldPort: typeof createWorldPort;
}

/** Runs in the page's own world before its scripts: receives the exposed APIs, mends `window.close`. */
export function installMainWorld(config: MainWorldConfig, tools: MainWorldTools): void {
  const define = (key: string, value: unknown, replaceable: boolean): unknown =>
    Object.defineProperty(window, key, {
      value,
      enumerable: true,
      configurable: replaceable,
      writable: replaceable,
    });
  const port = tools.createWorldPort(config.secret, 'main', 'isolated');
  const bridge = tools.createBridge(port, {
    expose: (key, api) => void define(String(key), api, false),
  });
  const close = (): void => bridge.command('close');
  define('close', close, true);
  if (!config.replaceWindowOpen) return;
  const open = (url: unknown = '', frameName: unknown = '', features: unknown = ''): null => {
    const address = String(new URL(String(url), document.baseURI));
    bridge.command('open', address, String(frameName), String(features));
    return null;
  };
  define('open', open, true);
}

/** The function above, to be written into the main world. */
export const mainWorldSources = [installMainWorld];
