/**
 * `npm start`: builds what changed and opens the application, in Electron where it is or can be
 * fetched, else in the installed Chromium through the stand-in. Arguments go to the application:
 * `npm start -- --workspace=DIR`. Plain JavaScript, because it runs on whatever Node is there.
 */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { requireNode } from './guard-node.mjs';
import { hasDisplay } from './launch/electronBinary.mjs';
import { findOrFetchElectron } from './launch/fetchElectron.mjs';
import { explainMissing, librariesMissingFor } from './launch/systemLibraries.mjs';
import { repository, standinDirectory } from './places.mjs';

/**
 * What to run: an executable, its arguments and what its environment has more.
 * @typedef {{ executable: string, args: string[], environment: Record<string, string> }} Command
 */

/** A reason not to start that is said in one line, without a stack. */
class CannotStart extends Error {}

/**
 * @param {string} executable of Electron
 * @returns {Command}
 */
function electronCommand(executable) {
  const args = [repository];
  if (process.platform === 'linux') {
    const missing = librariesMissingFor(executable);
    if (missing.length > 0) throw new CannotStart(explainMissing(missing));
    if (process.getuid?.() === 0) {
      console.log('Running as root: Electron starts with --no-sandbox.');
      args.unshift('--no-sandbox');
    }
  }
  return { executable, args, environment: {} };
}

/** @returns {Promise<Command>} */
async function standinCommand() {
  if (process.platform !== 'linux')
    throw new CannotStart(
      'Electron is not here and could not be fetched. Connect to the internet and run `npx install-electron`, then `npm start` again.',
    );
  requireNode('22.18.0'); // the stand-in is TypeScript that Node itself runs
  const { findChromium } = await import('../electron-standin/findChromium.ts');
  const chromium = await findChromium({ visible: true });
  if (!chromium)
    throw new CannotStart(
      'Electron is not here and could not be fetched, and there is no Chromium with a window either: apt-get install chromium, or see the application with `npm run demo -- DIR`.',
    );
  console.log(
    `Electron is not here and could not be fetched: opening in ${chromium.executable} through the stand-in.`,
  );
  return {
    executable: `${standinDirectory}/electron`,
    args: [repository],
    environment: { ELECTRON_OVERRIDE_DIST_PATH: standinDirectory },
  };
}

/**
 * Runs until the application ends.
 * @param {Command} command
 * @returns {Promise<number>} its exit code
 */
function run({ executable, args, environment }) {
  const child = spawn(executable, [...args, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: process.env['INIT_CWD'] ?? process.cwd(), // where npm was called: relative paths start there
    env: { ...process.env, ...environment },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

try {
  requireNode('20.19.0');
  if (!hasDisplay())
    throw new CannotStart(
      'There is no display (DISPLAY and WAYLAND_DISPLAY are empty): run `npm run demo -- DIR` to see the application without one, or `xvfb-run -a npm start`.',
    );
  await build();
  const electron = await findOrFetchElectron();
  process.exitCode = await run(electron ? electronCommand(electron) : await standinCommand());
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 1;
}
