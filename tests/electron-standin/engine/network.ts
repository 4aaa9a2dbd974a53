import type { Protocol } from '../chromium/protocol.ts';
import { control } from '../control.ts';
import { say, whisper } from '../say.ts';
import type { Browser } from './browser.ts';
import type { Page } from './page.ts';
import { schemeOf, schemes, type SchemeHandler } from './schemes.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** A navigation that a page wants, for the application to allow or veto. */
export interface WantedNavigation {
  /** The application's name of the address. */
  readonly url: string;
  readonly isMainFrame: boolean;
  /** True for a later address of one that was allowed. */
  readonly isRedirect: boolean;
}

/** A request as the application's filters see it. */
export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  readonly resourceType: Protocol.Network.ResourceType;
  readonly isMainFrame: boolean;
  readonly referrer: string;
  readonly page: Page | undefined;
}

/** What the application decides about the requests of its pages. */
export interface RequestPolicy {
  /** `will-navigate` and its relatives; false stops the navigation. */
  mayNavigate(page: Page, navigation: WantedNavigation): boolean;
  /** `session.webRequest`; false cancels the request, an address redirects it. */
  filter(request: SeenRequest): Promise<boolean | string>;
}

/** Answers one paused request: by a custom scheme, from this computer, or not at all. */
export function answerRequest(policy: RequestPolicy): (browser: Browser, paused: Paused) => void {
  return (browser, paused) => {
    decide(policy, browser, paused).catch((error: unknown) => {
      if (isGoneAlready(error)) return;
      say('a request could not be answered:', paused.request.url, error);
      fail(browser, paused, 'Failed');
    });
  };
}

async function decide(policy: RequestPolicy, browser: Browser, paused: Paused): Promise<void> {
  const { request, resourceType, frameId, requestId } = paused;
  const address = request.url + (request.urlFragment ?? '');
  const url = schemes.toApp(address);
  const page = browser.pageOfFrame(frameId);
  const isMainFrame = page?.targetId === frameId;
  if (resourceType === 'Document') {
    // A popup that Chromium opened although it was told not to; it is closed as soon as it is seen.
    if (!page) return fail(browser, paused, 'Aborted');
    const isOwn = isMainFrame && page.takeExpected(address);
    const isRedirect = paused.redirectedRequestId !== undefined;
    if (!isOwn && !policy.mayNavigate(page, { url, isMainFrame, isRedirect })) {
      return fail(browser, paused, 'Aborted');
    }
  }
  const referrer = schemes.toApp(headerOf(request.headers, 'referer'));
  const { method } = request;
  const verdict = await policy.filter({ url, method, resourceType, isMainFrame, referrer, page });
  const leaves = !schemes.isDeclared(schemeOf(url)) && !isLocal(url);
  if (leaves) control.refusedRequests.push(url);
  if (verdict === false) return fail(browser, paused, 'BlockedByClient');
  if (typeof verdict === 'string') return redirect(browser, paused, schemes.toPage(verdict));
  const handler = schemes.handlerOf(url);
  if (handler) return fulfil(browser, paused, url, handler);
  if (isFavicon(url, resourceType) || schemes.isDeclared(schemeOf(url))) {
    browser.tell('Fetch.fulfillRequest', { requestId, responseCode: 404 });
    return;
  }
  if (!leaves) {
    browser.tell('Fetch.continueRequest', { requestId });
    return;
  }
  say('refused a request to the network:', url);
  fail(browser, paused, 'InternetDisconnected');
}

/** Lets the handler of a custom scheme answer. */
async function fulfil(
  browser: Browser,
  paused: Paused,
  url: string,
  handler: SchemeHandler,
): Promise<void> {
  let response: Response;
  try {
    response = await handler(requestFor(url, paused.request));
    if (!(response instanceof Response)) throw new TypeError('the handler returned no Response');
  } catch (error) {
    say('the handler of', url, 'failed:', error);
    return fail(browser, paused, 'Failed');
  }
  const body = Buffer.from(await response.arrayBuffer());
  await browser.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: responseHeaders(response.headers),
    body: body.toString('base64'),
  });
}

function requestFor(url: string, request: Protocol.Network.Request): Request {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    schemes.toApp(value),
  ]);
  const parts = request.postDataEntries?.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'));
  return new Request(url.split('#')[0] ?? url, {
    method: request.method,
    headers,
    ...(parts ? { body: Buffer.concat(parts) } : {}),
  });
}

/** Headers that describe the bytes on a wire, of which there is none. */
const ABOUT_TRANSPORT = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
]);

function responseHeaders(headers: Headers): Protocol.Fetch.HeaderEntry[] {
  return [...headers]
    .filter(([name]) => !ABOUT_TRANSPORT.has(name))
    .map(([name, value]) =>
      name.startsWith('content-security-policy')
        ? { name, value: schemes.policyToPage(value) }
        : { name, value },
    );
}

function redirect(browser: Browser, { requestId }: Paused, location: string): void {
  browser.tell('Fetch.fulfillRequest', {
    requestId,
    responseCode: 307,
    responseHeaders: [{ name: 'location', value: location }],
  });
}

function fail(
  browser: Browser,
  { requestId }: Paused,
  errorReason: Protocol.Network.ErrorReason,
): void {
  browser.tell('Fetch.failRequest', { requestId, errorReason });
}

function headerOf(headers: Protocol.Network.Headers, name: string): string {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
}

/** Chromium with windows asks for an icon that nobody named; Electron does not. */
function isFavicon(url: string, resourceType: Protocol.Network.ResourceType): boolean {
  return resourceType === 'Other' && url.endsWith('/favicon.ico');
}

/** True for what never leaves this computer: files, data, and loopback servers such as Vite's. */
function isLocal(url: string): boolean {
  if (!/^https?:/i.test(url)) return true;
  const host = URL.parse(url)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

function isGoneAlready(error: unknown): boolean {
  const gone = error instanceof Error && /Invalid InterceptionId|has ended/.test(error.message);
  if (gone) whisper(error);
  return gone;
}
