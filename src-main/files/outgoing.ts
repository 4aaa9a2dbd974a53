import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './wholeFile.ts';

/** Makes the folder for clear copies (.eml drafts, PDFs for other programs), readable by its owner only. */
export function makeOutgoingFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(folder, 0o700);
}

/** Writes a clear copy; an older one of the same name is replaced. Answers its path. */
export function putOutgoing(folder: string, name: string, content: Uint8Array): string {
  makeOutgoingFolder(folder);
  const path = join(folder, name);
  writeWhole(path, content);
  return path;
}

/** Longest name without its extension, in bytes; file systems take 255, and a `.part` is added while writing. */
const MOST_NAME_BYTES = 200;

/** Names of devices, which Windows keeps for itself whatever their extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** As many whole characters as fit. */
function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

/** A file name that every system takes: no separators, no reserved or invisible characters, not too long. */
export function safeFileName(text: string, extension: string): string {
  const cleaned = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const name = withinBytes(cleaned, MOST_NAME_BYTES).replace(/[. ]+$/, '');
  if (name === '') return `plik.${extension}`;
  return `${WINDOWS_DEVICE.test(name) ? `_${name}` : name}.${extension}`;
}
