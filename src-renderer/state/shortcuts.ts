import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { chordOf, chordsOf, type Keys } from '../ui/keys.ts';
import { useCommand } from './palette.ts';

/** The headings of the help sheet, in its order. */
export const SHORTCUT_GROUPS = ['here', 'everywhere', 'go'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

/** One shortcut: what the help sheet says about it and what it does. */
export interface Shortcut {
  readonly id: string;
  readonly keys: Keys;
  readonly label: string;
  /** Where the help sheet lists it; a place's own shortcuts are `here`. */
  readonly group?: ShortcutGroup | undefined;
  readonly enabled?: boolean | undefined;
  readonly run: () => void;
}

interface Registered {
  readonly id: string;
  readonly keys: Keys;
  readonly label: string;
  readonly group: ShortcutGroup;
  readonly run: () => void;
}

interface ShortcutStore {
  readonly shortcuts: readonly Registered[];
}

/** The one list of what keys do; the help sheet is drawn from it. */
export const useShortcutStore = create<ShortcutStore>()(() => ({ shortcuts: [] }));

const SEQUENCE_MS = 1_200;

/**
 * Registers a shortcut for as long as the component is shown. Of two with the same keys the one
 * registered later wins, so that a place can take a key over while it is open.
 */
export function useShortcut(shortcut: Shortcut): void {
  const { id, keys, label, group = 'here', enabled = true } = shortcut;
  const latest = useRef(shortcut.run);
  useEffect(() => {
    latest.current = shortcut.run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const registered: Registered = { id, keys, label, group, run: () => latest.current() };
    useShortcutStore.setState((state) => ({ shortcuts: [...state.shortcuts, registered] }));
    return () =>
      useShortcutStore.setState((state) => ({
        shortcuts: state.shortcuts.filter((one) => one !== registered),
      }));
  }, [id, keys, label, group, enabled]);
}

/** What N makes in this place; the palette offers it too. */
export function useNewThing(label: string, run: () => void, enabled = true): void {
  useShortcut({ id: 'create', keys: 'n', label, run, enabled });
  useCommand({ id: 'create', label, run, shortcut: 'n', enabled });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  const unwritten = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset'];
  return target instanceof HTMLInputElement && !unwritten.includes(target.type);
}

function isModalOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Listens to the keyboard for all registered shortcuts. Returns how to stop. */
export function startShortcuts(): () => void {
  let pressed: readonly string[] = [];
  let pressedAt = 0;
  let overModal = false;

  /** Before anybody else: a dialog that Escape has just closed still was what the key meant. */
  const look = (): void => {
    overModal = isModalOpen();
  };
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (chord === null || ['control', 'shift', 'alt', 'meta'].includes(event.key.toLowerCase())) {
      return;
    }
    // Alt with an arrow moves by words inside a field on a Mac, and bare keys are text.
    const bare = !chord.startsWith('mod+');
    if (bare && (isTyping(event.target) || overModal)) return;

    const fresh = event.timeStamp - pressedAt < SEQUENCE_MS;
    const sequence = fresh ? [...pressed, chord] : [chord];
    const { shortcuts } = useShortcutStore.getState();
    const find = (chords: readonly string[]): Registered | undefined =>
      shortcuts.findLast((one) => one.keys === chords.join(' '));
    const found = find(sequence) ?? find([chord]);
    pressed = [];
    if (found !== undefined) {
      event.preventDefault();
      found.run();
      return;
    }
    if (shortcuts.some((one) => chordsOf(one.keys).length > 1 && chordsOf(one.keys)[0] === chord)) {
      pressed = [chord];
      pressedAt = event.timeStamp;
    }
  };

  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', listen);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', listen);
  };
}
