import { expect, test } from 'vitest';
import { folderWarning } from '../../../src-main/files/folderWarning.ts';

const nowhere = () => null;

test.each([
  ['C:\\Users\\Iga\\OneDrive\\Strefownik', 'synchronised'],
  ['C:\\Users\\Iga\\OneDrive - Biblioteka w Gołdapi\\Dokumenty\\Strefownik', 'synchronised'],
  ['/home/iga/Dropbox/strefownik', 'synchronised'],
  ['/Users/iga/Library/Mobile Documents/com~apple~CloudDocs/x', 'synchronised'],
  ['G:\\Mój dysk\\Strefownik', 'synchronised'],
  ['\\\\serwer\\wspolny\\strefownik', 'network'],
  ['//serwer/wspolny', 'network'],
  ['\\\\?\\C:\\Users\\Iga\\Strefownik', null],
  ['C:\\Users\\Iga\\AppData\\Roaming\\Strefownik', null],
  ['/home/iga/Dropboxy/strefownik', null],
])('%s: %s', (folder, warning) => {
  expect(folderWarning(folder, 'win32', nowhere)).toBe(warning);
});

test('a network file system is seen on Linux by its kind', () => {
  expect(folderWarning('/mnt/dane', 'linux', () => 0x6969)).toBe('network');
  expect(folderWarning('/mnt/dane', 'linux', () => 0xff534d42)).toBe('network');
  expect(folderWarning('/mnt/dane', 'linux', () => 0xef53)).toBeNull();
  expect(folderWarning('/nowhere/at/all', 'linux')).toBeNull();
});
