import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

// SQLCipher's file format (https://www.zetetic.net/sqlcipher/design/): each page ends with its initialisation vector
// and seal. Read here without SQLite, so that free pages and what lies between rows are seen too.

const PAGE = 4096;
const RESERVED = 80;
const IV = 16;
/** The first page begins with the file's salt, in clear. */
const SALT = 16;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

function decrypted(page: Buffer, dataKey: Uint8Array, first: boolean): Buffer {
  const end = PAGE - RESERVED;
  const decipher = createDecipheriv('aes-256-cbc', dataKey, page.subarray(end, end + IV));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(first ? SALT : 0, end)), decipher.final()]);
}

/** All pages of a database, free ones too. Throws where the key does not open the first. */
export function pagesOf(path: string, dataKey: Uint8Array): Buffer[] {
  const bytes = readFileSync(path);
  const count = Math.floor(bytes.length / PAGE);
  const pages = Array.from({ length: count }, (_, index) =>
    decrypted(bytes.subarray(index * PAGE, (index + 1) * PAGE), dataKey, index === 0),
  );
  // Page size in the header, which stands right behind the salt.
  if (pages[0]?.readUInt16BE(0) !== PAGE) throw new Error('The pages were not decrypted');
  return pages;
}

/** All pages in a write-ahead log, those of commits that were overwritten in part too. */
export function logPagesOf(path: string, dataKey: Uint8Array): Buffer[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const pages: Buffer[] = [];
  for (let at = LOG_HEADER; at + FRAME_HEADER + PAGE <= bytes.length; at += FRAME_HEADER + PAGE) {
    const first = bytes.readUInt32BE(at) === 1;
    pages.push(
      decrypted(bytes.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE), dataKey, first),
    );
  }
  return pages;
}
