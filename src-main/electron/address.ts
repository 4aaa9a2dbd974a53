/** The one scheme and host that the window ever shows; everything else is refused. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
/** Origin as Chromium spells it; Node's `URL.origin` says `'null'` for a custom scheme. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
/** The page. */
export const APP_URL = `${APP_ORIGIN}/`;

/** Is this address one of our own pages or assets? */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}
