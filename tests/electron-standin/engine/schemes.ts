/**
 * Custom schemes. Chromium neither loads an unknown scheme nor lets DevTools intercept it, so
 * `app://bundle/x` is loaded as `https://bundle.app.localhost/x`: a secure context with a stable origin
 * that needs no name server, no certificate and no port.
 */

/** Answers the requests of one scheme, as given to `protocol.handle`. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const SUFFIX = '.localhost';

/** The custom schemes of the application and who answers them. */
export class Schemes {
  private readonly handlers = new Map<string, SchemeHandler | undefined>();

  /** Makes a scheme known; until it is, its addresses are left as they are. */
  declare(scheme: string): void {
    if (!this.handlers.has(scheme)) this.handlers.set(scheme, undefined);
  }

  isDeclared(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  isHandled(scheme: string): boolean {
    return this.handlers.get(scheme) !== undefined;
  }

  handle(scheme: string, handler: SchemeHandler | undefined): void {
    this.handlers.set(scheme, handler);
  }

  handlerOf(url: string): SchemeHandler | undefined {
    return this.handlers.get(schemeOf(url));
  }

  /** `app://bundle/x?y#z` -> `https://bundle.app.localhost/x?y#z`; other addresses stay. */
  toPage(url: string): string {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
    const [, scheme = '', host = '', rest = ''] = match ?? [];
    if (!match || !this.isDeclared(scheme.toLowerCase())) return url;
    return `https://${host}.${scheme}${SUFFIX}${rest === '' ? '/' : rest}`;
  }

  /** The way back of {@link toPage}. */
  toApp(url: string): string {
    const match = /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.localhost(\/.*)?$/is.exec(url);
    const [, host = '', scheme = '', rest = '/'] = match ?? [];
    return match && this.isDeclared(scheme) ? `${scheme}://${host}${rest}` : url;
  }

  /** Rewrites `app:` and `app://bundle` in a content security policy. */
  policyToPage(policy: string): string {
    return policy.replaceAll(
      /(^|[\s;])([a-z][a-z0-9+-]*):(\/\/[^\s;]*)?(?=[\s;]|$)/gi,
      (whole: string, before: string, scheme: string, rest: string | undefined) => {
        if (!this.isDeclared(scheme)) return whole;
        if (rest === undefined) return `${before}https://*.${scheme}${SUFFIX}`;
        return before + this.toPage(`${scheme}:${rest}`).replace(/\/$/, '');
      },
    );
  }
}

/** The scheme of an address, in lower case and without its colon. */
export function schemeOf(url: string): string {
  return url.slice(0, Math.max(url.indexOf(':'), 0)).toLowerCase();
}

/** The origin as Chromium writes it; Node's `URL` says `null` for every custom scheme. */
export function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed?.host ? `${parsed.protocol}//${parsed.host}` : 'null';
}

/** The custom schemes of this application. */
export const schemes = new Schemes();
