import { config } from 'zod/v4/core';

/**
 * Tells zod not to try whether it may compile its checks: the page's policy forbids it, and every try
 * would be reported as a violation. To be called before the first schema is used.
 */
export function keepZodFromCompiling(): void {
  config({ jitless: true });
}
