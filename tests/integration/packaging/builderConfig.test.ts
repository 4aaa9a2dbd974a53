import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../tools/places.mjs';

/** The part of electron-builder's configuration that this test looks at. */
interface BuilderConfig {
  appId: string;
  productName: string;
  npmRebuild: boolean;
  publish: null;
  electronLanguages: string[];
  win: { icon: string };
  mac: { icon: string; entitlements: string };
}
interface ConfigModule {
  getConfig(root: string, file: string, options: null): Promise<BuilderConfig>;
  validateConfiguration(config: BuilderConfig, log: unknown): Promise<void>;
}

const load = createRequire(import.meta.url);
const builder: ConfigModule = load('app-builder-lib/out/util/config/config');
const { DebugLogger }: { DebugLogger: new (enabled: boolean) => unknown } = load('builder-util');

const read = (): Promise<BuilderConfig> =>
  builder.getConfig(repository, join(repository, 'electron-builder.yml'), null);
const bytes = (file: string): Buffer => readFileSync(join(repository, file));

test('electron-builder.yml is valid against its schema, which refuses an unknown key', async () => {
  const config = await read();
  await expect(builder.validateConfiguration(config, new DebugLogger(false))).resolves.toBe(
    undefined,
  );
  const wrong = { ...config, appIdd: 'x' };
  await expect(builder.validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow(
    /appIdd/,
  );
});

test('names that a data folder and a taskbar depend on agree with package.json', async () => {
  const { appId, productName, npmRebuild, publish, electronLanguages } = await read();
  const manifest = JSON.parse(bytes('package.json').toString('utf8'));
  expect({ appId, productName, npmRebuild, publish, electronLanguages }).toEqual({
    appId: String(manifest.desktopName).replace(/\.desktop$/, ''),
    productName: manifest.productName,
    npmRebuild: false,
    publish: null,
    electronLanguages: ['pl', 'en-US'],
  });
});

test('what is not bundled is exactly what package.json installs for production', () => {
  const viteConfig = bytes('src-main/vite.config.ts').toString('utf8');
  const unbundled = /const unbundled = \[([^\]]*)\]/.exec(viteConfig)?.[1] ?? '';
  const names = [...unbundled.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');
  const manifest = JSON.parse(bytes('package.json').toString('utf8'));
  expect(names.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
});

test('icons are what the platforms read, at least 256 pixels wide', async () => {
  const config = await read();
  const ico = bytes(config.win.icon);
  const widths = Array.from({ length: ico.readUInt16LE(4) }, (_, index) =>
    ico.readUInt8(6 + 16 * index) === 0 ? 256 : ico.readUInt8(6 + 16 * index),
  );
  const icns = bytes(config.mac.icon);
  expect({
    icoKind: ico.readUInt16LE(2),
    widest: Math.max(...widths),
    icnsMagic: icns.toString('latin1', 0, 4),
    icnsLength: icns.readUInt32BE(4),
    entitlements: [
      ...bytes(config.mac.entitlements)
        .toString('utf8')
        .matchAll(/<key>(.+)<\/key>/g),
    ].map(([, key]) => key),
  }).toEqual({
    icoKind: 1,
    widest: 256,
    icnsMagic: 'icns',
    icnsLength: icns.length,
    entitlements: ['com.apple.security.cs.allow-jit'],
  });
});
