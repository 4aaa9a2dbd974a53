import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { putOutgoing, safeFileName } from '../../../src-main/files/outgoing.ts';
import { sweepOrphans } from '../../../src-main/files/sweep.ts';
import { writeWhole, writeWholeWith } from '../../../src-main/files/wholeFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'strefownik-folders-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file name', () => {
  test('keeps Polish letters and says what the report is', () => {
    expect(safeFileName('CS-2026-003 Sesja coachingowa nr 3, Gołdap', 'pdf')).toBe(
      'CS-2026-003 Sesja coachingowa nr 3, Gołdap.pdf',
    );
  });

  test.each([
    ['../../etc/passwd', '-..-etc-passwd.pdf'],
    ['C:\\temp\\x', 'C-temp-x.pdf'],
    ['CON', '_CON.pdf'],
    ['lpt1.txt', '_lpt1.txt.pdf'],
    ['  .. ', 'plik.pdf'],
    ['raport.', 'raport.pdf'],
    ['fdp.\u202egpj', 'fdp.-gpj.pdf'],
    ['a\nb', 'a-b.pdf'],
  ])('%j', (text, name) => {
    expect(safeFileName(text, 'pdf')).toBe(name);
  });

  test('is one that this system really takes, whatever the title', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'ążź/\\:*?"<>| .\u0000\u202e日👩‍👧'), maxLength: 300 }),
      fc.constant('日'.repeat(400)),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const name = safeFileName(title, 'pdf');
        expect(name).toBe(basename(name));
        expect(name).toMatch(/^[^\s.].*\.pdf$/u);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210);
        const path = putOutgoing(join(folder, 'out'), name, Buffer.from('x'));
        expect(readdirSync(join(folder, 'out'))).toEqual([name]);
        rmSync(path);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a whole file', () => {
  test('replaces the old one only when complete', () => {
    const path = join(folder, 'whole.txt');
    writeWhole(path, Buffer.from('stary'));
    const failing = () =>
      writeWholeWith(path, () => {
        throw new Error('Half-way');
      });
    expect(failing).toThrow('Half-way');
    expect([
      readFileSync(path, 'utf8'),
      readdirSync(folder).filter((name) => name.endsWith('.part')),
    ]).toEqual(['stary', []]);
    writeWhole(path, Buffer.from('nowy'));
    expect(readFileSync(path, 'utf8')).toBe('nowy');
  });

  test.skipIf(process.platform === 'win32')(
    'is readable by its owner only, in a folder that is too',
    () => {
      const open = join(folder, 'open');
      mkdirSync(open);
      chmodSync(open, 0o755);
      const path = putOutgoing(open, 'x.pdf', Buffer.from('x'));
      expect([statSync(open).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
    },
  );
});

test('the sweep takes what no row points at once it is an hour old, and nothing else', () => {
  const files = join(folder, 'files');
  const now = Date.parse('2026-11-24T12:00:00Z');
  const put = (path: string, minutesOld: number) => {
    mkdirSync(join(files, path, '..'), { recursive: true });
    writeFileSync(join(files, path), 'x');
    const at = new Date(now - minutesOld * 60_000);
    utimesSync(join(files, path), at, at);
  };
  put('aa/known-old', 600);
  put('aa/orphan-old', 61);
  put('bb/orphan-young', 59);
  put('bb/cut-off.part', 120);
  put('cc/known-young', 1);
  writeFileSync(join(files, 'not-ours.txt'), 'x');
  const removed = sweepOrphans(files, new Set(['aa/known-old', 'cc/known-young']), now);
  const left = readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.includes('/'),
  );
  expect([removed, left.toSorted()]).toEqual([
    2,
    ['aa/known-old', 'bb/orphan-young', 'cc/known-young'],
  ]);
});
