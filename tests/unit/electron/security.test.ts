import type { Session, WebContents } from 'electron/main';
import { describe, expect, it } from 'vitest';
import { secureEverything } from '../../../src-main/electron/security.ts';
import { fake, fakeEmitter, makeLog } from './fakes.ts';

type Handler = (...args: unknown[]) => unknown;

/** A session that keeps the handlers it is given. */
function makeSession() {
  const set: Record<string, unknown> = {};
  const keep = (name: string) => (value: unknown) => void (set[name] = value);
  const emitter = fakeEmitter({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setSpellCheckerDictionaryDownloadURL: keep('dictionaries'),
    setSpellCheckerEnabled: keep('spelling'),
    webRequest: {
      onBeforeRequest: (filter: unknown, handler: Handler) => {
        set['filter'] = filter;
        set['before'] = handler;
      },
    },
  });
  const handler = (name: string): Handler => {
    const found = set[name];
    if (typeof found !== 'function') throw new Error(`no handler ${name}`);
    return (...args) => Reflect.apply(found, undefined, args);
  };
  return { session: fake<Session>('session', emitter), emitter, set, handler };
}

function makeApp() {
  const app = fakeEmitter({});
  const log = makeLog();
  const secure = secureEverything(fake('app', app), log);
  return { app, log, secure };
}

describe('every session', () => {
  it('is secured when it is made, and only once', () => {
    const { app, secure } = makeApp();
    const { session, emitter } = makeSession();
    app.emit('session-created', session);
    secure(session);
    expect(emitter.listenerCount('will-download')).toBe(1);
  });

  it('lets only our page write to the clipboard', () => {
    const { secure } = makeApp();
    const { session, handler } = makeSession();
    secure(session);
    const asked = [
      ['clipboard-sanitized-write', 'app://bundle/'],
      ['clipboard-sanitized-write', 'https://example.org/'],
      ['clipboard-read', 'app://bundle/'],
      ['media', 'app://bundle/'],
      ['notifications', 'app://bundle/'],
      ['geolocation', 'app://bundle/'],
      ['openExternal', 'app://bundle/'],
    ];
    const checked = asked.map(([permission, origin]) => handler('check')({}, permission, origin));
    const requested = asked.map(([permission, requestingUrl]) => {
      let answer: unknown;
      handler('request')({}, permission, (granted: unknown) => (answer = granted), {
        requestingUrl,
      });
      return answer;
    });
    const only = [true, false, false, false, false, false, false];
    expect([checked, requested, handler('device')({})]).toStrictEqual([only, only, false]);
    let streams: unknown = 'none';
    handler('display')({}, (answer: unknown) => (streams = answer));
    expect(streams).toStrictEqual({});
  });

  it('cancels every request that is not for our own files, and notes only where it went', () => {
    const { secure, log } = makeApp();
    const { session, set, handler } = makeSession();
    secure(session);
    const cancelled = (url: string): unknown => {
      let answer: unknown;
      handler('before')({ url }, (response: unknown) => (answer = response));
      return answer;
    };
    const urls = {
      'app://bundle/assets/app.js': false,
      'blob:app://bundle/123': false,
      'data:image/png;base64,AA': false,
      'https://example.org/track?who=Barbara': true,
      'http://127.0.0.1:9/pl-pl-3-0.bdic': true,
      'ws://127.0.0.1:5173/': true,
      'wss://example.org/': true,
      'file:///etc/passwd': true,
      'app://other/': true,
      'ftp://example.org/': true,
    };
    const seen = Object.fromEntries(Object.keys(urls).map((url) => [url, cancelled(url)]));
    expect(seen).toStrictEqual(
      Object.fromEntries(Object.entries(urls).map(([url, cancel]) => [url, { cancel }])),
    );
    expect(set['filter']).toStrictEqual({ urls: ['<all_urls>'] });
    expect(log.lines[0]).toStrictEqual(['request-refused', { to: 'https://example.org' }]);
    expect(JSON.stringify(log.lines)).not.toContain('Barbara');
  });

  it('downloads nothing: no file of a page, no dictionary', () => {
    const { secure } = makeApp();
    const { session, emitter, set } = makeSession();
    secure(session);
    let prevented = false;
    emitter.emit('will-download', { preventDefault: () => (prevented = true) });
    expect([prevented, set['spelling'], set['dictionaries']]).toStrictEqual([
      true,
      false,
      'http://127.0.0.1:9/',
    ]);
  });
});

describe('every page', () => {
  function makeContents() {
    const { app, log } = makeApp();
    let openWindow: Handler = () => undefined;
    const emitter = fakeEmitter({
      setWindowOpenHandler: (handler: Handler) => void (openWindow = handler),
    });
    app.emit('web-contents-created', {}, fake<WebContents>('contents', emitter));
    return { emitter, log, openWindow: (url: string) => openWindow({ url }) };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'stays ours at %s',
    (event) => {
      const { emitter, log } = makeContents();
      const stayed = (url: string): boolean => {
        let prevented = false;
        emitter.emit(event, { url, preventDefault: () => (prevented = true) });
        return prevented;
      };
      const urls = ['app://bundle/', 'https://example.org/a', 'file:///x', 'app://other/', 'junk'];
      expect(urls.map(stayed)).toStrictEqual([false, true, true, true, true]);
      expect(log.lines[0]).toStrictEqual(['navigation-refused', { to: 'https://example.org' }]);
    },
  );

  it('opens no window and embeds no page', () => {
    const { emitter, openWindow } = makeContents();
    let prevented = false;
    emitter.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
    expect([
      openWindow('https://example.org'),
      openWindow('app://bundle/'),
      prevented,
    ]).toStrictEqual([{ action: 'deny' }, { action: 'deny' }, true]);
  });
});
