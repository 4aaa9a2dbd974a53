import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../../src-main/electron/address.ts';
import {
  contentSecurityPolicy,
  createAppProtocol,
  resolveAsset,
} from '../../../src-main/electron/appProtocol.ts';

const POSIX_ROOT = '/opt/strefownik/out/renderer';
const WIN32_ROOT = 'C:\\Strefownik\\out\\renderer';

describe('resolveAsset', () => {
  it.each([
    ['app://bundle/', 'index.html'],
    ['app://bundle', 'index.html'],
    ['app://bundle/index.html', 'index.html'],
    ['app://bundle/assets/a%20b.js?v=1#x', 'assets/a b.js'],
    ['app://bundle/za%C5%BC.js', 'zaż.js'],
    ['app://bundle/../../etc/passwd', 'etc/passwd'],
    ['app://bundle/%2e%2e/%2e%2e/etc/passwd', 'etc/passwd'],
    ['app://bundle//etc/passwd', 'etc/passwd'],
    ['app://bundle/a/..%2fb.js', 'b.js'],
  ])('%s means a file inside', (address, file) => {
    const parts = file.split('/');
    expect([
      resolveAsset(POSIX_ROOT, address, posix),
      resolveAsset(WIN32_ROOT, address, win32),
    ]).toStrictEqual([posix.join(POSIX_ROOT, ...parts), win32.join(WIN32_ROOT, ...parts)]);
  });

  it.each([
    'app://bundle/..%2f..%2fetc/passwd',
    'app://bundle/a/..%2f..%2f..%2fx',
    'app://bundle/..%5c..%5cx',
    'app://bundle/..\\..\\x%5c',
    'app://bundle/C:%5CWindows%5Cwin.ini',
    'app://bundle/C:/Windows/win.ini',
    'app://bundle/index.html::$DATA',
    'app://bundle/%00',
    'app://bundle/index.html%00.js',
    'app://bundle/%E0%A4%A',
    'app://bundle/%2e%2e%2f',
    'app://bundle/.%2f',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://bundle:80/index.html',
    'app://user@bundle/index.html',
    'app:///index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])('%s means nothing', (address) => {
    expect([
      resolveAsset(POSIX_ROOT, address, posix),
      resolveAsset(WIN32_ROOT, address, win32),
    ]).toStrictEqual([null, null]);
  });

  it('never leaves the root, whatever the path says', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      '//',
      'a',
      'C:',
      '%00',
      '~',
      'ż',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const address = `app://bundle/${pieces.join('')}`;
        const onPosix = resolveAsset(POSIX_ROOT, address, posix);
        const onWindows = resolveAsset(WIN32_ROOT, address, win32);
        return (
          (onPosix === null || onPosix.startsWith(`${POSIX_ROOT}/`)) &&
          (onWindows === null || onWindows.startsWith(`${WIN32_ROOT}\\`))
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isOwnAddress', () => {
  it('knows only our scheme and host', () => {
    const addresses = [
      'app://bundle/',
      'app://bundle/x?y#z',
      'app://bundle@evil/',
      'app://evil/',
      'https://bundle/',
      'about:blank',
      'not an address',
    ];
    expect(addresses.filter(isOwnAddress)).toStrictEqual(['app://bundle/', 'app://bundle/x?y#z']);
  });
});

describe('the content security policy', () => {
  it('is exactly this', () => {
    expect(contentSecurityPolicy('NONCE')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; " +
        "form-action 'none'; frame-src 'none'; frame-ancestors 'none'",
    );
  });
});

describe('the app protocol', () => {
  let root = '';
  let answer: (request: Request) => Promise<Response>;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'strefownik-pages-'));
    await mkdir(join(root, 'assets'));
    await writeFile(join(root, 'index.html'), '<meta content="__STYLE_NONCE__"><p>__STYLE_NONCE__');
    await writeFile(join(root, 'assets', 'app.js'), 'export {}');
    await writeFile(join(root, 'assets', 'page.mjs'), 'export {}');
    await writeFile(join(root, 'assets', 'notes.txt'), 'x');
    answer = createAppProtocol({ root });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('serves the page with a fresh nonce in page and header', async () => {
    const seen = await Promise.all(
      ['app://bundle/', 'app://bundle/index.html'].map(async (url) => {
        const response = await answer(new Request(url));
        const nonce = /nonce-([^']+)'/.exec(
          response.headers.get('content-security-policy') ?? '',
        )?.[1];
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(response.headers.get('content-security-policy')).toBe(
          contentSecurityPolicy(nonce ?? ''),
        );
        expect(await response.text()).toBe(`<meta content="${nonce}"><p>${nonce}`);
        return nonce;
      }),
    );
    expect(new Set(seen).size).toBe(2);
    expect(seen.every((nonce) => (nonce ?? '').length >= 22)).toBe(true);
  });

  it('serves modules as JavaScript, which Chromium insists on', async () => {
    const [script, module] = await Promise.all(
      ['app.js', 'page.mjs'].map((name) => answer(new Request(`app://bundle/assets/${name}`))),
    );
    expect(script?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(module?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script?.text()).toBe('export {}');
  });

  it.each([
    ['a missing file', 'app://bundle/assets/none.js', 'GET', 404],
    ['a folder', 'app://bundle/assets', 'GET', 404],
    ['an unknown type', 'app://bundle/assets/notes.txt', 'GET', 404],
    ['a place of the program (no deep addresses)', 'app://bundle/libraries/goldap', 'GET', 404],
    ['another host', 'app://other/index.html', 'GET', 404],
    ['a way out', 'app://bundle/..%2f..%2fetc/passwd', 'GET', 404],
    ['another method', 'app://bundle/', 'POST', 405],
  ])('refuses %s', async (_what, url, method, status) => {
    const response = await answer(new Request(url, { method }));
    expect([response.status, await response.text()]).toStrictEqual([status, '']);
  });
});
