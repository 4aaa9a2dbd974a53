import type { ElectronApplication } from '@playwright/test';

/**
 * The longest time for which the main process answered to nothing while `work` ran: how late the
 * worst of its 1 ms timers was.
 * @returns milliseconds
 */
export async function longestStall(
  app: ElectronApplication,
  work: () => Promise<unknown>,
): Promise<number> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    Reflect.set(globalThis, 'benchDelays', delays);
  });
  await work();
  const nanoseconds = await app.evaluate((): unknown => {
    const delays: unknown = Reflect.get(globalThis, 'benchDelays');
    return Reflect.get(Object(delays), 'max');
  });
  if (typeof nanoseconds !== 'number') throw new Error('The main process counted no delays');
  return Math.max(0, nanoseconds / 1e6 - 1);
}
