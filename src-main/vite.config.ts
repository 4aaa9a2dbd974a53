import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { broadcasts, contract } from './contract/contract.ts';

/** The entries of the main room by the fixed names under which they find one another at run time. */
const entries = {
  main: 'main.ts',
  storeWorker: 'storeWorker.ts',
  upkeepWorker: 'upkeepWorker.ts',
  reportWorker: 'reports/reportWorker.ts',
};

/** Loaded from node_modules at run time: a native library and a 28 MB WebAssembly module. */
const unbundled = ['better-sqlite3', '@myriaddreamin/typst-ts-web-compiler'];

const isExternal = (id: string): boolean =>
  id === 'electron' ||
  id.startsWith('electron/') ||
  isBuiltin(id) ||
  unbundled.some((name) => id === name || id.startsWith(`${name}/`));

const room = import.meta.dirname;

/** Main process and workers: ES modules for the Node inside Electron. */
const mainRoom: UserConfig = {
  root: room,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: join(room, '../out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries).map(([name, file]) => [name, join(room, file)]),
      ),
      external: isExternal,
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // boot finds the workers, the preload and the pages beside itself, so it keeps its place.
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId && basename(facadeModuleId) === 'boot.ts'
            ? 'boot.js'
            : 'chunks/[name]-[hash].js',
      },
    },
  },
};

/** Preload: one CommonJS file, because the sandbox runs it as a function body and loads no other. */
const preloadRoom: UserConfig = {
  root: room,
  publicDir: false,
  define: {
    __CALL_NAMES__: JSON.stringify(Object.keys(contract)),
    __BROADCAST_NAMES__: JSON.stringify(Object.keys(broadcasts)),
  },
  build: {
    outDir: join(room, '../out/preload'),
    emptyOutDir: true,
    target: 'chrome152',
    minify: false,
    lib: {
      entry: join(room, 'electron/preload.ts'),
      formats: ['cjs'],
      fileName: () => 'preload.cjs',
    },
    rolldownOptions: {
      external: ['electron', 'electron/renderer', 'electron/common'],
      output: { codeSplitting: false },
    },
  },
};

export default defineConfig(({ mode }) => ({
  ...(mode === 'preload' ? preloadRoom : mainRoom),
  logLevel: 'warn',
}));
