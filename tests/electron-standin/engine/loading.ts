/** A load that did not succeed, with Electron's message: `ERR_FAILED (-2) loading 'app://bundle/'`. */
export class LoadFailed extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;

  constructor(code: string, url: string) {
    const errno = NET_ERRORS.get(code) ?? -2;
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}

/** Chromium's numbers of the errors that can happen here. */
const NET_ERRORS = new Map([
  ['ERR_FAILED', -2],
  ['ERR_ABORTED', -3],
  ['ERR_FILE_NOT_FOUND', -6],
  ['ERR_BLOCKED_BY_CLIENT', -20],
  ['ERR_CONNECTION_REFUSED', -102],
  ['ERR_NAME_NOT_RESOLVED', -105],
  ['ERR_INTERNET_DISCONNECTED', -106],
  ['ERR_INVALID_URL', -300],
  ['ERR_UNKNOWN_URL_SCHEME', -302],
]);

interface Load {
  /** The address as the application names it. */
  readonly url: string;
  loader: string | undefined;
  resolve(): void;
  reject(error: LoadFailed): void;
}

/** Keeps track of the one load of a page that the application waits for. */
export class Loading {
  private current: Load | undefined;
  private expected: string | undefined;
  private lastLoader: string | undefined;

  /**
   * A load begins; one that is still under way was aborted by it.
   * @param address as the page knows it
   * @param url as the application knows it
   */
  begin(address: string, url: string): Promise<void> {
    this.abandon();
    this.expect(address);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.current = { url, loader: undefined, resolve, reject };
    // Whoever called `loadURL` may not care; Electron does not complain either.
    promise.catch(() => undefined);
    return promise;
  }

  /** The next request for this address comes from the application, not from the page. */
  expect(address: string): void {
    this.expected = withoutFragment(address);
  }

  /** Tells once whether a document request was expected. */
  takeExpected(address: string): boolean {
    if (this.expected !== withoutFragment(address)) return false;
    this.expected = undefined;
    return true;
  }

  /** Chromium named the document that is being loaded. */
  committed(loader: string): void {
    if (!this.current) return;
    this.current.loader = loader;
    if (this.lastLoader === loader) this.finishAtOnce();
  }

  /** A document and everything in it was loaded. */
  loaded(loader: string): void {
    this.lastLoader = loader;
    if (this.current?.loader === loader) this.finishAtOnce();
  }

  /** Nothing had to be loaded, or everything is. */
  finishAtOnce(): void {
    this.current?.resolve();
    this.current = undefined;
    this.expected = undefined;
  }

  /** @returns the error for `text`, for example `net::ERR_FAILED` */
  fail(text: string): LoadFailed {
    const error = new LoadFailed(text.replace(/^net::/, ''), this.current?.url ?? '');
    this.expected = undefined;
    this.current?.reject(error);
    this.current = undefined;
    return error;
  }

  /** What is still under way will not be finished. */
  abandon(): void {
    if (this.current) this.fail('ERR_ABORTED');
  }
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? '';
}
