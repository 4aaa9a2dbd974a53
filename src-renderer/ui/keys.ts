/**
 * Keys as they are written in the code: chords of `mod`, `shift`, `alt` and a key joined by `+`, and
 * chords pressed one after another separated by a space: `'mod+k'`, `'g t'`, `'alt+arrowleft'`, `'?'`.
 * `mod` is Cmd on a Mac and Ctrl elsewhere.
 */
export type Keys = string;

/** The parts of a keyboard event that decide which chord it is. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState(modifier: string): boolean;
}

/** Whether this machine writes shortcuts the Mac way. */
export const onMac: boolean = typeof navigator !== 'undefined' && /^Mac/.test(navigator.platform);

/**
 * The chord of a key press, or `null` when it types a letter: on Polish layouts AltGr (which is
 * Ctrl+Alt on Windows) writes ą, ć, ę, so it never is a shortcut.
 */
export function chordOf(press: KeyPress, mac: boolean = onMac): string | null {
  if (press.getModifierState('AltGraph') || (press.ctrlKey && press.altKey)) return null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  if ((mac ? press.ctrlKey : press.metaKey) || press.key === 'Dead') return null;
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const named = key.length > 1;
  // Shift is part of a sign such as "?", and a modifier only beside a letter or a named key.
  const shift = press.shiftKey && (named || /\p{L}/u.test(key));
  return [mod && 'mod', press.altKey && 'alt', shift && 'shift', key]
    .filter((part) => part !== false)
    .join('+');
}

/** The chords of a shortcut in the order they are pressed. */
export function chordsOf(keys: Keys): readonly string[] {
  return keys.split(' ');
}

const SIGNS: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Spacja',
  backspace: 'Backspace',
  delete: 'Delete',
};

const MAC_SIGNS: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const PC_SIGNS: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };

/** The caps of each chord as they are printed on the keyboard: `'mod+k'` gives `[['Ctrl', 'K']]`. */
export function keyCaps(keys: Keys, mac: boolean = onMac): readonly (readonly string[])[] {
  const modifiers = mac ? MAC_SIGNS : PC_SIGNS;
  return chordsOf(keys).map((chord) =>
    chord.split('+').map((part) => modifiers[part] ?? SIGNS[part] ?? part.toUpperCase()),
  );
}

const ARIA_NAMES: Readonly<Record<string, string>> = {
  alt: 'Alt',
  shift: 'Shift',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  enter: 'Enter',
  escape: 'Escape',
  space: 'Space',
};

/** The value of `aria-keyshortcuts`; chords pressed one after another have no notation there. */
export function ariaKeys(keys: Keys | undefined, mac: boolean = onMac): string | undefined {
  if (keys === undefined || keys.includes(' ')) return undefined;
  const mod = mac ? 'Meta' : 'Control';
  return keys
    .split('+')
    .map((part) => (part === 'mod' ? mod : (ARIA_NAMES[part] ?? part.toUpperCase())))
    .join('+');
}
