import { expect, test } from 'vitest';
import { ariaKeys, chordOf, keyCaps, type KeyPress } from '../../../src-renderer/ui/keys.ts';

const press = (key: string, held: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
  getModifierState: (name) => name === 'AltGraph' && held.altGraph === true,
});

test('a press is named by its chord', () => {
  expect(chordOf(press('k', { ctrlKey: true }), false)).toBe('mod+k');
  expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k');
  expect(chordOf(press('K', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+k');
  expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
  expect(chordOf(press('ArrowLeft', { altKey: true }), false)).toBe('alt+arrowleft');
  expect(chordOf(press(' '), false)).toBe('space');
});

test('what types a Polish letter is no shortcut', () => {
  expect(chordOf(press('ń', { ctrlKey: true, altKey: true }), false)).toBeNull();
  expect(chordOf(press('ą', { altGraph: true }), false)).toBeNull();
  expect(chordOf(press('Dead'), false)).toBeNull();
});

test('the other machine’s modifier is no shortcut', () => {
  expect(chordOf(press('k', { metaKey: true }), false)).toBeNull();
  expect(chordOf(press('k', { ctrlKey: true }), true)).toBeNull();
});

test('caps are those of the keyboard', () => {
  expect(keyCaps('mod+k', false)).toEqual([['Ctrl', 'K']]);
  expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']]);
  expect(keyCaps('g t', false)).toEqual([['G'], ['T']]);
});

test('screen readers hear chords, and sequences not', () => {
  expect(ariaKeys('mod+k', false)).toBe('Control+K');
  expect(ariaKeys('alt+arrowleft', false)).toBe('Alt+ArrowLeft');
  expect(ariaKeys('g t', false)).toBeUndefined();
});
