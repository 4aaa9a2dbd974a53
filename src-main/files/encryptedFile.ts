import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder, writeAll, writeWholeWith } from './wholeFile.ts';

/** Bytes of clear content in one sealed chunk. */
export const CHUNK_BYTES = 1024 * 1024;
/** Largest file that the workspace takes. */
export const MOST_BYTES = 200 * 1024 * 1024;

const MAGIC = Buffer.from('STRFILE1', 'latin1');
const SALT_BYTES = 32;
const TAG_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + 8;

/** A file could not be read back as it was written. */
export class DamagedFileError extends Error {
  constructor(path: string, options?: ErrorOptions) {
    super(`Encrypted file is damaged: ${path}`, options);
    this.name = 'DamagedFileError';
  }
}

/** Each file has a key of its own, so that a chunk's number can be its nonce. */
function fileKey(dataKey: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, 'strefownik/file/1', 32));
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

/** What a chunk is bound to: its place and the whole file's length, so that none can be cut off or moved. */
function boundTo(header: Buffer, index: number): Buffer {
  const bound = Buffer.alloc(HEADER_BYTES + 4);
  header.copy(bound);
  bound.writeUInt32BE(index, HEADER_BYTES);
  return bound;
}

function headerOf(salt: Buffer, length: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  salt.copy(header, MAGIC.length);
  header.writeBigUInt64BE(BigInt(length), MAGIC.length + SALT_BYTES);
  return header;
}

function chunkCount(length: number): number {
  return Math.max(1, Math.ceil(length / CHUNK_BYTES));
}

/** Size on the disk of content of so many bytes, once it is sealed. */
export function sealedBytes(length: number): number {
  return HEADER_BYTES + length + chunkCount(length) * TAG_BYTES;
}

/** What `writeEncrypted` stored. */
export interface WrittenFile {
  /** Below the files folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the clear content. */
  readonly sha256: string;
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function randomPath(): string {
  const name = randomBytes(16).toString('hex');
  return `${name.slice(0, 2)}/${name}`;
}

/**
 * Seals content into a new file below `folder`: complete and on the disk before this returns, or not there at all.
 * Throws RangeError above MOST_BYTES and the file system's errors (ENOSPC, EACCES).
 */
export function writeEncrypted(
  folder: string,
  dataKey: Uint8Array,
  content: Uint8Array,
): WrittenFile {
  if (content.byteLength > MOST_BYTES)
    throw new RangeError('File is larger than the workspace takes');
  const path = randomPath();
  const target = join(folder, path);
  const made = mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  if (made !== undefined) syncFolder(dirname(made)); // a new shelf must outlive a power cut, as the file in it
  const salt = randomBytes(SALT_BYTES);
  const key = fileKey(dataKey, salt);
  const header = headerOf(salt, content.byteLength);
  writeWholeWith(target, (handle) => {
    writeAll(handle, header);
    for (let index = 0; index < chunkCount(content.byteLength); index += 1) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index));
      cipher.setAAD(boundTo(header, index));
      writeAll(
        handle,
        cipher.update(content.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
      );
      cipher.final();
      writeAll(handle, cipher.getAuthTag());
    }
  });
  return {
    path,
    bytes: content.byteLength,
    sha256: sha256Of(content),
  };
}

function readExactly(handle: number, length: number): Buffer | undefined {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const got = readSync(handle, buffer, read, length - read, null);
    if (got === 0) return undefined;
    read += got;
  }
  return buffer;
}

/**
 * Opens a sealed file and answers its content. Throws ENOENT when it is gone, and DamagedFileError when it is not
 * what was written: another sealed file in its place too, which its own seals cannot tell.
 */
export function readEncrypted(
  folder: string,
  dataKey: Uint8Array,
  { path, sha256 }: Pick<WrittenFile, 'path' | 'sha256'>,
): Buffer {
  const content = openSealed(folder, dataKey, path);
  if (sha256Of(content) !== sha256) throw new DamagedFileError(path);
  return content;
}

/** Whether a sealed file opens by its seals. Another sealed file in its place does too: only its hash tells that. */
export function sealsOpen(folder: string, dataKey: Uint8Array, path: string): boolean {
  try {
    openSealed(folder, dataKey, path);
    return true;
  } catch (error) {
    if (error instanceof DamagedFileError) return false;
    throw error;
  }
}

function openSealed(folder: string, dataKey: Uint8Array, path: string): Buffer {
  const target = join(folder, path);
  const handle = openSync(target, 'r');
  try {
    const header = readExactly(handle, HEADER_BYTES);
    if (header === undefined || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
      throw new DamagedFileError(path);
    }
    const length = Number(header.readBigUInt64BE(MAGIC.length + SALT_BYTES));
    if (length > MOST_BYTES || fstatSync(handle).size !== sealedBytes(length))
      throw new DamagedFileError(path);
    const key = fileKey(dataKey, header.subarray(MAGIC.length, MAGIC.length + SALT_BYTES));
    const content = Buffer.alloc(length);
    for (let index = 0; index < chunkCount(length); index += 1) {
      const size = Math.min(CHUNK_BYTES, length - index * CHUNK_BYTES);
      const sealed = readExactly(handle, size + TAG_BYTES);
      if (sealed === undefined) throw new DamagedFileError(path);
      openChunk(sealed, size, key, header, index, path).copy(content, index * CHUNK_BYTES);
    }
    return content;
  } finally {
    closeSync(handle);
  }
}

function openChunk(
  sealed: Buffer,
  size: number,
  key: Buffer,
  header: Buffer,
  index: number,
  path: string,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index));
  decipher.setAAD(boundTo(header, index));
  decipher.setAuthTag(sealed.subarray(size));
  const clear = decipher.update(sealed.subarray(0, size));
  try {
    decipher.final();
  } catch (error) {
    throw new DamagedFileError(path, { cause: error });
  }
  return clear;
}
