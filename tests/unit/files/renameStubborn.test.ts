import { expect, it } from 'vitest';
import { renameStubborn } from '../../../src-main/files/wholeFile.ts';

/** A rename that fails so many times with a code before it works. */
function held(times: number, code: string) {
  let tries = 0;
  return {
    tries: () => tries,
    rename: () => {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error(code), { code });
    },
  };
}

it('waits on Windows for whoever holds the file for a moment', () => {
  const { tries, rename } = held(3, 'EPERM');
  renameStubborn('a', 'b', 'win32', rename);
  expect(tries()).toBe(4);
});

it('gives up after a few tries, and at once where waiting does not help', () => {
  const busy = held(100, 'EBUSY');
  expect(() => renameStubborn('a', 'b', 'win32', busy.rename)).toThrow('EBUSY');
  expect(busy.tries()).toBe(6);
  const full = held(100, 'ENOSPC');
  expect(() => renameStubborn('a', 'b', 'win32', full.rename)).toThrow('ENOSPC');
  expect(full.tries()).toBe(1);
  const elsewhere = held(100, 'EPERM');
  expect(() => renameStubborn('a', 'b', 'linux', elsewhere.rename)).toThrow('EPERM');
  expect(elsewhere.tries()).toBe(1);
});
