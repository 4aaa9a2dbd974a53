import { readFileSync } from 'node:fs';
import { whisper } from '../say.ts';
import { asElectron, guard, Guarded, type PartOf } from './guard.ts';

/** Where a PNG keeps its width; the height follows. */
const PNG_WIDTH_AT = 16;

/** An image that is carried, not drawn: its bytes are what it was made from. */
class StandinImage extends Guarded implements PartOf<Electron.NativeImage> {
  isMacTemplateImage = false;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    super('nativeImage');
    this.bytes = bytes;
  }

  isEmpty(): boolean {
    return this.bytes.length === 0;
  }

  toPNG(): Buffer {
    return Buffer.from(this.bytes);
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.bytes.toString('base64')}`;
  }

  getSize(): Electron.Size {
    if (this.bytes.length < PNG_WIDTH_AT + 8) return { width: 0, height: 0 };
    return {
      width: this.bytes.readUInt32BE(PNG_WIDTH_AT),
      height: this.bytes.readUInt32BE(PNG_WIDTH_AT + 4),
    };
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }

  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option;
  }
}

/** Makes an image of the bytes of a PNG file. */
export function imageOf(png: Buffer): Electron.NativeImage {
  return asElectron<Electron.NativeImage, StandinImage>(new StandinImage(png));
}

const fake = guard('nativeImage', {
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => imageOf(Buffer.from(bytes)),
  createFromDataURL: (url: string) => imageOf(Buffer.from(url.split(',')[1] ?? '', 'base64')),
  createFromPath: (path: string) => {
    try {
      return imageOf(readFileSync(path));
    } catch (error) {
      // Electron answers with an empty image as well.
      whisper(error);
      return imageOf(Buffer.alloc(0));
    }
  },
});

/** `nativeImage` under Electron's type. */
export const nativeImage = asElectron<Omit<typeof Electron.NativeImage, 'prototype'>, typeof fake>(
  fake,
);
