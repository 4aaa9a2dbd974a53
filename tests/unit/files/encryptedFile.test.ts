import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CHUNK_BYTES,
  DamagedFileError,
  MOST_BYTES,
  readEncrypted,
  writeEncrypted,
  type WrittenFile,
} from '../../../src-main/files/encryptedFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'strefownik-files-'));
const key = randomBytes(32);
afterAll(() => rmSync(folder, { recursive: true }));

/** As they lie in the file: magic 8, salt 32, length 8; each chunk is followed by its seal of 16. */
const HEADER = 48;
const SEALED_CHUNK = CHUNK_BYTES + 16;

const sizes = fc.oneof(
  fc.integer({ min: 0, max: 64 }),
  fc
    .tuple(fc.constantFrom(1, 2), fc.integer({ min: -2, max: 2 }))
    .map(([chunks, off]) => chunks * CHUNK_BYTES + off),
);

const read = (file: WrittenFile) => readEncrypted(folder, key, file);
const absolute = (file: WrittenFile) => join(folder, file.path);

test('gives back what was written, at every size around a chunk', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const content = randomBytes(size);
      const file = writeEncrypted(folder, key, content);
      expect(read(file).equals(content)).toBe(true);
      const chunks = Math.max(1, Math.ceil(size / CHUNK_BYTES));
      expect([file.bytes, statSync(absolute(file)).size]).toEqual([
        size,
        HEADER + size + chunks * 16,
      ]);
      rmSync(absolute(file));
    }),
    { numRuns: 20 },
  );
});

test('the same content twice makes two files that share nothing', () => {
  const content = Buffer.from('Zażółć gęślą jaźń'.repeat(10));
  const [one, two] = [writeEncrypted(folder, key, content), writeEncrypted(folder, key, content)];
  const [first, second] = [readFileSync(absolute(one)), readFileSync(absolute(two))];
  expect(one.sha256).toBe(two.sha256);
  expect(one.path).not.toBe(two.path);
  expect(first.subarray(HEADER).equals(second.subarray(HEADER))).toBe(false);
  expect(first.includes('gęślą')).toBe(false);
});

test('more than the workspace takes is refused before anything is written', () => {
  const before = readdirSync(folder, { recursive: true });
  const large = Object.defineProperty(new Uint8Array(0), 'byteLength', { value: MOST_BYTES + 1 });
  expect(() => writeEncrypted(folder, key, large)).toThrow(RangeError);
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

describe('a file that was touched', () => {
  let file: WrittenFile;
  let whole: Buffer;
  beforeAll(() => {
    file = writeEncrypted(folder, key, randomBytes(2 * CHUNK_BYTES + 100));
    whole = readFileSync(absolute(file));
  });

  const readAs = (bytes: Uint8Array) => {
    writeFileSync(absolute(file), bytes);
    return () => read(file);
  };

  test('at any bit is damaged', () => {
    const places = fc.oneof(
      fc.integer({ min: 0, max: HEADER + 40 }),
      fc.integer({ min: 0, max: whole.length - 1 }),
    );
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        expect(readAs(changed)).toThrow(DamagedFileError);
      }),
      { numRuns: 25 },
    );
  });

  test('by cutting it off, at a chunk’s end too, is damaged', () => {
    for (const length of [0, 7, HEADER - 1, HEADER, HEADER + SEALED_CHUNK, whole.length - 1]) {
      expect(readAs(whole.subarray(0, length))).toThrow(DamagedFileError);
    }
  });

  test('by appending to it is damaged', () => {
    expect(readAs(Buffer.concat([whole, Buffer.from([0])]))).toThrow(DamagedFileError);
  });

  test('by swapping two of its chunks is damaged', () => {
    const chunk = (index: number) =>
      whole.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK);
    const swapped = [whole.subarray(0, HEADER), chunk(1), chunk(0), chunk(2)];
    expect(readAs(Buffer.concat(swapped))).toThrow(DamagedFileError);
  });

  test('by putting a chunk of another file into it is damaged', () => {
    const other = readFileSync(
      absolute(writeEncrypted(folder, key, randomBytes(2 * CHUNK_BYTES + 100))),
    );
    const mixed = Buffer.from(whole);
    other.copy(mixed, HEADER, HEADER, HEADER + SEALED_CHUNK);
    expect(readAs(mixed)).toThrow(DamagedFileError);
  });

  test('with another key is damaged; untouched again it is whole', () => {
    readAs(whole);
    expect(() => readEncrypted(folder, randomBytes(32), file)).toThrow(DamagedFileError);
    expect(read(file)).toHaveLength(2 * CHUNK_BYTES + 100);
  });
});

test('one that is gone is missing, not damaged', () => {
  const file = writeEncrypted(folder, key, Buffer.from('x'));
  rmSync(absolute(file));
  expect(() => read(file)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
