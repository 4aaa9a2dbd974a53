import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InstanceLock, type SecondInstance } from '../../electron-standin/engine/instanceLock.ts';
import { findChromium } from '../../electron-standin/findChromium.ts';

const nobody = (): void => undefined;
const letter: SecondInstance = {
  argv: ['electron', '.', 'raport.pdf'],
  workingDirectory: '/tmp',
  additionalData: { when: new Date(0), files: new Set(['raport.pdf']) },
};

describe('single-instance lock of the Electron stand-in', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'standin-lock-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has one owner, who is told about the others with all their data', async () => {
    const told: SecondInstance[] = [];
    const first = new InstanceLock(folder);
    const second = new InstanceLock(folder);
    expect(first.request(letter, (other) => told.push(other))).toBe(true);
    expect(second.request(letter, nobody)).toBe(false);
    await vi.waitFor(() => expect(told).toStrictEqual([letter]));
    first.release();
    expect(second.request(letter, nobody)).toBe(true);
    second.release();
  });

  it.each([
    ['a process that has ended', '4194304 1'],
    ['another process that got the same number', `${process.pid} 1`],
    ['nobody: the file is empty', ''],
  ])('takes over from %s', (_who, owner) => {
    const lock = new InstanceLock(join(folder, 'data'));
    lock.request(letter, nobody);
    lock.release();
    writeFileSync(join(folder, 'data', 'StandinLock'), owner);
    expect(lock.request(letter, nobody)).toBe(true);
    lock.release();
  });

  it('is refused where the folder cannot be made', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    writeFileSync(join(folder, 'file'), '');
    expect(new InstanceLock(join(folder, 'file', 'data')).request(letter, nobody)).toBe(false);
    said.mockRestore();
  });
});

describe('Chromium finder', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('takes the one that is named, and complains when it cannot be run', async () => {
    vi.stubEnv('STANDIN_CHROMIUM', process.execPath);
    expect(await findChromium({ visible: false })).toStrictEqual({
      executable: process.execPath,
      env: {},
      source: 'STANDIN_CHROMIUM',
    });
    vi.stubEnv('STANDIN_CHROMIUM', '/nowhere/chromium');
    await expect(findChromium({ visible: false })).rejects.toThrow('names /nowhere/chromium');
  });
});
