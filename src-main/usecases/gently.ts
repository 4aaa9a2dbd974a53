import type { Steps } from '../domain/steps.ts';

/** Longest that work which can wait holds up what cannot: a save, a keystroke's draft. Milliseconds. */
const MOST_AT_ONCE = 15;

/** Makes a pause that lets waiting calls be answered, once work has gone on for long enough. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MOST_AT_ONCE) return;
    await new Promise<void>((resolve) => void setImmediate(resolve));
    since = performance.now();
  };
}

/** Does work that reads much, with pauses in which calls are answered: rows may change meanwhile. */
export async function gently<Result>(steps: Steps<Result>): Promise<Result> {
  const breathe = breather();
  let step = steps.next();
  while (step.done !== true) {
    await breathe();
    step = steps.next();
  }
  return step.value;
}
