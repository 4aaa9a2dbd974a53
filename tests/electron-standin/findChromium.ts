// The public door to the finder, for launchers and test runners.
export type { FoundChromium } from './chromium/findChromium.ts';
export { findChromium, NO_CHROMIUM } from './chromium/findChromium.ts';
