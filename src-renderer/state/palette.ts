import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { Keys } from '../ui/keys.ts';
import type { Place } from './route.ts';

/** Something the palette can do. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  /** Other words people may type for it. */
  readonly keywords?: string | undefined;
  readonly shortcut?: Keys | undefined;
  readonly enabled?: boolean | undefined;
  readonly run: () => void;
}

/** Something found by a source: a library, a person, a session. */
export interface PaletteHit {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line: town, date, role. */
  readonly detail?: string | undefined;
  /** The place it belongs to, whose picture it carries. */
  readonly place?: Place | undefined;
  readonly run: () => void;
}

/** A search over the data, asked from two letters on. The signal is aborted by the next letter. */
export interface PaletteSource {
  readonly id: string;
  /** The heading above its hits. */
  readonly label: string;
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>;
}

interface PaletteStore {
  readonly open: boolean;
  readonly commands: readonly PaletteCommand[];
  readonly sources: readonly PaletteSource[];
}

export const usePaletteStore = create<PaletteStore>()(() => ({
  open: false,
  commands: [],
  sources: [],
}));

/** Opens or closes the palette. */
export function showPalette(open: boolean): void {
  usePaletteStore.setState({ open });
}

/** Adds a search over the data; returns how to take it away. A source with the same id is replaced. */
export function registerPaletteSource(source: PaletteSource): () => void {
  usePaletteStore.setState(({ sources }) => ({
    sources: [...sources.filter((one) => one.id !== source.id), source],
  }));
  return () =>
    usePaletteStore.setState(({ sources }) => ({
      sources: sources.filter((one) => one !== source),
    }));
}

/** Offers a command in the palette for as long as the component is shown. */
export function useCommand(command: PaletteCommand): void {
  const { id, label, keywords, shortcut, enabled = true } = command;
  const latest = useRef(command.run);
  useEffect(() => {
    latest.current = command.run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const registered: PaletteCommand = {
      id,
      label,
      keywords,
      shortcut,
      run: () => latest.current(),
    };
    usePaletteStore.setState((state) => ({ commands: [...state.commands, registered] }));
    return () =>
      usePaletteStore.setState((state) => ({
        commands: state.commands.filter((one) => one !== registered),
      }));
  }, [id, label, keywords, shortcut, enabled]);
}
