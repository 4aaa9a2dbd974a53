import { compileFunction } from 'node:vm';
import { bridgeSources } from '../page/bridge.ts';
import { codecSources } from '../page/codec.ts';
import { emitterSources } from '../page/emitter.ts';
import type { IsolatedWorldConfig, IsolatedWorldTools } from '../page/isolatedWorld.ts';
import { isolatedWorldSources } from '../page/isolatedWorld.ts';
import type { MainWorldConfig, MainWorldTools } from '../page/mainWorld.ts';
import { mainWorldSources } from '../page/mainWorld.ts';
import { writePageMessage } from '../page/messages.ts';
import { worldPortSources } from '../page/worldPort.ts';

/** Under this name Chromium speaks of the injected scripts. */
export const WORLD_SCRIPT = 'electron-standin-world.js';

/** The parameters with which Electron compiles a sandboxed preload. */
export const PRELOAD_PARAMETERS = [
  'require',
  'process',
  'exports',
  'module',
  'Buffer',
  'global',
  'setImmediate',
  'clearImmediate',
];

/** The script for the page's own world. */
export function mainWorldScript(config: MainWorldConfig): string {
  const sources = [...bridgeSources, ...worldPortSources, ...mainWorldSources];
  return script(sources, `installMainWorld(${JSON.stringify(config)}, ${mainTools});`);
}

/**
 * The script for the isolated world.
 * @param preload source of the preload, or undefined where the window has none
 */
export function isolatedWorldScript(
  config: IsolatedWorldConfig,
  preload: string | undefined,
): string {
  const sources = [
    ...codecSources,
    ...bridgeSources,
    ...worldPortSources,
    ...emitterSources,
    writePageMessage,
    ...isolatedWorldSources,
  ];
  const body =
    preload === undefined
      ? 'undefined'
      : `function (${PRELOAD_PARAMETERS.join(', ')}) {\n${preload}\n}`;
  return script(
    sources,
    `installIsolatedWorld(${JSON.stringify(config)}, ${isolatedTools}, ${body});`,
  );
}

/**
 * Compiles a preload as the sandbox does, without running it.
 * @throws SyntaxError where it is not one function body, for example because it was built as a module
 */
export function checkPreload(source: string, filename: string): void {
  compileFunction(source, PRELOAD_PARAMETERS, { filename });
}

const mainTools = objectOf<MainWorldTools>({ createBridge: true, createWorldPort: true });

const isolatedTools = objectOf<IsolatedWorldTools>({
  createBridge: true,
  createCodec: true,
  createWorldPort: true,
  PageEmitter: true,
  writePageMessage: true,
});

/** `{ a, b }` as source text, its names checked against the tools a world expects. */
function objectOf<Tools>(names: Readonly<Record<keyof Tools & string, true>>): string {
  return `{ ${Object.keys(names).join(', ')} }`;
}

/** One classic script that runs in top frames only and leaves no name behind. */
function script(sources: readonly (Function | (new () => object))[], start: string): string {
  const definitions = sources.map((source) => source.toString()).join('\n');
  return [
    '(() => {',
    'if (window.top !== window) return;',
    definitions,
    start,
    '})();',
    `//# sourceURL=${WORLD_SCRIPT}`,
  ].join('\n');
}
