import type { Protocol } from '../chromium/protocol.ts';
import { runningBrowser } from '../engine/browser.ts';
import { schemes } from '../engine/schemes.ts';

export type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
export type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

type Permission = Parameters<NonNullable<CheckHandler>>[1];

/** Electron's permissions and what the DevTools protocol calls them. */
const NAMES: Readonly<Partial<Record<Permission, readonly string[]>>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  'window-management': ['window-management'],
};

/** The application's two handlers; without one Electron grants everything. */
export const permissionHandlers: { request: RequestHandler; check: CheckHandler } = {
  request: null,
  check: null,
};

/**
 * Asks the application about each permission before a page is loaded, and tells Chromium: over DevTools
 * Chromium cannot be made to ask at the moment a page wants something.
 */
export function applyPermissions(url: string, contents: Electron.WebContents): void {
  const browser = runningBrowser();
  const { request, check } = permissionHandlers;
  if (!browser || (!request && !check)) return;
  const origin = URL.parse(schemes.toPage(url))?.origin ?? 'null';
  if (origin === 'null') return;
  for (const permission of Object.keys(NAMES) as Permission[]) {
    const allowed =
      (check?.(contents, permission, url, { isMainFrame: true, requestingUrl: url }) ?? true) &&
      isRequestAllowed(request, contents, permission, url);
    for (const name of NAMES[permission] ?? []) {
      const setting: Protocol.Browser.PermissionSetting = allowed ? 'granted' : 'denied';
      browser.tell('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }
}

/** An answer that does not come at once counts as no: the page is loaded without it. */
function isRequestAllowed(
  handler: RequestHandler,
  contents: Electron.WebContents,
  permission: Permission,
  requestingUrl: string,
): boolean {
  if (!handler) return true;
  let allowed = false;
  handler(
    contents,
    permission,
    (granted) => {
      allowed = granted;
    },
    { isMainFrame: true, requestingUrl },
  );
  return allowed;
}
