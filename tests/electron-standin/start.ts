import { existsSync, readFileSync, statSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { becomeReady, lifecycle, standinApp, whenLocked } from './api/app.ts';
import { electronModule } from './api/electronModule.ts';
import { mayNavigate } from './api/navigation.ts';
import { defaultSession, standinWebRequest } from './api/session.ts';
import { ask } from './api/webRequest.ts';
import { type CommandLine, parseCommandLine } from './commandLine.ts';
import { control, publishControl } from './control.ts';
import { startBrowser } from './engine/browser.ts';
import { answerRequest } from './engine/network.ts';
import { phase } from './engine/phase.ts';
import { configureRuntime, type Manifest, runtime } from './engine/runtime.ts';
import { allSwitches } from './engine/switches.ts';
import { say } from './say.ts';

/** Runs an application as the `electron` executable does. */
export async function start(): Promise<void> {
  const args = process.argv.slice(2);
  configure(args, parseCommandLine(args));
  const { commandLine, root, main, driven, visible } = runtime();
  if (!driven && !visible && process.env['STANDIN_HEADLESS'] !== '1') {
    say(
      'there is no display to show a window on; set DISPLAY, or STANDIN_HEADLESS=1 to run unseen',
    );
    process.exit(1);
  }
  disguiseProcess(args);
  provideElectron();
  publishControl();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => lifecycle.quit());
  }
  const require = createRequire(join(root, 'package.json'));
  for (const preloaded of commandLine.preloadModules) require(preloaded);
  let isLaunched = false;
  const launchOnce = (): void => {
    if (isLaunched || phase.leaving !== 'no') return;
    isLaunched = true;
    void launch();
  };
  // The data folder is settled once the application asks for its lock: no need to wait any longer.
  standinApp[whenLocked](launchOnce);
  await loadMain(main);
  launchOnce();
  if (phase.leaving !== 'no') return;
  phase.ready = true;
  standinApp.emit('session-created', defaultSession());
  standinApp[becomeReady]();
}

/** Finds the application and notes what this start is like. */
function configure(args: readonly string[], commandLine: CommandLine): void {
  const target = resolve(commandLine.target);
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const root = isFolder ? target : dirname(target);
  const manifest = isFolder ? readManifest(root) : {};
  const main = isFolder ? join(root, manifest.main ?? 'index.js') : target;
  if (!existsSync(main)) {
    say(`cannot find the application: ${main} does not exist (arguments: ${args.join(' ')})`);
    process.exit(1);
  }
  const driven = commandLine.switches.has('remote-debugging-port');
  const display = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  configureRuntime({
    executable: join(import.meta.dirname, 'electron'),
    root,
    main,
    manifest,
    commandLine,
    electronVersion: readElectronVersion(),
    driven,
    visible: !driven && Boolean(display) && process.env['STANDIN_HEADLESS'] !== '1',
  });
}

function readManifest(folder: string): Manifest {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = (key: string): string | undefined => {
    const value: unknown = typeof read === 'object' && read !== null && Reflect.get(read, key);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    name: text('name'),
    productName: text('productName'),
    version: text('version'),
    main: text('main'),
  };
}

/** The version of the installed types, which the compiler holds the stand-in to. */
function readElectronVersion(): string {
  const require = createRequire(import.meta.url);
  return readManifest(dirname(require.resolve('electron/package.json'))).version ?? '0.0.0';
}

/** Makes `process` look as in Electron's main process. */
function disguiseProcess(args: readonly string[]): void {
  const { executable, electronVersion } = runtime();
  process.argv = [executable, ...args];
  const resourcesPath = process.env['STANDIN_RESOURCES'] ?? join(import.meta.dirname, 'resources');
  const define = (target: object, key: string, get: () => unknown): unknown =>
    Object.defineProperty(target, key, { get, enumerable: true, configurable: true });
  define(process, 'type', () => 'browser');
  define(process, 'defaultApp', () => true);
  define(process, 'resourcesPath', () => resourcesPath);
  define(process.versions, 'electron', () => electronVersion);
  define(process.versions, 'chrome', () => control.chromium.split('/')[1] ?? '0.0.0.0');
}

/** Lets `electron` and its main-process relatives mean the stand-in, for `import` and `require` alike. */
function provideElectron(): void {
  const url = 'electron-standin:main';
  const holder = Symbol.for('electron-standin:exports');
  Reflect.set(globalThis, holder, electronModule);
  const names = Object.keys(electronModule);
  const source = [
    `const electron = globalThis[Symbol.for(${JSON.stringify(holder.description)})];`,
    'export default electron;',
    `export const { ${names.join(', ')} } = electron;`,
  ].join('\n');
  nodeModule.registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common|renderer))?$/.test(specifier)
        ? { url, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (address, context, next) =>
      address === url ? { format: 'module', source, shortCircuit: true } : next(address, context),
  });
}

async function loadMain(main: string): Promise<void> {
  try {
    await import(pathToFileURL(main).href);
  } catch (error) {
    say('the application threw an error while its main script was loaded:', error);
    process.exit(1);
  }
}

/** Starts Chromium while the application goes on loading. */
async function launch(): Promise<void> {
  const { driven, visible } = runtime();
  const switches = allSwitches();
  const policy = answerRequest({
    mayNavigate,
    filter: (request) => standinWebRequest[ask](request),
  });
  const options = {
    visible,
    driven,
    noSandbox: process.getuid?.() === 0 || switches.has('no-sandbox'),
    profile: join(standinApp.getPath('sessionData'), 'StandinChromium'),
    appName: standinApp.name,
    switches,
  };
  try {
    const browser = await startBrowser(options, policy);
    if (!browser) process.exit(1);
    const code = await browser.chromium.exited;
    if (phase.leaving === 'exiting') return;
    say(`Chromium ended by itself with code ${code}`);
    lifecycle.exit(1);
  } catch (error) {
    say('Chromium could not be started:', error);
    process.exit(1);
  }
}
