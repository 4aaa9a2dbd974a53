/**
 * `node tests/tools/packaging/icons.ts`: draws resources/icons/icon.svg into every size and file
 * that the three platforms want. Run it after changing the drawing; its results are committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../electron-standin/findChromium.ts';
import { repository } from '../places.mjs';

const folder = join(repository, 'resources', 'icons');
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 256];

/** Apple's four letters for a PNG of each size. */
const macTypes: [type: string, size: number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
];

/** An .ico file: a directory of 16-byte entries, then the pictures, which may be PNG. */
function packIco(pictures: { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry); // 0 means 256
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** An .icns file: chunks of type, length and PNG. */
function packIcns(pictures: { type: string; png: Buffer }[]): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return chunk('icns', Buffer.concat(pictures.map(({ type, png }) => chunk(type, png))));
}

const found = await findChromium({ visible: false });
if (!found)
  throw new Error('Drawing icons needs Chromium: apt-get install chromium-headless-shell');
const browser = await chromium.launch({
  executablePath: found.executable,
  args: ['--no-sandbox'],
  env: { ...process.env, ...found.env },
});
try {
  const page = await browser.newPage();
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const drawn = new Map<number, Buffer>();
  const draw = async (size: number): Promise<Buffer> => {
    const before = drawn.get(size);
    if (before) return before;
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html, body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    drawn.set(size, png);
    return png;
  };

  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const size of linuxSizes)
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), await draw(size));
  writeFileSync(join(folder, 'icon.png'), await draw(512));

  const windows = [];
  for (const size of windowsSizes) windows.push({ size, png: await draw(size) });
  writeFileSync(join(folder, 'icon.ico'), packIco(windows));

  const mac = [];
  for (const [type, size] of macTypes) mac.push({ type, png: await draw(size) });
  writeFileSync(join(folder, 'icon.icns'), packIcns(mac));
} finally {
  await browser.close();
}
