import type { App, Session, WebContents } from 'electron/main';
import { isOwnAddress } from './address.ts';
import type { Log } from './log.ts';

/** What our own page may do without asking; everything else is refused. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write'];

/** A dead loopback address: Chromium would otherwise ask Google for a dictionary. */
const NO_DICTIONARIES = 'http://127.0.0.1:9/';

/** The scheme and host of an address, for the log; never its path or query. */
function placeOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? 'unreadable' : `${url.protocol}//${url.host}`;
}

function isAllowed(permission: string, address: string): boolean {
  return ALLOWED_PERMISSIONS.includes(permission) && isOwnAddress(address);
}

/** Closes a session to the network, to devices and to every permission that the page does not need. */
export function secureSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isAllowed(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isAllowed(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, callback) => {
    const own = isOwnRequest(url);
    if (!own) log.write('request-refused', { to: placeOf(url) });
    callback({ cancel: !own });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
    log.write('download-refused');
  });
  session.setSpellCheckerDictionaryDownloadURL(NO_DICTIONARIES);
  session.setSpellCheckerEnabled(false);
}

/** Our files, what the page made itself, and Chromium's own developer tools; nothing that has a network. */
function isOwnRequest(address: string): boolean {
  return isOwnAddress(address) || /^(?:blob|data|devtools):/.test(address);
}

/** Keeps a page where it is: no navigation elsewhere, no new windows, no embedded pages. */
export function secureContents(contents: WebContents, log: Log): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (isOwnAddress(event.url)) return;
    event.preventDefault();
    log.write('navigation-refused', { to: placeOf(event.url) });
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.write('window-refused', { to: placeOf(url) });
    return { action: 'deny' };
  });
}

/**
 * Applies both rules to whatever session or page ever comes to be; called before `ready`.
 * @returns how to secure a session that may have been made before anyone listened
 */
export function secureEverything(app: App, log: Log): (session: Session) => void {
  const secured = new WeakSet<Session>();
  const secureOnce = (session: Session): void => {
    if (secured.has(session)) return;
    secured.add(session);
    secureSession(session, log);
  };
  app.on('session-created', secureOnce);
  app.on('web-contents-created', (_event, contents) => secureContents(contents, log));
  return secureOnce;
}
