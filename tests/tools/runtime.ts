import { findChromium } from '../electron-standin/findChromium.ts';
import { electronVersion, findElectron, hasDisplay } from './launch/electronBinary.mjs';
import { standinDirectory } from './places.mjs';

/** What the built application runs on in tests, in the demonstration day and in measurements. */
export interface Runtime {
  kind: 'electron' | 'stand-in';
  /** One line for the run's output, so that nobody takes one for the other. */
  description: string;
  /** To be added to the environment of the launched application. */
  environment: Record<string, string>;
}

/**
 * Electron where its binary is present and can show a window, else the stand-in.
 *
 * `STREFOWNIK_E2E_ELECTRON=1` demands Electron, `=0` the stand-in.
 * @throws when the demanded or the only possible runtime is missing, with what to install
 */
export async function chooseRuntime(): Promise<Runtime> {
  const wish = process.env['STREFOWNIK_E2E_ELECTRON'];
  const electron = findElectron();
  if (wish === '1' && !electron)
    throw new Error('STREFOWNIK_E2E_ELECTRON=1, but Electron is not here: npx install-electron');
  if (electron && wish !== '0' && (wish === '1' || hasDisplay()))
    return { kind: 'electron', description: `Electron ${electronVersion()}`, environment: {} };

  const chromium = await findChromium({ visible: false });
  if (!chromium)
    throw new Error(
      'No Chromium for the stand-in: apt-get install chromium-headless-shell, or npm ci for the bundled one',
    );
  const reason = electron ? ' (Electron is here, but no display: xvfb-run -a uses it)' : '';
  return {
    kind: 'stand-in',
    description: `the stand-in for Electron, with ${chromium.executable}${reason}`,
    environment: { ELECTRON_OVERRIDE_DIST_PATH: standinDirectory },
  };
}
