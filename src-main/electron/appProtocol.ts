import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path, { type PlatformPath } from 'node:path';
import { isOwnAddress } from './address.ts';

/** Types by file ending; an ending that is not here is not served. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

/** Stands in the built `index.html` where the nonce of this response belongs. */
const NONCE_PLACEHOLDER = '__STYLE_NONCE__';

/** What the page may load: its own files; styles made by script only with this response's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The file that an address means, or null when it means none inside `root`.
 *
 * URL parsing folds `..` and `%2e%2e` but not `..%2f` or `%5c`, so the check comes after decoding.
 */
export function resolveAsset(
  root: string,
  address: string,
  platformPath: PlatformPath = path,
): string | null {
  if (!isOwnAddress(address)) return null;
  const decoded = decodeOrNull(new URL(address).pathname);
  if (decoded === null || /[\0\\:]/.test(decoded)) return null;
  const relative = decoded === '/' || decoded === '' ? '/index.html' : decoded;
  const file = platformPath.resolve(root, `.${relative}`);
  const back = platformPath.relative(root, file);
  const inside = back !== '' && !back.startsWith('..') && !platformPath.isAbsolute(back);
  return inside ? file : null;
}

function decodeOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a malformed % sequence
  }
}

const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: COMMON_HEADERS });
}

/** What the protocol needs to answer. */
export interface AppProtocolOptions {
  /** The built renderer. */
  readonly root: string;
  /** Fresh, unguessable text for every page; tests fix it. */
  readonly makeNonce?: () => string;
}

/** Answers requests for our own scheme from the built renderer; never rejects. */
export function createAppProtocol({
  root,
  makeNonce = () => randomBytes(16).toString('base64'),
}: AppProtocolOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const file = resolveAsset(root, request.url);
    const type = file === null ? undefined : MIME_TYPES[path.extname(file)];
    if (file === null || type === undefined) return refuse(404);
    try {
      // readFile, because it also reads inside the packed archive; a folder or no file rejects.
      const bytes = await readFile(file);
      return path.extname(file) === '.html'
        ? page(bytes.toString('utf8'), type, makeNonce())
        : new Response(bytes, { headers: { ...COMMON_HEADERS, 'Content-Type': type } });
    } catch {
      return refuse(404);
    }
  };
}

function page(html: string, type: string, nonce: string): Response {
  return new Response(html.replaceAll(NONCE_PLACEHOLDER, nonce), {
    headers: {
      ...COMMON_HEADERS,
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    },
  });
}
