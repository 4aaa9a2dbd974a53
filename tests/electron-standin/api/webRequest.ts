import type { Protocol } from '../chromium/protocol.ts';
import type { SeenRequest } from '../engine/network.ts';
import { Guarded, type PartOf } from './guard.ts';
import { contentsById } from './registry.ts';

type Details = Electron.OnBeforeRequestListenerDetails;
type Listener = (details: Details, callback: (response: Electron.CallbackResponse) => void) => void;

/** Chromium's kinds of requests as Electron names them. */
const RESOURCE_TYPES: Readonly<
  Partial<Record<Protocol.Network.ResourceType, Details['resourceType']>>
> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

/** Key of what only the network asks. */
export const ask = Symbol('ask');

/** The fake `webRequest`: `onBeforeRequest` is really applied, custom schemes included. */
export class StandinWebRequest extends Guarded implements PartOf<Electron.WebRequest> {
  private listener: Listener | null = null;
  private filter: Electron.WebRequestFilter = { urls: ['<all_urls>'] };
  private lastId = 0;

  constructor() {
    super('webRequest');
  }

  onBeforeRequest(
    ...args:
      | [filter: Electron.WebRequestFilter, listener: Listener | null]
      | [listener: Listener | null]
  ): void {
    const [first, second] = args;
    if (args.length === 2 && first && typeof first === 'object') {
      this.filter = first;
      this.listener = second ?? null;
    } else {
      this.filter = { urls: ['<all_urls>'] };
      this.listener = typeof first === 'function' ? first : null;
    }
  }

  /** For the network: false cancels, an address redirects. */
  [ask](request: SeenRequest): Promise<boolean | string> {
    const { listener } = this;
    const details = this.detailsOf(request);
    if (!listener || !isConcerned(this.filter, details)) return Promise.resolve(true);
    return new Promise((resolve) => {
      listener(details, ({ cancel = false, redirectURL }) =>
        resolve(cancel ? false : (redirectURL ?? true)),
      );
    });
  }

  private detailsOf(request: SeenRequest): Details {
    this.lastId += 1;
    const { url, method, referrer, page } = request;
    const contents = [...contentsById.values()].find((candidate) => candidate.page === page);
    return {
      id: this.lastId,
      url,
      method,
      referrer,
      resourceType: resourceTypeOf(request),
      timestamp: Date.now(),
      uploadData: [],
      ...(contents ? { webContentsId: contents.id, webContents: contents.webContents } : {}),
    };
  }
}

function resourceTypeOf({ resourceType, isMainFrame }: SeenRequest): Details['resourceType'] {
  if (resourceType === 'Document') return isMainFrame ? 'mainFrame' : 'subFrame';
  return RESOURCE_TYPES[resourceType] ?? 'other';
}

function isConcerned(filter: Electron.WebRequestFilter, { url, resourceType }: Details): boolean {
  const matches = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => patternToRegExp(pattern).test(url));
  if (filter.types && !filter.types.some((type) => type === resourceType)) return false;
  return matches(filter.urls) && !matches(filter.excludeUrls ?? []);
}

/** `*://*.example.org/x*` as a regular expression; `<all_urls>` matches everything. */
export function patternToRegExp(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const [, scheme = '*', host = '*', path = '/*'] =
    /^([^:]+):\/\/([^/]*)(\/.*)?$/.exec(pattern) ?? [];
  const escape = (text: string): string =>
    text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  const schemePart = scheme === '*' ? '(https?|wss?)' : escape(scheme);
  const hostPart = host.startsWith('*.') ? `([^/]+\\.)?${escape(host.slice(2))}` : escape(host);
  return new RegExp(`^${schemePart}://${hostPart}(:\\d+)?${escape(path)}$`, 'i');
}
