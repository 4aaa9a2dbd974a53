/** Whether the application stays, is asked to leave, or leaves. */
export type Leaving = 'no' | 'quitting' | 'exiting';

/** How far the application has come. */
export const phase: { ready: boolean; leaving: Leaving } = { ready: false, leaving: 'no' };

/**
 * Refuses a call that Electron only allows after `ready`.
 * @throws Error with `message`, Electron's own sentence where it has one
 */
export function requireReady(message: string): void {
  if (!phase.ready) throw new Error(message);
}

/**
 * Refuses a call that Electron only allows before `ready`.
 * @throws Error saying that the call comes too late
 */
export function requireBeforeReady(call: string): void {
  if (phase.ready) throw new Error(`${call} should be called before app is ready`);
}
