import type { ElectronApplication, JSHandle } from '@playwright/test';
import type { StandinControl } from './control.ts';

/**
 * The stand-in's control object in a running application, for Playwright:
 * `await (await standinControl(app))?.evaluate((control) => control.refusedRequests)`.
 * @returns undefined where the application runs in real Electron
 */
export async function standinControl(
  app: ElectronApplication,
): Promise<JSHandle<StandinControl> | undefined> {
  const handle = await app.evaluateHandle(
    () => Reflect.get(globalThis, Symbol.for('strefownik.standin')) as StandinControl | undefined,
  );
  const isHere = await handle.evaluate((control) => control !== undefined);
  return isHere ? (handle as JSHandle<StandinControl>) : undefined;
}
