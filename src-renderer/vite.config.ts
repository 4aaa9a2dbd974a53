import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The window's build: one page, relative addresses (it is served from `app://`), no source maps shipped. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: here('../out/renderer'),
    emptyOutDir: true,
    target: 'chrome152',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // A data: font or picture would need a wider CSP than 'self'.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
