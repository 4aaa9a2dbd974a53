import { build } from '../tools/build.mjs';
import { chooseRuntime } from '../tools/runtime.ts';

/** Builds what is out of date and says once on what the tests run. */
export default async function globalSetup(): Promise<void> {
  await build();
  const { description } = await chooseRuntime();
  console.log(`e2e runs on ${description}`);
}
